import type {Edit, Finding, Span} from '../rule/finding.ts'

/** Gives the source of a span. */
export type TextOf = (span: Span) => string

/**
 * How many characters are printed: Han characters, letters, digits and marks each one, as a line of type holds them; blanks and
 * what cannot be seen none.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // of a pair of surrogates the second is no character of its own
    if (!isBlank(code) && !(code >= 0xdc00 && code <= 0xdfff)) count++
  }
  return count
}

/**
 * How many characters of a finding are wrong, missing or superfluous. Its mend says it best: of 传达了学习了 it takes one 了 away, of
 * 再接再励 it changes one. Without a mend it is what the finding marks.
 */
export function wrongUnits(found: Pick<Finding, 'at' | 'fixes'>, textOf: TextOf): number {
  const fix = found.fixes?.find(({safety}) => safety === 'safe') ?? found.fixes?.[0]
  const page = found.at.page ?? 0
  const edits = fix?.edits.filter((edit) => (edit.page ?? page) === page) ?? []
  const units =
    edits.length > 0 ? edits.reduce((sum, edit) => sum + changed(edit, page, textOf), 0) : unitsOf(textOf(found.at))
  return Math.max(1, units)
}

const changed = (edit: Edit, page: number, textOf: TextOf): number =>
  changedUnits(textOf({start: edit.start, end: edit.end, page}), edit.text)

/** How many characters differ where one text is put for another. What one proof mark puts in order is one. */
export function changedUnits(before: string, after: string): number {
  const [old, given] = unlike(toUnits(before), toUnits(after))
  if (old.length !== given.length) return Math.max(old.length, given.length)
  if (isTransposed(old, given)) return 1
  return old.filter((unit, index) => unit !== given[index]).length
}

/** Han characters one by one, a word or a figure of other scripts as one; marks and blanks are no characters here. */
const unit = /[0-9０-９]+(?:[.．][0-9０-９]+)?|(?:(?![\u2e80-\u9fff\uf900-\ufaff])[\p{L}\p{M}])+|[\p{L}\p{N}]/gu

const toUnits = (text: string): string[] => text.match(unit) ?? []

const unitsOf = (text: string): number => toUnits(text).length

function unlike(before: readonly string[], after: readonly string[]): [readonly string[], readonly string[]] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
}

/** 成完 for 完成: two neighbours have changed places. Long texts are no longer one slip. */
function isTransposed(before: readonly string[], after: readonly string[]): boolean {
  if (before.length < 2 || before.length > 12) return false
  return before.some((_, at) => at > 0 && [...before.slice(at), ...before.slice(0, at)].join() === after.join())
}

function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
