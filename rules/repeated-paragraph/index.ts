import type {Edit, Normalised, NormalisedBlock, Passages, Run, Severity, Span} from 'copylint'
import {defineRule, likeness, normalised, passages} from 'copylint'
import * as v from 'valibot'

/** A second print that was edited keeps at least this share of the shorter paragraph, */
const keeps = 0.7
/** is at least this share as long, */
const asLong = 0.55
/** and has at most this share of other letters in the same place: more is another fact in the same form, */
const exchanges = 0.08
/** as any is in a short one: 任命林岚为…副主任。 任命周启为…副主任。 */
const leastExchanged = 60
/** Where both have more letters than this that the other lacks, no comparison is needed to tell them apart. */
const mostRest = 40
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
        v.description('Letters in a paragraph below which a repeat is left alone; neighbours need half as many.'),
        v.metadata({zh: '少于这么多字的段落重复了也不报；相邻两段减半。'})
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
    stretch: {
      zh: {
        what: '“{quote}”起连续{count}段与{other}起重复',
        why: '一连几段文字排了两次，像是整块稿件重复上版。',
        how: '对照原稿：多排的整块删去，被盖掉的补上。'
      },
      en: {
        what: '{count} paragraphs from “{quote}” repeat {other} on',
        why: 'Several paragraphs in a row are printed twice, as if a block of copy had been placed again.',
        how: 'Compare with the copy: delete the extra block, or restore what it has overwritten.'
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
    drop: {zh: '删去后排的文字', en: 'Delete the second print'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    const repeats = new Map<number, Repeat>()
    for (const pair of use(passages, issue)) {
      const repeat = judge(letters, pair, options.least)
      const known = repeats.get(pair.second)
      // printed three times: the third is told of the first print only
      if (repeat && (known === undefined || (repeat.exact && !known.exact))) repeats.set(pair.second, repeat)
    }
    for (const run of runs([...repeats.values()].sort((x, y) => x.second - y.second))) {
      const [head] = run
      const tail = run.at(-1)
      if (head === undefined || tail === undefined) continue
      const at = {page: head.b.page, start: head.b.start, end: tail.b.end}
      const first = {page: head.a.page, start: head.a.start, end: tail.a.end}
      yield {
        id: run.length > 1 ? 'stretch' : head.exact ? 'again' : 'edited',
        at,
        ...(run.every(({severity}) => severity) && head.severity && {severity: head.severity}),
        ...(run.length > 1 && {data: {count: run.length}}),
        related: [{at: first, label: 'first', compare: run.length === 1}],
        ...(head.exact && {
          fixes: [{title: 'drop', safety: head.safe && run.length === 1 ? 'safe' : 'unsafe', edits: [drop(at, text)]}]
        })
      }
    }
  }
})

/** A paragraph printed a second time. */
interface Repeat {
  readonly first: number
  readonly second: number
  readonly a: NormalisedBlock['block']
  readonly b: NormalisedBlock['block']
  /** The two stories. */
  readonly articles: string
  /** Word for word, punctuation aside. */
  readonly exact: boolean
  /** Letter for letter, directly behind the first: the second print can go unread. */
  readonly safe: boolean
  /** Where it is less sure than an error. */
  readonly severity?: Severity
}

