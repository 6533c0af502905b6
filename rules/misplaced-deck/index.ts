import type {NormalisedBlock, TiedStory} from 'copylint'
import {defineRule, normalised, shorten, ties} from 'copylint'
import * as v from 'valibot'
import type {Stray} from './strays.ts'
import {findStrays} from './strays.ts'

/** Two lines that are each tied to the other’s story so much, and not at all to their own, are exchanged. */
const proven = {times: 6, words: 6, own: 0.5, letters: 4}

/** So much of a head stands in a message, in UTF-16 units. */
const longestShown = 12

export default defineRule({
  name: 'misplaced-deck',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '副题、引题或小标题说的是版上另一篇稿件的事',
    en: 'a deck, kicker or subhead that tells of another story of the page'
  },
  options: v.strictObject({
    times: v.optional(
      v.pipe(
        v.number(),
        v.minValue(1),
        v.description('How many times more strongly a line must be tied to another story than to its own.'),
        v.metadata({zh: '这一行的用词与别篇的关联要达到与本篇的多少倍才报。'})
      ),
      2.5
    )
  }),
  messages: {
    elsewhere: {
      zh: {
        what: '“{quote}”说的是另一篇的事',
        why: '其中的“{words}”只见于{other}标题下的一篇，本篇没有提到。',
        how: '对照原稿；如果串了稿，移到那一篇去。'
      },
      en: {
        what: '“{quote}” tells of another story',
        why: '“{words}” occur in the story under the head of {other}, and nowhere in this one.',
        how: 'Compare with the copy; if it belongs there, move it to that story.'
      }
    },
    exchanged: {
      zh: {
        what: '“{quote}”与“{otherLine}”互换了',
        why: '“{words}”只见于另一篇，“{otherWords}”只见于本篇。',
        how: '对照原稿，把这两行换回来。'
      },
      en: {
        what: '“{quote}” and “{otherLine}” are exchanged',
        why: '“{words}” occur only in the other story, and “{otherWords}” of the other line only in this one.',
        how: 'Compare with the copy and exchange the two lines.'
      }
    }
  },
  labels: {
    home: {zh: '说的是这个标题下的一篇', en: 'it tells of the story under this head'},
    other: {zh: '与这一行互换', en: 'exchanged with this line'},
    evidence: {zh: '同样的词在这里', en: 'the same words are here'}
  },

  *check(issue, {options, use}) {
    const strays = findStrays(use(normalised, issue), use(ties, issue), options.times)
    const byWay = new Map(strays.map((it) => [wayOf(it.line, it.story, it.home), it]))
    const done = new Set<NormalisedBlock>()
    for (const stray of strays) {
      if (done.has(stray.line)) continue
      const partner = byWay.get(wayOf(stray.line, stray.home, stray.story))
      if (!stray.clear && !partner?.clear) continue
      const {block} = stray.line
      if (partner) {
        done.add(partner.line)
        yield {
          id: 'exchanged',
          at: block,
          wrong: [block, partner.line.block],
          ...(!(isProven(stray) && isProven(partner)) && {severity: 'warning'}),
          data: {
            words: listed(stray),
            otherLine: shorten(partner.line.block.text, longestShown),
            otherWords: listed(partner)
          },
          related: [
            {at: partner.line.block, label: 'other'},
            ...[stray, partner].flatMap(({words}) =>
              words.slice(0, 1).map(({at}) => ({at, label: 'evidence' as const}))
            )
          ]
        }
      } else {
        yield {
          id: 'elsewhere',
          at: block,
          // the deck of a group of stories may tell of any of them
          severity: 'warning',
          data: {words: listed(stray)},
          related: [
            {at: stray.home.headline?.block ?? block, label: 'home'},
            ...stray.words.map(({at}) => ({at, label: 'evidence' as const}))
          ]
        }
      }
    }
  }
})

/** From which story to which a line would go. */
const wayOf = ({block}: NormalisedBlock, from: TiedStory, to: TiedStory) =>
  `${block.role} ${from.article} ${to.article}`

const isProven = ({times, own, other, words}: Stray) =>
  times >= proven.times &&
  other.words >= proven.words &&
  own.words <= proven.own &&
  (words[0]?.words.length ?? 0) >= proven.letters

const listed = ({words}: Stray) => words.map((it) => it.words).join('、')
