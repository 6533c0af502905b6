import {arabicAt} from './arabic-numbers.ts'
import {hanAt} from './han-numbers.ts'

export type Mutable<T> = {-readonly [K in keyof T]: T[K]}

/** A written number, without what stands before or behind it. */
export interface WrittenNumber {
  readonly end: number
  readonly value: number
  /** What its last written digit is worth. */
  readonly step: number
  readonly han: boolean
  /** A scale alone: 百, 万. */
  readonly bare: boolean
  /** Arabic digits in a row before any point or scale. */
  readonly digits: number
}

/** The number that begins at an offset; absent where the characters make none: 七八, 三五. */
export function numberAt(text: string, from: number): WrittenNumber | undefined {
  const code = text.charCodeAt(from)
  return code < 0x3007 || code >= 0xff10 ? arabicAt(text, from) : hanAt(text, from)
}
