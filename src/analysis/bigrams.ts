import {isBlank} from '../parse/chars.ts'
import type {Issue} from '../tree/issue.ts'

/** What the pages say of two characters that stand side by side. */
export interface Bigram {
  /** How often they stand side by side. */
  readonly count: number
  /** How often a sentence ends with them in the midst of a paragraph. */
  readonly closes: number
  /** How often a sentence begins with them in the midst of a paragraph, how often a clause, how often a line. */
  readonly opens: number
  readonly clauses: number
  readonly starts: number
  /** Where asked for: the characters before them, and, from 0x10000 on, those behind them. */
  readonly around?: ReadonlySet<number>
}

/** The number of a pair of characters. */
export const bigramOf = (a: number, b: number): number => (a << 16) | b

/** Fields of a pair in the table of counts. */
const [count, closes, opens, clauses, starts, fields] = [0, 1, 2, 3, 4, 5] as const

/**
 * Looks for pairs of characters through all pages at once: one pass, however many are wanted. Typed arrays: on a long page a map
 * of objects costs five times as much.
 *
 * @param closely of these the characters around them are told as well
 */
export function countBigrams(
  {pages}: Issue,
  wanted: readonly number[],
  closely: readonly number[]
): (key: number) => Bigram | undefined {
  // as many slots as keys, so that chains stay short on the longest page
  const bits = Math.max(12, Math.ceil(Math.log2(wanted.length + 1)))
  const heads = new Int32Array(2 ** bits)
  const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bits)
  const keys = new Int32Array(wanted.length + 1)
  const chain = new Int32Array(wanted.length + 1)
  const counts = new Int32Array((wanted.length + 1) * fields)
  const around = new Map<number, Set<number>>()
  let size = 0
  const find = (key: number): number => {
    let k = heads[slotOf(key)] ?? 0
    while (k > 0 && keys[k] !== key) k = chain[k] ?? 0
    return k
  }
  for (const key of wanted) {
    if (find(key) > 0) continue
    keys[++size] = key
    chain[size] = heads[slotOf(key)] ?? 0
    heads[slotOf(key)] = size
  }
  for (const key of closely) around.set(find(key), new Set())
  const add = (k: number, field: number) => {
    counts[k * fields + field] = (counts[k * fields + field] ?? 0) + 1
  }
  for (const {source} of size > 0 ? pages : []) {
    let key = 0
    for (let i = 0; i < source.length; i++) {
      key = (key << 16) | source.charCodeAt(i)
      let k = heads[slotOf(key)] ?? 0
      while (k > 0 && keys[k] !== key) k = chain[k] ?? 0
      if (k === 0) continue
      const before = i > 1 ? source.charCodeAt(i - 2) : 0x0a
      const after = source.charCodeAt(i + 1)
      add(k, count)
      if (isStop(after)) add(k, closes)
      if (isStop(before)) add(k, opens)
      else if (isComma(before)) add(k, clauses)
      // behind the end of a line, an indent, the mark of a head
      else if (isBlank(before)) add(k, starts)
      around
        .get(k)
        ?.add(before)
        .add(after + 0x10000)
    }
  }
  return (key) => {
    const k = find(key)
    if (k === 0) return undefined
    const field = (n: number) => counts[k * fields + n] ?? 0
    const sides = around.get(k)
    return {
      count: field(count),
      closes: field(closes),
      opens: field(opens),
      clauses: field(clauses),
      starts: field(starts),
      ...(sides && {around: sides})
    }
  }
}

/** 。！？ */
const isStop = (code: number): boolean =>
  code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x21 || code === 0x3f || code === 0xff61

/** ，；：“ */
const isComma = (code: number): boolean =>
  code === 0xff0c || code === 0x2c || code === 0xff1b || code === 0x3b || code === 0xff1a || code === 0x201c
