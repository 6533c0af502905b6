import type {Found} from '../src/lint.ts'
import {toLines} from '../src/report/lines.ts'
import type {Span} from '../src/rule/finding.ts'
import type {Root} from '../src/tree/nodes.ts'

interface AnyNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly AnyNode[]
  readonly position?: {readonly start: Point; readonly end: Point}
}
interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number
}

/** Where a tree does not tile its source: every node has its place, children follow one another without gap, leaves are the words. */
export function tileFault(tree: Root, source: string): string | undefined {
  const point = toLines(source)
  const isAt = ({line, column, offset = -1}: Point): boolean => {
    const real = point(offset)
    return real.line === line && real.column === column
  }
  const faultIn = ({type, value, children, position}: AnyNode, isRoot = false): string | undefined => {
    const [start, end] = [position?.start.offset ?? Number.NaN, position?.end.offset ?? Number.NaN]
    const at = `${type} at ${start}–${end}`
    if (!position || !isAt(position.start) || !isAt(position.end)) return `${at} has a wrong line or column`
    if (value !== undefined && (value !== source.slice(start, end) || value === '')) return `${at} is not its words`
    if (!children) return undefined
    let next = start
    for (const child of children) {
      if (child.position?.start.offset !== next) return `${at} leaves a gap at ${next}`
      const fault = faultIn(child)
      if (fault) return fault
      next = child.position.end.offset ?? Number.NaN
    }
    return next === end || (isRoot && source === '') ? undefined : `${at} leaves a gap at ${next}`
  }
  const whole = tree.position?.start.offset === 0 && tree.position.end.offset === source.length
  return whole ? faultIn(tree as AnyNode, true) : 'the tree does not span its source'
}

/** Every place that a finding names on the page. */
export const spansOf = ({at, related = [], wrong = [], fixes = []}: Found): readonly Span[] => [
  at,
  ...related.filter(({path}) => path === undefined).map((it) => it.at),
  ...wrong,
  ...fixes.flatMap(({edits}) => edits)
]

/** Where a place lies outside of a text, or begins or ends within a pair of surrogates. */
export function placeFault({start, end}: Span, text: string): string | undefined {
  if (!(0 <= start && start <= end && end <= text.length)) return `${start}–${end} is not in 0–${text.length}`
  const cut = [start, end].find((at) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at)))
  return cut === undefined ? undefined : `${start}–${end} cuts a character at ${cut}`
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
