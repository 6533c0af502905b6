import type {Span} from 'copylint'
import {characters, defineRule, findNames, loadLikeCharacters, loadNameWords, spanIn, spotAt} from 'copylint'
import {findDeputy} from './deputies.ts'
import {toKinds} from './institutions.ts'
import {sameInstitutions} from './judge-institution.ts'
import {sameMembers} from './parallel.ts'
import {sameNames} from './same-names.ts'
import {surroundings} from './surroundings.ts'

export default defineRule({
  name: 'inconsistent-name',
  scope: 'issue',
  severity: 'warning',
  counts: 'character',
  summary: {zh: '同一个名字前后写法不同', en: 'one name written in two ways'},
  messages: {
    person: {
      zh: {
        what: '“{quote}”，别处{count}次写作“{usual}”',
        why: '像是同一个人，名字却差一个字。',
        how: '核对姓名；确是两个人的，不必改。'
      },
      en: {
        what: '“{quote}” is “{usual}” in {count} other places',
        why: 'It seems to be one person, and the two names differ by one character.',
        how: 'Check the name; leave it where they are two people.'
      }
    },
    place: {
      zh: {
        what: '“{quote}”，别处{count}次写作“{usual}”',
        why: '像是同一个地方，地名却差一个字。',
        how: '核对地名；确是两个地方的，不必改。'
      },
      en: {
        what: '“{quote}” is “{usual}” in {count} other places',
        why: 'It seems to be one place, and one character of its name differs.',
        how: 'Check the name; leave it where they are two places.'
      }
    },
    institution: {
      zh: {
        what: '“{quote}”，别处{count}次写作“{usual}”',
        why: '像是同一个单位，名称却差一个字。',
        how: '核对名称；确是两个单位的，不必改。'
      },
      en: {
        what: '“{quote}” is “{usual}” in {count} other places',
        why: 'It seems to be one institution, and one character of its name differs.',
        how: 'Check the name; leave it where they are two institutions.'
      }
    },
    office: {
      zh: {
        what: '“{quote}”，别处是“{head}”',
        why: '同一个人，一处是正职，一处是副职。',
        how: '核对职务；任免前后不同的，不必改。'
      },
      en: {
        what: '“{quote}” is “{head}” elsewhere',
        why: 'One person is the head of a body in one place and its deputy in another.',
        how: 'Check the office; leave it where the person was promoted.'
      }
    },
    parallel: {
      zh: {
        what: '“{quote}”与“{road}”并列，不像同类地点',
        why: '后面说的是工地，这里却是一片区域，像是地名误写。',
        how: '核对地名，例如是否也是一条路。'
      },
      en: {
        what: '“{quote}” beside “{road}” is no such place',
        why: 'Building sites follow, and this is a whole region: the name of a place seems to be wrong.',
        how: 'Check the name: it may be a road as well.'
      }
    }
  },
  labels: {
    usual: {zh: '多数地方这样写', en: 'written so in most places'},
    head: {zh: '这里是正职', en: 'head of it here'},
    parallel: {zh: '并列的地点', en: 'the place beside it'},
    again: {zh: '这里也写成这样', en: 'written like this here as well'}
  },

  lists: async ({share}) => ({
    alike: await share(loadLikeCharacters),
    words: await share(loadNameWords),
    kinds: toKinds()
  }),

  *check(issue, {lists: {alike, words, kinds}, use}) {
    const page = use(characters, issue)
    const found = findNames(page, words)
    const {text, names: all} = found
    const around = surroundings(page, found, words, alike)
    const spanAt = (place: number, length: number): Span => {
      const {block, at} = spotAt(page, place)
      return spanIn(block, at, at + length)
    }

    // 清溪县水利局: told once, not as the county as well
    const told: {readonly start: number; readonly end: number}[] = []
    for (const {near, certainty} of sameInstitutions(page, words, kinds, around)) {
      const {length} = near.text
      told.push({start: near.start, end: near.start + length})
      yield {
        id: 'institution',
        at: spanAt(near.start, length),
        wrong: [spanAt(near.start + firstOther(text.slice(near.start, near.start + length), near.text), 1)],
        data: {usual: near.text, count: near.places.length},
        ...(certainty === 1 && {severity: 'info'}),
        related: near.places.map((place) => ({at: spanAt(place, length), label: 'usual' as const}))
      }
    }
    for (const {name, near, certainty} of sameNames(all, around)) {
      const [first = 0, ...others] = near.places
      const {length} = near.text
      // 林岚青青 has 林岚青 in it
      const usual = name.places.filter((place) => place < first || place >= first + length)
      if (told.some(({start, end}) => start <= first && first + length <= end)) continue
      if (length > name.text.length) told.push({start: first, end: first + length})
      yield {
        id: name.place ? 'place' : 'person',
        at: spanAt(first, length),
        wrong: near.places.map((place) => spanAt(place + firstOther(near.text, name.text), 1)),
        data: {usual: name.text, count: usual.length},
        ...(certainty === 1 && {severity: 'info'}),
        related: [
          ...usual.map((place) => ({at: spanAt(place, name.text.length), label: 'usual' as const})),
          ...others.map((place) => ({at: spanAt(place, length), label: 'again' as const}))
        ]
      }
    }
    for (const name of all) {
      const it = name.known ? findDeputy(name, found, words, around.storyOf) : undefined
      if (it === undefined) continue
      yield {
        id: 'office',
        at: spanAt(it.deputy[0], it.deputy[1] - it.deputy[0]),
        data: {name: name.text, head: text.slice(it.head[0], it.head[1])},
        severity: 'info',
        related: [{at: spanAt(it.head[0], it.head[1] - it.head[0]), label: 'head'}]
      }
    }
    for (const [first, ...others] of sameMembers(page, text)) {
      const {start, end, road} = first
      yield {
        id: 'parallel',
        at: spanAt(start, end - start),
        data: {road: text.slice(road.start, road.end)},
        related: [
          {at: spanAt(road.start, road.end - road.start), label: 'parallel'},
          ...others.map((it) => ({at: spanAt(it.start, it.end - it.start), label: 'again' as const}))
        ]
      }
    }
  }
})

/** Which character of a form is the first that its name does not have there: one is wrong, or one transposition. */
function firstOther(form: string, name: string): number {
  let at = 0
  while (at < form.length - 1 && form[at] === name[at]) at++
  return at
}
