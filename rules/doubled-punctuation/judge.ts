import type {Severity} from 'copylint'
import type {Point, Run} from './points.ts'

/** From the longest pause to the shortest. */
const strongest: readonly Point[] = ['！', '？', '。', '；', '：', '，', '、']

/** More dots are the leaders of a table. */
const longestEllipsis = 7

/** What a run is, and what belongs in its place. */
export interface Judged {
  readonly id: 'same' | 'clash' | 'ellipsis' | 'around'
  readonly mend?: {
    readonly title: 'one' | 'stronger' | 'dots'
    readonly text: string
    readonly safety: 'safe' | 'unsafe'
  }
  readonly severity?: Severity
}

/** Judges marks that stand together; undefined where they may: ！！ and ？！, `for (;;)`, the dots of a table. */
export function judge(text: string, {start, end, points, quoted}: Run): Judged | undefined {
  const source = text.slice(start, end)
  if (quoted) return isAround(points) ? {id: 'around', severity: 'warning'} : undefined
  const isWide = /[^\x20-\x7f\s]/.test(source)
  if (!isWide && !isAmongHan(text, start, end)) return isTwice(text, start, end) ? one(source.charAt(0)) : undefined
  const asks = points.filter((point) => point === '！' || point === '？').length
  if (asks === points.length) return undefined
  const [point = '。'] = points
  if (points.every((it) => it === point)) {
    if (point === '。' && points.length > 2) return points.length > longestEllipsis ? undefined : ellipsis(source)
    // 他来了.. is a stop twice, or an ellipsis that is too short
    return source === '..' ? one('.', 'unsafe') : one(isWide ? point : source.charAt(0))
  }
  const kept = strongest.find((it) => points.includes(it)) ?? point
  // a paragraph that ends 全线通水，。 ends in a full stop
  const isLast = kept === '。' && !points.includes('、') && /^[”’」』）)]*$/.test(text.slice(end, end + 4))
  const mend = {title: 'stronger', text: kept, safety: isLast ? 'safe' : 'unsafe'} as const
  return {id: 'clash', mend, ...(asks > 0 && {severity: 'warning'})}
}

const one = (text: string, safety: 'safe' | 'unsafe' = 'safe'): Judged => ({
  id: 'same',
  mend: {title: 'one', text, safety}
})

function ellipsis(source: string): Judged {
  const safety = /^\.+$/.test(source) ? 'safe' : 'unsafe'
  return {id: 'ellipsis', mend: {title: 'dots', text: '……', safety}, severity: 'warning'}
}

/** 。”。 and ，”，: but 。”， may be house style, and ？”。 is right. */
const isAround = ([inner, outer]: readonly Point[]): boolean => inner === outer && (inner === '。' || inner === '，')

/** Half-width marks count in Han copy: 春耕,,夏种 and 5%,,夏种, not std::vector. */
function isAmongHan(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  return han.test(before) || (/[0-9%]/.test(before) && han.test(text.charAt(end)))
}

const han = /[\u3400-\u9fff\uf900-\ufaff”’》〉」』）】]/

/** In English, a comma typed twice: tea,, rice */
function isTwice(text: string, start: number, end: number): boolean {
  return (
    /^(?:,,|;;)$/.test(text.slice(start, end)) &&
    /[a-z]/i.test(text.charAt(start - 1)) &&
    /^(?:\s|$)/.test(text.slice(end, end + 1))
  )
}
