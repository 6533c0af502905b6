import type {Block, Figure} from 'copylint'
import {isSlip} from 'copylint'

/** One clause twice in a story, but for its figure. */
export interface Twice {
  readonly first: Place
  readonly second: Place
}

/** So many letters behind a figure must be the same; before it all of its clause, or so many. */
const leastBehind = 3
const mostBefore = 8
/** A total needs fewer letters to be known again: 共有…人参加. */
const leastBefore = {total: 2, other: 4}
/** What may be said again of another time or thing, with another figure: 比去年同期增长…, 每吨…, 其中…. */
const relative = /[比较每均约占涨跌第]|同比|环比|增[长加速幅]|减少|上升|下降|其中|当日|新增|分别|预计/
/** What ends a clause. */
export const marks = '，。；：！？,;:!?（）()“”'

/** 共有160余人参加培训, and further down 共有180余人参加培训: the same words around two figures that differ in one digit. */
export function* twiceIn(blocks: readonly (readonly [Block, readonly Figure[]])[]): Generator<Twice> {
  const seen = new Map<string, Place | undefined>()
  const found = new Map<string, Twice>()
  for (const now of placesOf(blocks)) {
    const frame = frameOf(now.block.text, now.figure)
    if (frame === '') continue
    const before = seen.get(frame)
    if (!seen.has(frame)) seen.set(frame, now)
    else if (found.has(frame) || before === undefined) {
      // three of them are a row: 一班…, 二班…
      found.delete(frame)
      seen.set(frame, undefined)
    } else if (isMisprint(before, now) && !inOneSentence(before, now) && !areOfTwoTimes(before, now))
      found.set(frame, {first: before, second: now})
  }
  yield* found.values()
}

interface Place {
  readonly block: Block
  readonly figure: Figure
}

/** Counts of two digits and more. */
function* placesOf(blocks: readonly (readonly [Block, readonly Figure[]])[]): Generator<Place> {
  for (const [block, figures] of blocks) {
    for (const figure of figures) {
      const {han, kind, range, unit, start, end} = figure
      if (!han && kind === 'count' && !range && unit !== '' && end - start > 1) yield {block, figure}
    }
  }
}

function isMisprint(a: Place, b: Place): boolean {
  const [one, two] = [a, b].map(({block, figure}) => block.text.slice(figure.start, figure.end))
  return one !== undefined && two !== undefined && isSlip(one, two)
}

const inOneSentence = (a: Place, b: Place): boolean =>
  a.block === b.block && !/[。！？；]/.test(a.block.text.slice(a.figure.end, b.figure.start))

/** 上午，共有120人参加…；下午，共有130人参加…. */
function areOfTwoTimes(a: Place, b: Place): boolean {
  const [one, two] = [timeBefore(a), timeBefore(b)]
  return one !== '' && two !== '' && one !== two
}

/** The words of time and of turn that stand before a figure in its sentence, from 40 characters back. */
const timeBefore = ({block: {text}, figure: {start}}: Place): string =>
  (/[^。！？；]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0].match(times) ?? []).join()

const times =
  /[上中下]午|[早当晚]上|夜间|次日|[昨今明前去][日天年晚]|第[一二三四五六七八九十0-9]+|首[日批届期轮场次]|[0-9]+[年月日时]|[上下]半年|[春夏秋冬][季天]|季度|[上本下]届/g

/** The letters beside a figure in its clause, or `''` where they say too little. */
function frameOf(text: string, {start, end}: Figure): string {
  let [from, to] = [start, end]
  while (from > 0 && start - from < 24 && !marks.includes(text[from - 1] ?? '，')) from--
  while (to < text.length && to - end < 8 && !marks.includes(text[to] ?? '，')) to++
  const left = text.slice(from, start).replace(/(?:近|超过|超|逾|达到|达|至少|已)+$/, '')
  const right = text.slice(end, to).replace(/^[余多来]/, '')
  const least = /[共总]/.test(left) ? leastBefore.total : leastBefore.other
  if (left.length < least || right.length < leastBehind || relative.test(left)) return ''
  const frame = `${left.slice(-mostBefore)}#${right.slice(0, leastBehind)}`
  return /[0-9０-９]/.test(frame) ? '' : frame
}
