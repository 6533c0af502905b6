import type {Block, LoneMark} from 'copylint'
import {marksOf} from 'copylint'

/** So many characters beside a mark tell which one it is. */
const words = 8

/** What a message says of a mark: itself, what it wants, and the words that it holds. One that is turned holds those on its other side. */
export function toData(
  {at, kind, opens}: LoneMark,
  {text, start}: Block,
  isTurned: boolean
): {mark: string; mate: string; words: string} {
  const {open, close} = marksOf(kind)
  const index = at - start
  const beside =
    opens !== isTurned ? text.slice(index + 1, index + 1 + words) : text.slice(Math.max(0, index - words), index)
  // half of a pair of surrogates is no character
  return {
    mark: text.charAt(index),
    mate: opens ? close : open,
    words: beside.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  }
}
