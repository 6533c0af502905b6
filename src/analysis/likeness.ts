import type {Normalised} from './normalised.ts'
import type {Passages, Run} from './passages.ts'

/** Equal letters between two changes that are fewer than this are chance: 的, 会议. */
const island = 3

/** A change of fewer letters than this is too short to say that it has moved elsewhere. */
const movable = 4

/** Of a pair with more runs than this the longest are looked at; the rest are phrases. */
const mostRuns = 40

/** A gap of more letters by letters is not compared: what stands in it is another text. */
const mostCells = 60_000

/** More letters are not put side by side as arguments. */
const longestGap = 4096

/** How the first of two paragraphs was made into the second, in letters. */
export interface Likeness {
  /** In both: in the same order, or moved as a clause. */
  readonly kept: number
  /** Only in the first, with nothing in its place. */
  readonly dropped: number
  /** Only in the second, in the place of nothing. */
  readonly added: number
  /** Other letters in the same place, about as many: 秘鲁总统, 智利总统. The lesser side is counted. */
  readonly exchanged: number
  /** Whether a figure stands in the place of another amid equal words: 第五十六号主席令, 第五十七号主席令. */
  readonly figures: boolean
}

/**
 * Compares two paragraphs that share passages. The runs that stand in the same order are the frame, and only what lies between
 * them is compared letter by letter, so that the cost is that of the differences.
 */
export function likeness({codes, blocks}: Normalised, {first, second, runs}: Passages): Likeness {
  const a = blocks[first]
  const b = blocks[second]
  if (a === undefined || b === undefined) throw new RangeError('The passages are of another issue')
  const text = (from: number, to: number) => textOf(codes, from, to)
  const gaps: Gap[] = []
  let kept = 0
  let at = {first: a.start, second: b.start}
  for (const run of [...inOrder(runs), {first: a.end, second: b.end, length: 0}]) {
    for (const {same, gone, come} of compare(text(at.first, run.first), text(at.second, run.second))) {
      kept += same
      gaps.push({gone, come, amid: kept > 0})
    }
    kept += run.length
    at = {first: run.first + run.length, second: run.second + run.length}
    const gap = gaps.at(-1)
    // nothing equal follows
    if (run.length === 0 && gap) gap.amid = false
  }
  const moved = move(gaps)
  const sum = {kept: kept + moved, dropped: 0, added: 0, exchanged: 0, figures: false}
  for (const {gone, come, amid} of gaps) {
    const lesser = Math.min(gone.length, come.length)
    // a clause gone where a word came is no exchange
    const both = Math.max(gone.length, come.length) <= 3 * lesser + 2 ? lesser : 0
    sum.exchanged += both
    sum.dropped += gone.length - both
    sum.added += come.length - both
    if (amid && isFigure(gone) && isFigure(come)) sum.figures = true
  }
  return sum
}

/** Letters as a string. A decoder takes longer to make than most gaps are long, but it does not mind how long. */
function textOf(codes: Uint16Array, from: number, to: number): string {
  if (from >= to) return ''
  const letters = codes.subarray(from, to)
  return letters.length <= longestGap ? String.fromCharCode(...letters) : new TextDecoder('utf-16le').decode(letters)
}

interface Gap {
  gone: string
  come: string
  /** Whether equal letters stand on both sides. */
  amid: boolean
}

/** Takes clauses that are gone here and come there out of the gaps; gives how many letters they have. */
function move(gaps: readonly Gap[]): number {
  let moved = 0
  for (const from of gaps) {
    if (from.gone.length < movable) continue
    const to = gaps.find(({come}) => come.length >= movable && (from.gone.includes(come) || come.includes(from.gone)))
    if (to === undefined) continue
    const {gone} = from
    const {come} = to
    moved += Math.min(gone.length, come.length)
    from.gone = gone.length > come.length ? gone.replace(come, '') : ''
    to.come = come.length > gone.length ? come.replace(gone, '') : ''
  }
  return moved
}

/** The runs that stand in the same order in both paragraphs; where they contradict each other the longer one counts. */
function inOrder(runs: readonly Run[]): Run[] {
  const frame: Run[] = []
  for (const run of [...runs].sort((x, y) => y.length - x.length).slice(0, mostRuns)) {
    const fits = frame.every(
      (it) =>
        (run.first + run.length <= it.first && run.second + run.length <= it.second) ||
        (run.first >= it.first + it.length && run.second >= it.second + it.length)
    )
    if (fits) frame.push(run)
  }
  return frame.sort((x, y) => x.second - y.second)
}

/** A change, and how many equal letters stand before it. */
interface Change {
  readonly same: number
  readonly gone: string
  readonly come: string
}

/** What makes one short text into another: the longest common subsequence, islands of equal letters left out. */
function compare(gone: string, come: string): Change[] {
  const width = come.length + 1
  if (gone === '' || come === '' || gone.length * width > mostCells) return [{same: 0, gone, come}]
  const table = commonLengths(gone, come)
  const changes: Change[] = []
  let [i, j, fromGone, fromCome, same] = [0, 0, 0, 0, 0]
  while (i < gone.length || j < come.length) {
    let length = 0
    while (i + length < gone.length && gone[i + length] === come[j + length]) length++
    const changed = i > fromGone || j > fromCome
    // with no change before them equal letters are no island
    if (length >= (changed ? island : 1)) {
      if (changed) {
        changes.push({same, gone: gone.slice(fromGone, i), come: come.slice(fromCome, j)})
        same = 0
      }
      same += length
      fromGone = i + length
      fromCome = j + length
    }
    if (length > 0) {
      i += length
      j += length
    } else if (
      j === come.length ||
      (i < gone.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      i++
    } else j++
  }
  changes.push({same, gone: gone.slice(fromGone), come: come.slice(fromCome)})
  return changes
}

/** The length of the longest common subsequence of what follows each pair of places, row by row. */
function commonLengths(gone: string, come: string): Uint16Array {
  const width = come.length + 1
  const table = new Uint16Array((gone.length + 1) * width)
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const cell = i * width + j
      const longest = Math.max(table[cell + width] ?? 0, table[cell + 1] ?? 0)
      table[cell] = gone[i] === come[j] ? (table[cell + width + 1] ?? 0) + 1 : longest
    }
  }
  return table
}

const figure = /[0-9〇零一二三四五六七八九十百千万两]/

/** A short change with a numeral in it; a longer one is a clause that happens to hold one. */
const isFigure = (text: string) => text.length <= 12 && figure.test(text)
