import type {Edit, Normalised, NormalisedBlock, Passages, Run, Severity, Span, Twins} from 'copylint'
import {defineRule, likeness, normalised, passages, toSpan, twinSentences} from 'copylint'
import * as v from 'valibot'

/** From so many letters on a pasted end is no list of offices that one person held in two terms, */
const provenTail = 55
/** and a passage amid two neighbours is no phrase that both take up. */
const provenMiddle = 75

/** So many letters are looked at for the beginning of a sentence. */
const mostTries = 40

/** Where so much of what is outside the passage is the same too, two paragraphs fill in one form. */
const alikeRest = 0.4

export default defineRule({
  name: 'repeated-passage',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '段落里有一大节与别处相同',
    en: 'a long passage inside a paragraph that is printed elsewhere as well'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(16),
        v.description('Letters in a passage within a story below which a repeat is left alone.'),
        v.metadata({zh: '同一篇稿件里少于这么多字的重复不报。'})
      ),
      50
    ),
    leastAcross: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(16),
        v.description('The same for passages of two stories, which may quote one speech.'),
        v.metadata({zh: '两篇稿件之间少于这么多字的重复不报，它们可能引的是同一篇讲话。'})
      ),
      100
    )
  }),
  messages: {
    again: {
      zh: {
        what: '“{quote}”等{length}字与{other}重复',
        why: '同一节文字排了两次，后来的一节往往盖掉了这里原来的内容。',
        how: '对照原稿：补回被盖掉的内容，或删去重复的一节。'
      },
      en: {
        what: '{length} letters from “{quote}” repeat {other}',
        why: 'The same passage is printed twice; it may have overwritten what stood here.',
        how: 'Compare with the copy: restore what was overwritten, or delete the repeat.'
      }
    },
    twice: {
      zh: {
        what: '“{quote}”一句连排了两次',
        why: '同一句话在一段里紧接着又排了一遍。',
        how: '删去一句。'
      },
      en: {
        what: 'The sentence “{quote}” stands twice in a row',
        why: 'The same sentence is printed twice, one print behind the other.',
        how: 'Delete one of them.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    drop: {zh: '删去后一句', en: 'Delete the second sentence'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    // of all that a paragraph shares with those before it, the longest that is a slip; the others mostly lie in it
    const longest = new Map<number, Slip>()
    const twice = new Set<number>()
    for (const pair of use(passages, issue)) {
      for (const run of pair.runs) {
        if (pair.first === pair.second && run.first + run.length >= run.second) {
          const twins = inARow(letters, pair, run, text)
          if (twins === undefined || twice.has(twins.second.start)) continue
          const {first, second} = twins
          twice.add(second.start)
          yield {
            id: 'twice',
            at: second,
            related: [{at: first, label: 'first', compare: true}],
            fixes: [{title: 'drop', safety: 'safe', edits: [restOfRow(first, second, text)]}]
          }
        } else if (run.length > (longest.get(pair.second)?.length ?? 0)) {
          const slip = toSlip(letters, pair, run, options, text)
          if (slip) longest.set(pair.second, slip)
        }
      }
    }
    for (const {at, first, length, severity} of longest.values()) {
      yield {id: 'again', at, severity, data: {length}, related: [{at: first, label: 'first', compare: true}]}
    }
  }
})

/** The edit that leaves the first of all prints in a row: of twenty, mending one by one would not come to an end. */
function restOfRow(first: Span, second: Span, text: (span: Span) => string): Edit {
  const print = text({...second, start: first.end})
  let {end} = second
  while (text({...second, start: end, end: end + print.length}) === print) end += print.length
  return {...second, start: first.end, end, text: ''}
}

/** A passage printed a second time. */
interface Slip {
  readonly at: Span
  readonly first: Span
  /** In letters. */
  readonly length: number
  readonly severity: Severity
}

