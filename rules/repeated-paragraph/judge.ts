import type {Block, Likeness, Normalised, Passages, Run, Severity} from 'copylint'
import {likeness} from 'copylint'

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
/** A shortened second print puts in at most so many letters: 同时, 据了解. */
const mostAdded = 3
/** Away from its first print an edited paragraph has changed by at most this share. */
const furtherChange = 0.15

/** A paragraph printed a second time. */
export interface Repeat {
  /** Indices into the blocks of the normalised text. */
  readonly first: number
  readonly second: number
  readonly a: Block
  readonly b: Block
  /** The two stories. */
  readonly articles: string
  /** Word for word, punctuation aside. */
  readonly exact: boolean
  /** Letter for letter, directly behind the first: the second print can go unread. */
  readonly safe: boolean
  /** Where it is less sure than an error. */
  readonly severity?: Severity
}

/**
 * Whether the second of two paragraphs is the first again, and how sure that is.
 *
 * @param least letters in a paragraph below which a repeat is left alone
 */
export function judge(letters: Normalised, pair: Passages, least: number): Repeat | undefined {
  const {first, second, runs} = pair
  const one = letters.blocks[first]
  const two = letters.blocks[second]
  if (one === undefined || two === undefined || first === second) return undefined
  // most pairs share a phrase
  let most = 0
  for (const {length} of runs) most += length
  if ((Math.min(one.end - one.start, two.end - two.start) - most) * two.weight > mostRest) return undefined
  const {block: a} = one
  const {block: b} = two
  if (!isCopy(a) || !isCopy(b)) return undefined
  const lengths = [one.end - one.start, two.end - two.start] as const
  const shorter = Math.min(...lengths)
  const adjacent = second === first + 1 && a.page === b.page
  const place: Place = {
    adjacent,
    within: adjacent || one.article === two.article,
    words: shorter * two.weight,
    least,
    text: b.text
  }
  if (shorter < Math.max(...lengths) * asLong || place.words < (adjacent ? least / 2 : least)) return undefined
  const rest = Math.min(lengths[0] - covered(runs, 'first'), lengths[1] - covered(runs, 'second'))
  if (rest * two.weight > mostRest) return undefined
  // a brief's head, a summary in lines above its story and the title of a document do not end as a paragraph does
  if (!isWhole(a.text) && a.text !== b.text) return undefined
  const exact = lengths[0] === lengths[1] && runs.some(({length}) => length === shorter)
  const severity = exact ? gravityOfExact(place) : gravityOfEdited(place, likeness(letters, pair), shorter, two.weight)
  if (severity === undefined) return undefined
  const safe = adjacent && a.text === b.text
  const articles = `${one.article} ${two.article}`
  return {first, second, a, b, articles, exact, safe, ...(severity !== 'error' && {severity})}
}

/** Where the second print stands, and how long it is in Han characters. */
interface Place {
  readonly adjacent: boolean
  readonly within: boolean
  readonly words: number
  readonly least: number
  readonly text: string
}

function gravityOfExact({adjacent, within, words, least, text}: Place): Severity | undefined {
  const formula = !within && isFormula(text)
  if (formula && (words < 1.5 * least || attended.test(text))) return undefined
  if (!adjacent && isStanding(text)) return undefined
  // a feature may end as it began, two notices may name the same place and time
  return formula || (!adjacent && words < (within ? 2 : 4) * least) ? 'warning' : 'error'
}

function gravityOfEdited(place: Place, like: Likeness, shorter: number, weight: number): Severity | undefined {
  const {exchanged, dropped, added} = like
  if (like.kept < shorter * keeps || like.figures) return undefined
  const kept = like.kept * weight
  if (!place.within && isFormula(place.text)) return undefined
  if (place.adjacent) {
    if (Math.min(dropped, added) + exchanged >= otherBeginning) return undefined
    if (exchanged === 0) return 'error'
    return kept < leastExchanged || exchanged > like.kept * exchanges ? undefined : 'warning'
  }
  // further apart, an announcement and its summary keep less than an edited second print
  const changed = exchanged + dropped + added
  const shortened = place.within && exchanged === 0 && Math.min(dropped, added) <= mostAdded && kept >= 2 * place.least
  if (shortened) return 'warning'
  return exchanged > 0 || kept < 2 * place.least || changed > like.kept * furtherChange ? undefined : 'warning'
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

const isCopy = ({role}: Block) => role === 'body' || role === 'caption'

/** Who attended, who saw off, who took the picture: often the same under two stories. */
const isFormula = (text: string) =>
  text.length < 100 &&
  isSentence(text) &&
  (/(?:参加|出席|陪同|会见|编辑|摄影|报道)[^，。]{0,12}[。）)]?$/u.test(text) ||
    /^[^，。]{0,12}(?:欢迎|欢送|送行|迎接|陪同|出席|参加)[^，。]{0,6}的/u.test(text))

/** The same, and always rightly: 林某、周某等参加上述活动。 */
const attended = /(?:参加|出席|陪同)了?(?:上述活动|以上活动|会见|会谈|活动|调研|考察)[。）)]?$/u

/** Stands under several stories, or several times in one, and rightly: a question, an editor's note, a note in brackets. */
const isStanding = (text: string) =>
  /^(?:问|记者|编者按|编者的话|编者|Q)\s*[：:]|^[^，。：:]{2,12}[：:].*[？?]$|^[（(].*[）)]$/u.test(text)

/** A lead that ends in who attended says more than that. */
const isSentence = (text: string) => !/[。！？].*[。！？]/u.test(text)

/** Ends as a paragraph does: a brief's head or the title of a document does not. */
const isWhole = (text: string) => /[。！？…!?.][”’"」』）)】]*$/u.test(text)
