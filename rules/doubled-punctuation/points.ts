import type {Block, Characters} from 'copylint'
import {spotAt} from 'copylint'

/** Marks that make a pause, by what they are: half-width ones, and those of old systems, are the same mark. */
export type Point = '，' | '。' | '、' | '；' | '：' | '！' | '？'

/** Marks one behind the other, or on both sides of a closing quote: offsets in the text of the block. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly points: readonly Point[]
  /** Whether a closing quote stands between them. */
  readonly quoted: boolean
}

/** So many blanks between two marks do not part them. */
const widestGap = 2

/** Longer runs are rules and leaders of a table. */
const longestRun = 12

const units = '，。、；：！？,.;:｡．､'
const quotes = '”’」』'

/** Where marks stand together: blanks between them or none, or a closing quote. Linear, whatever the text. */
export function* runsOf(index: Characters): Generator<{block: Block; run: Run}> {
  const {anyOf, codes} = index
  let done = 0
  // behind most marks stands a letter
  for (const place of anyOf(units, (it) => mayGoOn(codes[it + 1] ?? 0))) {
    if (place < done) continue
    const {block, article, at} = spotAt(index, place)
    const run = article && runAt(block.text, at)
    if (!run) continue
    if (!run.quoted) done = place + run.end - run.start
    if (run.points.length > 1 && run.points.length <= longestRun) yield {block, run}
  }
}

function runAt(text: string, start: number): Run | undefined {
  const point = toPoint(text.charCodeAt(start))
  if (point === undefined || isPartOfWord(text, start)) return undefined
  const points = [point]
  let end = start + 1
  const outer = behindQuotes(text, end)
  if (outer > 0) {
    const other = toPoint(text.charCodeAt(outer))
    return other && {start, end: outer + 1, points: [point, other], quoted: true}
  }
  for (let next = skipBlanks(text, end); next < text.length; next = skipBlanks(text, end)) {
    const other = toPoint(text.charCodeAt(next))
    if (other === undefined || opensWord(text, next)) break
    if (points.length <= longestRun) points.push(other)
    end = next + 1
  }
  return {start, end, points, quoted: false}
}

const mayGoOn = (code: number): boolean => toPoint(code) !== undefined || isGap(code) || isCloser(code)

/** ’”」』 */
const isCloser = (code: number): boolean => code === 0x2019 || code === 0x201d || code === 0x300d || code === 0x300f

/** The offset behind one or two closing quotes, 0 where there are none. */
function behindQuotes(text: string, at: number): number {
  if (!quotes.includes(text.charAt(at)) || at >= text.length) return 0
  return quotes.includes(text.charAt(at + 1)) && at + 1 < text.length ? at + 2 : at + 1
}

function toPoint(code: number): Point | undefined {
  switch (code) {
    case 0xff0c: // ，
    case 0x2c:
      return '，'
    case 0x3002: // 。
    case 0xff61:
    case 0xff0e: // ．
    case 0x2e:
      return '。'
    case 0x3001: // 、
    case 0xff64:
      return '、'
    case 0xff1b: // ；
    case 0x3b:
      return '；'
    case 0xff1a: // ：
    case 0x3a:
      return '：'
    // half-width ones stand for characters that a system did not have: 一向认为?，
    case 0xff01:
      return '！'
    case 0xff1f:
      return '？'
    default:
      return undefined
  }
}

/** The full stop of `Inc.`, of `1.` and of `3.5`, the semicolon of `&nbsp;`, the colon of `http:`. */
function isPartOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x2e && code !== 0x3b && code !== 0x3a && code !== 0xff0e) return false
  return /[A-Za-z0-9À-ɏ０-９Ａ-Ｚａ-ｚ]/.test(text.charAt(at - 1))
}

/** The point of `.com` and `.5`. */
function opensWord(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && /[A-Za-z0-9]/.test(text.charAt(at + 1))
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at - from < widestGap && isGap(text.charCodeAt(at))) at++
  return at
}

const isGap = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09