function judge(letters: Normalised, pair: Passages, least: number): Repeat | undefined {
  const {first, second, runs} = pair
  const one = letters.blocks[first]
  const two = letters.blocks[second]
  if (one === undefined || two === undefined || first === second) return undefined
  const {block: a} = one
  const {block: b} = two
  if (!isCopy(a.role) || !isCopy(b.role)) return undefined
  const {weight} = two
  const shorter = Math.min(one.end - one.start, two.end - two.start)
  const longer = Math.max(one.end - one.start, two.end - two.start)
  const words = shorter * weight
  const adjacent = second === first + 1 && a.page === b.page
  const within = adjacent || one.article === two.article
  const rest = Math.min(one.end - one.start - covered(runs, 'first'), two.end - two.start - covered(runs, 'second'))
  if (shorter < longer * asLong || words < (adjacent ? least / 2 : least)) return undefined
  if (rest > mostRest / weight) return undefined
  const like = likeness(letters, pair)
  if (like.kept < shorter * keeps || like.figures) return undefined
  const exact = shorter === longer && runs.some(({length}) => length === shorter)
  const repeat = {
    ...{first, second, a, b, exact},
    articles: `${one.article} ${two.article}`,
    safe: adjacent && a.text === b.text
  }
  const formula = !within && isFormula(b.text)
  if (exact) {
    if (formula && (words < 1.5 * least || attended.test(b.text))) return undefined
    if (!adjacent && isStanding(b.text)) return undefined
    // a feature may end as it began, two notices may name the same place and time
    const likely = formula || (!adjacent && words < (within ? 2 : 3) * least)
    return likely ? {...repeat, severity: 'warning'} : repeat
  }
  const changed = like.exchanged + like.dropped + like.added
  // a brief's head above its text, the title of a document above its first line
  if (formula || !isWhole(a.text)) return undefined
  if (adjacent) {
    if (Math.min(like.dropped, like.added) + like.exchanged >= otherBeginning) return undefined
    if (like.exchanged === 0) return repeat
    if (like.kept * weight < leastExchanged || like.exchanged > like.kept * exchanges) return undefined
    return {...repeat, severity: 'warning'}
  }
  // further apart, an announcement and its summary keep less than an edited second print
  if (like.exchanged > 0 || like.kept * weight < 2 * least || changed > like.kept * furtherChange) return undefined
  return {...repeat, severity: 'warning'}
}

/** How many letters of one paragraph the runs cover. */
function covered(runs: readonly Run[], side: 'first' | 'second'): number {
  let reached = 0
  let sum = 0
  for (const run of [...runs].sort((a, b) => a[side] - b[side])) {
    const end = run[side] + run.length
    sum += Math.max(0, end - Math.max(run[side], reached))
    reached = Math.max(reached, end)
  }
  return sum
}

/** Neighbours that repeat neighbours, word for word, are one defect. */
function* runs(repeats: readonly Repeat[]): Generator<Repeat[]> {
  let run: Repeat[] = []
  for (const repeat of repeats) {
    const before = run.at(-1)
    const head = run[0]
    const goesOn =
      before?.exact &&
      repeat.exact &&
      repeat.second === before.second + 1 &&
      repeat.articles === before.articles &&
      // A B A B, or A A A
      ((repeat.first === before.first + 1 && repeat.first < (head?.second ?? 0)) || repeat.first === before.second)
    if (goesOn) run.push(repeat)
    else {
      if (run.length > 0) yield run
      run = [repeat]
    }
  }
  if (run.length > 0) yield run
}

const isCopy = (role: string) => role === 'body' || role === 'caption'

/** Who attended, who saw off, who took the picture: often the same under two stories. */
const isFormula = (text: string) =>
  text.length < 100 &&
  (/(?:参加|出席|陪同|会见|编辑|摄影|报道)[^，。]{0,12}[。）)]?$/u.test(text) ||
    /^[^，。]{0,12}(?:欢迎|欢送|送行|迎接|陪同|出席|参加)[^，。]{0,6}的/u.test(text))

/** The same, and always rightly: 林某、周某等参加上述活动。 */
const attended = /(?:参加|出席|陪同)了?(?:上述活动|以上活动|会见|会谈|活动|调研|考察)[。）)]?$/u

/** Stands under several stories, or several times in one, and rightly: a question, an editor's note, a note in brackets. */
const isStanding = (text: string) => /^(?:问|记者|编者按|编者的话|编者|Q)\s*[：:]|^[（(].*[）)]$/u.test(text)

/** Ends as a paragraph does: a brief's head or the title of a document does not. */
const isWhole = (text: string) => /[。！？…!?][”’」』）)】]*$/u.test(text)

/** The second print, with the blank lines before it. */
function drop(at: Required<Span>, text: (span: Span) => string): Edit {
  const blanks = /\s*$/u.exec(text({...at, start: Math.max(0, at.start - 16), end: at.start}))?.[0].length ?? 0
  return {...at, start: at.start - blanks, text: ''}
}
