import {characters, defineRule, pairs, shorten, spanIn} from 'copylint'
import type {Print} from './bare.ts'
import {findOthers} from './bare.ts'
import {isCut, isOneLetterOff, isOneOfThree, isOneWordOff} from './near.ts'
import type {Quoted} from './quoted.ts'
import {lettersIn, lettersOf, quotedIn} from './quoted.ts'
import {findSlogans} from './slogan.ts'
import type {Story} from './story.ts'
import {storiesOf} from './story.ts'

/** Names that are looked at in the heads of one story, and places that are shown. */
const mostNames = 8
const mostPlaces = 5

/** A shorter name cannot be told from another. */
const leastLetters = 3

/** One of so many letters is a question. */
const shortName = 3

/** Letters of a name in a message. */
const longestShown = 12

export default defineRule({
  name: 'headline-wording',
  scope: 'issue',
  severity: 'warning',
  counts: 'fact',
  summary: {
    zh: '标题里的口号、篇名、名称与正文差一个词',
    en: 'a slogan, title or name in a head that its story words otherwise'
  },
  messages: {
    quoted: {
      zh: {
        what: '标题引“{quote}”，正文引“{print}”',
        why: '两处都加了引号或书名号，像是同一个说法，却不一样。',
        how: '对照原稿，核实哪个对，改成一样。'
      },
      en: {
        what: 'The head quotes “{quote}”, the story “{print}”',
        why: 'Both are marked as quoted, and seem to be the same words but for one.',
        how: 'Ask which is right, and make them the same.'
      }
    },
    slogan: {
      zh: {
        what: '标题是“{quote}”，正文是“{print}”',
        why: '一处加了引号，两处像是同一个说法，却不一样。',
        how: '如果引的是原话，两处要一样。'
      },
      en: {
        what: 'The head says “{quote}”, the story “{print}”',
        why: 'One of the two is quoted; they seem to be the same words but for one.',
        how: 'If the words are quoted, make them the same.'
      }
    },
    name: {
      zh: {
        what: '标题是“{quote}”，正文是“{print}”',
        why: '两处只差一个字，标题的写法正文里没有。',
        how: '如果是同一个名称，改成一样。'
      },
      en: {
        what: 'The head says “{quote}”, the story “{print}”',
        why: 'They differ in one letter, and the story has nowhere what the head says.',
        how: 'If it is one name, make them the same.'
      }
    }
  },
  labels: {
    body: {zh: '正文这样写', en: 'so in the story'}
  },

  *check(issue, {use}) {
    const marks = use(pairs, issue)
    const page = use(characters, issue)
    const quotedOf = (lines: Story['rest']) => lines.flatMap(({block}) => quotedIn(block, marks.get(block)))
    for (const story of storiesOf(page)) {
      const told: Print[] = []
      const isTold = (at: Print) => told.some((it) => it.block === at.block && it.start < at.end && at.start < it.end)
      const there = quotedOf(story.rest)
      const names = there.length === 0 ? [] : quotedOf(story.heads)
      for (const {name, prints, sure} of differentlyQuoted(names.slice(0, mostNames), there, story)) {
        told.push(name)
        yield {...finding('quoted', name, prints), ...(!sure && {severity: 'info'})}
      }
      for (const [at, prints] of gather(findSlogans(story, there), story.rest)) {
        if (isTold(at)) continue
        told.push(at)
        yield {...finding('slogan', at, prints), severity: 'info'}
      }
      for (const {at, prints, quoted} of findOthers(story, page.codes)) {
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

/** The slogans by the words of the head, where the story has not these words as well. */
function gather(slogans: Iterable<readonly [Print, Print]>, rest: Story['rest']): Map<Print, Print[]> {
  const found = new Map<Print, Print[]>()
  for (const [at, print] of slogans) {
    const known = [...found].find(([it]) => it.block === at.block && it.start === at.start && it.end === at.end)
    if (known) known[1].push(print)
    else if (found.size < mostNames) found.set(at, [print])
  }
  for (const at of found.keys()) {
    const words = at.block.text.slice(at.start, at.end)
    if (rest.some(({block}) => block.text.includes(words))) found.delete(at)
  }
  return found
}

/** A name that head and story quote with one word otherwise. */
interface Differing {
  readonly name: Quoted
  readonly prints: readonly Quoted[]
  /** Whether it is long, and the story has not the words of the head as well: “护苗行动” and “护企行动” may be two. */
  readonly sure: boolean
}

/** Names that the heads of a story quote, and the story quotes otherwise. */
function* differentlyQuoted(
  names: readonly Quoted[],
  there: readonly Quoted[],
  {heads, rest}: Story
): Generator<Differing> {
  if (names.length === 0) return
  const title = heads.map(({block}) => lettersIn(block.text)).join('\n')
  const copy = rest.map(({block}) => lettersIn(block.text)).join('\n')
  const others = there.map((print) => ({print, letters: lettersOf(print)}))
  const counts = new Map<string, number>()
  for (const it of others) counts.set(it.letters, (counts.get(it.letters) ?? 0) + 1)
  for (const name of names) {
    const letters = lettersOf(name)
    if (letters.length < leastLetters) continue
    const cut = others.filter((it) => isCut(letters, it.letters))
    // the story has it as a part of the longer one only
    if (cut.length > 0 && copy.split(letters).length - 1 === cut.length) {
      yield {name, prints: cut.map(({print}) => print), sure: true}
      continue
    }
    const known = copy.includes(letters)
    const titled = name.block.text.charAt(name.start - 1) === '《'
    const isOff = (other: string) =>
      known
        ? isOneLetterOff(letters, other, titled)
        : isOneWordOff(letters, other) || isOneOfThree(letters, other, !titled && counts.get(other) === 1)
    const prints = others.filter((it) => isOff(it.letters) && !title.includes(it.letters))
    if (prints.length === 0) continue
    yield {name, prints: prints.map(({print}) => print), sure: !known && letters.length > shortName}
  }
}
