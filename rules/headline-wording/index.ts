import type {Block} from 'copylint'
import {defineRule, pairs, shorten, spanIn} from 'copylint'
import type {Print} from './bare.ts'
import {findOthers} from './bare.ts'
import {isCut, isOneLetterOff, isOneWordOff} from './near.ts'
import type {Quoted} from './quoted.ts'
import {lettersIn, quotedIn} from './quoted.ts'
import {findSlogans} from './slogan.ts'
import {storiesOf} from './story.ts'

/** Names that are looked at in the heads of one story, and places that are shown. */
const mostNames = 8
const mostPlaces = 5

/** Letters of a name in a message. */
const longestShown = 12

export default defineRule({
  name: 'headline-wording',
  scope: 'issue',
  severity: 'warning',
  summary: {
    zh: '标题里的口号、篇名、名称与正文差一个词',
    en: 'a slogan, title or name in a head that its story words otherwise'
  },
  messages: {
    quoted: {
      zh: {
        what: '标题引“{quote}”，正文引“{print}”',
        why: '两处都加了引号，像是同一句话，却差一个词。',
        how: '对照原稿，核实哪个对，改成一样。'
      },
      en: {
        what: 'The head quotes “{quote}”, the story “{print}”',
        why: 'Both are quoted and seem to be the same words, but for one.',
        how: 'Ask which is right, and make them the same.'
      }
    },
    slogan: {
      zh: {
        what: '标题是“{quote}”，正文是“{print}”',
        why: '一处加了引号，两处像是同一句话，却差一个字。',
        how: '如果引的是原话，两处要一样。'
      },
      en: {
        what: 'The head says “{quote}”, the story “{print}”',
        why: 'One of the two is quoted; they seem to be the same words, but for one letter.',
        how: 'If the words are quoted, make them the same.'
      }
    },
    name: {
      zh: {
        what: '标题是“{quote}”，正文都是“{print}”',
        why: '正文几处写法一样，只有标题差一个字。',
        how: '如果是同一个名称，改成一样。'
      },
      en: {
        what: 'The head says “{quote}”, the story always “{print}”',
        why: 'The story writes it in one way in several places; the head has one letter otherwise.',
        how: 'If it is one name, make them the same.'
      }
    }
  },
  labels: {
    body: {zh: '正文这样写', en: 'so in the story'}
  },

  *check(issue, {use}) {
    const marks = use(pairs, issue)
    const room = new Int32Array(0x10000)
    for (const story of storiesOf(issue)) {
      if (story.heads.length === 0) continue
      const told: Print[] = []
      const isTold = (at: Print) => told.some((it) => it.block === at.block && it.start < at.end && at.start < it.end)
      const quoted = story.rest.flatMap((block) => quotedIn(block, marks.get(block)))
      if (quoted.length > 0) {
        const copy = story.rest.map(({text}) => lettersIn(text)).join('\n')
        const names = story.heads.flatMap((block) => quotedIn(block, marks.get(block))).slice(0, mostNames)
        for (const [name, prints] of differentlyQuoted(names, quoted, copy, story.heads)) {
          told.push(name)
          yield finding('quoted', name, prints)
        }
        const slogans = new Map<string, {at: Print; prints: Print[]}>()
        for (const [at, print] of findSlogans(story, quoted, copy)) {
          if (isTold(at)) continue
          const key = `${at.block.start + at.start} ${at.end}`
          const known = slogans.get(key)
          if (known) known.prints.push(print)
          else slogans.set(key, {at, prints: [print]})
        }
        for (const {at, prints} of slogans.values()) {
          told.push(at)
          yield {...finding('slogan', at, prints), severity: 'info'}
        }
      }
      for (const {at, prints, quoted} of findOthers(story, room)) {
        if (isTold(at)) continue
        told.push(at)
        yield {...finding(quoted ? 'slogan' : 'name', at, prints), severity: 'info'}
      }
    }
  }
})

function finding<Id extends string>(id: Id, at: Print, prints: readonly Print[]) {
  const first = prints[0] ?? at
  return {
    id,
    at: spanIn(at.block, at.start, at.end),
    data: {print: shorten(first.block.text.slice(first.start, first.end), longestShown)},
    related: prints.slice(0, mostPlaces).map(({block, start, end}) => ({
      at: spanIn(block, start, end),
      label: 'body' as const,
      compare: true
    }))
  }
}

/** Names that head and story quote with one word otherwise. */
function* differentlyQuoted(
  names: readonly Quoted[],
  there: readonly Quoted[],
  copy: string,
  heads: readonly Block[]
): Generator<readonly [Quoted, readonly Quoted[]]> {
  const title = heads.map(({text}) => lettersIn(text)).join('\n')
  for (const name of names) {
    const cut = there.filter(({letters}) => isCut(name.letters, letters))
    // the story has it as a part of the longer one only
    if (cut.length > 0 && copy.split(name.letters).length - 1 === cut.length) {
      yield [name, cut]
      continue
    }
    const isOff = copy.includes(name.letters) ? isOneLetterOff : isOneWordOff
    const prints = there.filter(({letters}) => isOff(name.letters, letters) && !title.includes(letters))
    if (prints.length > 0) yield [name, prints]
  }
}
