import type {Span} from 'copylint'
import {defineRule, likeness, normalised, passages} from 'copylint'
import * as v from 'valibot'

/** A second print that was edited keeps at least this share of the shorter paragraph, */
const keeps = 0.7
/** is at least this share as long, */
const asLong = 0.55
/** and has at most this share of other letters in the same place: more is another fact in the same form. */
const exchanges = 0.08
/** So many letters on both sides are another beginning or end: what is the same is a repeated passage then. */
const otherBeginning = 10
/** Away from its first print an edited paragraph has changed by at most this share. */
const furtherChange = 0.15

export default defineRule({
  name: 'repeated-paragraph',
  scope: 'issue',
  severity: 'error',
  summary: {
    zh: '整段文字排了两次，一字不差或略有改动',
    en: 'a paragraph printed twice, word for word or edited'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(8),
        v.description('Letters in a paragraph below which a repeat is left alone.')
      ),
      20
    )
  }),
  messages: {
    again: {
      zh: {
        what: '“{quote}”一段与{other}重复',
        why: '同一段文字排了两次，读者会以为排错了版，另一段真正的内容可能因此丢失。',
        how: '对照原稿：多排的删去，被盖掉的补上。'
      },
      en: {
        what: 'The paragraph “{quote}” repeats {other}',
        why: 'The same paragraph is printed twice; what should have stood here may be lost.',
        how: 'Compare with the copy: delete the extra print, or restore what it has overwritten.'
      }
    },
    edited: {
      zh: {
        what: '“{quote}”一段与{other}大体相同',
        why: '像是同一段文字改前改后的两稿都排进了版面。',
        how: '对照两处的不同，留下定稿，删去另一稿。'
      },
      en: {
        what: 'The paragraph “{quote}” is an edited {other}',
        why: 'Both the old and the new version of one paragraph seem to be on the page.',
        how: 'Look at how the two differ, keep the final version and delete the other.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    drop: {zh: '删去后排的一段', en: 'Delete the second print'}
  },

  *check(issue, {options, use}) {
    const letters = use(normalised, issue)
    for (const {first, second, runs} of use(passages, issue)) {
      const a = letters.blocks[first]
      const b = letters.blocks[second]
      if (a === undefined || b === undefined || first === second) continue
      if (!isCopy(a.block.role) || !isCopy(b.block.role)) continue
      const lengths = [a.end - a.start, b.end - b.start] as const
      const shorter = Math.min(...lengths)
      if (shorter < Math.max(...lengths) * asLong) continue
      const adjacent = second === first + 1 && a.block.page === b.block.page
      const within = a.article === b.article || adjacent
      const shared = runs.reduce((sum, {length}) => sum + length, 0)
      if (shorter < (within && adjacent ? options.least / 2 : options.least) || shared < shorter / 3) continue
      const like = likeness(letters.codes.subarray(a.start, a.end), letters.codes.subarray(b.start, b.end))
      if (like === undefined || like.kept < shorter * keeps || like.figures) continue
      const pair = {at: b.block, related: [{at: a.block, label: 'first', compare: true}]} as const
      if (like.exchanged + like.dropped + like.added === 0 && lengths[0] === lengths[1]) {
        const formula = !within && isFormula(b.block.text)
        if (formula && shorter < 2.5 * options.least) continue
        const safe = adjacent && within && a.block.text === b.block.text
        yield {
          id: 'again',
          ...pair,
          ...((formula || (!within && shorter < 2 * options.least)) && {severity: 'warning'}),
          fixes: [{title: 'drop', safety: safe ? 'safe' : 'unsafe', edits: [{...withGap(a.block, b.block), text: ''}]}]
        }
        continue
      }
      // a brief's head above its text, the title of a document above its first line
      if (!isWhole(a.block.text) && !isWhole(b.block.text)) continue
      if (within && adjacent) {
        if (like.exchanged > 1 + like.kept * exchanges) continue
        if (Math.min(like.dropped, like.added) + like.exchanged >= otherBeginning) continue
        yield {id: 'edited', ...pair}
      } else {
        // further apart, an announcement and its summary keep less than an edited second print
        const changed = like.exchanged + like.dropped + like.added
        if (like.exchanged > 0 || like.kept < 2 * options.least || changed > like.kept * furtherChange) continue
        if (!within && isFormula(b.block.text)) continue
        yield {id: 'edited', ...pair, severity: 'warning'}
      }
    }
  }
})

const isCopy = (role: string) => role === 'body' || role === 'caption'

/** Who attended, who saw off, who took the picture: the same under two stories, and rightly (丁某、王某等参加上述活动。). */
const isFormula = (text: string) =>
  text.length < 100 &&
  /(?:参加|出席|陪同|会见|编辑|摄影|报道)[^，。]{0,12}[。）)]?$|^[^，。]{0,12}(?:欢迎|欢送|送行|迎接|陪同|出席|参加)[^，。]{0,6}的/u.test(
    text
  )

/** Ends as a paragraph does: a brief's head or the title of a document above its text does not. */
const isWhole = (text: string) => /[。！？…!?][”’」』）)】]*$/u.test(text)

/** The second of two neighbours with the blank lines between them. */
function withGap(a: Required<Span>, b: Required<Span>): Span {
  return {page: b.page, start: a.page === b.page && a.end < b.start ? a.end : b.start, end: b.end}
}