/** A run that is there by mistake; nothing where it may well be right. */
function toSlip(
  letters: Normalised,
  pair: Passages,
  run: Run,
  least: Least,
  text: (span: Span) => string
): Slip | undefined {
  const a = letters.blocks[pair.first]
  const b = letters.blocks[pair.second]
  if (a === undefined || b === undefined || !isCopy(a) || !isCopy(b)) return undefined
  const adjacent = pair.second === pair.first + 1 && a.block.page === b.block.page
  const severity = gravity(a, b, run, adjacent, least)
  if (severity === undefined) return undefined
  // a long head that a bare page shows as a paragraph, or a summary in lines above its story: what follows takes them up
  if (!/[。！？.!?]/u.test(a.block.text)) return undefined
  const at = toSpan(letters, b, run.second, run.second + run.length)
  const first = toSpan(letters, a, run.first, run.first + run.length)
  // a speech and its report, a statement and its commentary
  if (!adjacent && (isQuoted(a, first) || isQuoted(b, at))) return undefined
  if ((pair.first !== pair.second && isForm(letters, pair, run)) || isTitles(text(at))) return undefined
  return {at, first, length: run.length, severity}
}

/**
 * A sentence that stands twice in a row: the letters come again at the distance of their own length. Where the letter before the
 * first is that at its end (…通水。下游…自流水。下游…自流水。) the run begins too early: the first beginning of a sentence counts.
 */
function inARow(
  letters: Normalised,
  pair: Passages,
  {first, second, length}: Run,
  text: (span: Span) => string
): Twins | undefined {
  const block = letters.blocks[pair.second]
  if (block === undefined || !isCopy(block)) return undefined
  for (let shift = 0; shift <= Math.min(first + length - second, mostTries); shift++) {
    const twins = twinSentences(letters, block, first + shift, second - first, text)
    if (twins) return twins
  }
  return undefined
}

const isCopy = ({block}: NormalisedBlock) => block.role === 'body' || block.role === 'caption'

interface Least {
  readonly least: number
  readonly leastAcross: number
}

/** How sure it is that a passage is there twice by mistake; nothing where it may well be right. */
function gravity(
  a: NormalisedBlock,
  b: NormalisedBlock,
  run: Run,
  adjacent: boolean,
  {least, leastAcross}: Least
): Severity | undefined {
  const words = run.length * b.weight
  if (a.article !== b.article) return words >= leastAcross ? 'warning' : undefined
  if (words < least) return undefined
  // the end of one paragraph pasted over its neighbour's: both end in the passage, and begin otherwise
  const tails = run.first + run.length === a.end && run.second + run.length === b.end
  return adjacent && words >= (tails ? provenTail : provenMiddle) ? 'error' : 'warning'
}

/** Whether a passage stands between quotation marks, curly or straight. */
function isQuoted({block}: NormalisedBlock, {start}: Span): boolean {
  let open = 0
  let straight = false
  for (const mark of block.text.slice(0, start - block.start)) {
    if (mark === '“' || mark === '「') open++
    else if (mark === '”' || mark === '」') open--
    else if (mark === '"') straight = !straight
  }
  return open > 0 || straight
}

/** The offices of one person: 县委副书记、县长、县防汛抗旱指挥部总指挥、… */
const isTitles = (passage: string) =>
  !/[。！？；]/u.test(passage) &&
  (passage.match(/(?:书记|主席|主任|[省市县区乡镇局厅部院校]长|组长|会长|委员|理事|指挥|代表)(?=[、，（]|$)/gu)
    ?.length ?? 0) >= 3

/** Decrees, minutes, results: the rest is alike as well, but for a number (第五十六号主席令说，《…法》已由…通过). */
function isForm(letters: Normalised, pair: Passages, run: Run): boolean {
  const lengths = [pair.first, pair.second].map((index) => {
    const {start = 0, end = 0} = letters.blocks[index] ?? {}
    return end - start
  })
  const like = likeness(letters, pair)
  return like.figures && like.kept - run.length >= (Math.min(...lengths) - run.length) * alikeRest
}
