import type {Block, Span} from 'copylint'
import {defineRule, normalised, passages} from 'copylint'
import * as v from 'valibot'
import type {Verdict} from './judge.ts'
import {judge} from './judge.ts'
import type {Shared, Story} from './stories.ts'
import {copyOf, sharedBetween, storiesOf} from './stories.ts'

export default defineRule({
  name: 'repeated-story',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '同一篇稿件排了两次：原样、改过或删短，标题可以不同',
    en: 'a story printed twice: word for word, edited or shortened, under one head or two'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(20),
        v.description('Letters in a story below which it is left alone.'),
        v.metadata({zh: '正文少于这么多字的稿件不查。'})
      ),
      40
    )
  }),
  messages: {
    again: {
      zh: {
        what: '“{quote}”一篇与{other}一篇是同一稿',
        why: '短的一篇有{share}%的字在另一篇里，同一篇稿件像是排了两次。',
        how: '留下定稿，撤下另一篇；如果本该是别的稿件，换上原稿。'
      },
      en: {
        what: '“{quote}” is the story of {other} again',
        why: '{share}% of the shorter one stands in the other: one story seems to have been placed twice.',
        how: 'Keep the final version and take the other off, or put in the story that belongs here.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    firstCopy: {zh: '先排的正文', en: 'the first print'},
    secondCopy: {zh: '又排的正文', en: 'the second print'}
  },

  *check(issue, {options, use}) {
    const letters = use(normalised, issue)
    const stories = storiesOf(issue, letters)
    const told = new Map<number, Told>()
    for (const pair of sharedBetween(use(passages, issue), letters, stories, options.least)) {
      const verdict = judge(letters, pair, stories)
      const known = told.get(pair.second)
      // printed three times: each later print is told of the one it is most like, of equals the first
      const isNearer = known === undefined || (verdict?.share ?? 0) > known.share
      const isEqual = verdict?.share === known?.share && pair.first < (known?.pair.first ?? 0)
      if (verdict && (isNearer || isEqual)) told.set(pair.second, {...verdict, pair})
    }
    for (const run of runs([...told.values()].sort((a, b) => a.pair.second - b.pair.second))) {
      const [{pair, share, sure}] = run
      const [firsts, seconds] = (['first', 'second'] as const).map((side) =>
        run.flatMap((it) => stories[it.pair[side]] ?? [])
      )
      const [first, second] = [stories[pair.first], stories[pair.second]].map((it) => it && headOf(it))
      if (first === undefined || second === undefined || firsts === undefined || seconds === undefined) continue
      yield {
        id: 'again',
        at: spanOf(second, second),
        wrong: [copySpan(seconds, second)],
        ...(!sure && {severity: 'warning'}),
        data: {share: Math.round(share * 100)},
        related: [
          {at: spanOf(first, first), label: 'first'},
          {at: copySpan(firsts, first), label: 'firstCopy'},
          {at: copySpan(seconds, second), label: 'secondCopy'}
        ]
      }
    }
  }
})

type Told = Verdict & {readonly pair: Shared}

/** A story whose subheads are read as heads is several: neighbours that repeat neighbours are one defect. */
function* runs(told: readonly Told[]): Generator<readonly [Told, ...Told[]]> {
  let run: [Told, ...Told[]] | undefined
  for (const it of told) {
    const before = run?.at(-1)?.pair
    const goesOn = before && it.pair.second === before.second + 1 && it.pair.first === before.first + 1
    // A A A: the third print is another repeat
    if (run && goesOn && it.pair.first < run[0].pair.second) run.push(it)
    else {
      if (run) yield run
      run = [it]
    }
  }
  if (run) yield run
}

/** What a story is called by: its head, or its first paragraph. */
const headOf = ({article}: Story): Block | undefined => article.headline ?? copyOf(article)[0]

/** All that stands below the first head of some stories, as one place. */
function copySpan(stories: readonly Story[], head: Block): Span {
  const copy = stories.flatMap(({article}) => copyOf(article))
  return spanOf(copy[0] ?? head, copy.at(-1) ?? head)
}

const spanOf = (first: Block, last: Block): Span => ({page: first.page, start: first.start, end: last.end})
