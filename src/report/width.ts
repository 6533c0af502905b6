/** How many columns of a terminal a character takes. */
export type Measure = (character: string) => number

/** A character with the marks that sit on it. */
const character = /\P{M}\p{M}*|\p{M}+/gu

/** What pages are not written in: of all else the width is known here. Line ends and tabs are drawn before anything is measured. */
const uncommon =
  /[^\n\r\t\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u0391-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2460-\u24ff\u2500-\u257f\u25a0-\u25ef\u2605\u2606\u2716\u2713\u3000-\u3029\u3030-\u303e\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/

/** Characters of two columns, beyond those of copy roughly: scripts of East Asia, pictures. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}])/u

/** The columns of a character: exact for those of Chinese and English copy, near enough for others. */
export const commonWidth: Measure = (it) => {
  const code = it.codePointAt(0) ?? 0
  if (code < 0x7f) return 1
  if ((code >= 0x4e00 && code <= 0x9fff) || wide.test(it)) return 2
  return /^[\p{M}\p{Cf}]/u.test(it) ? 0 : 1
}

/**
 * A measure for texts. Where they have characters beyond those of copy, string-width is asked: it is exact, and takes as long to
 * load as a page to check.
 */
export async function loadMeasure(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (isCommon(text)) continue
    const {default: stringWidth} = await import('string-width')
    return (it) => (isCommon(it) ? commonWidth(it) : stringWidth(it))
  }
  return commonWidth
}

const isCommon = (text: string): boolean => !uncommon.test(text)

/** The characters of a text, each with its combining marks. */
export function charactersOf(text: string): string[] {
  return text.match(character) ?? []
}

/** The columns of a text of one line, without colours. */
export function columnsOf(text: string, measure: Measure): number {
  return charactersOf(text).reduce((total, it) => total + measure(it), 0)
}

/** A text with blanks behind it up to a width. */
export function padEnd(text: string, columns: number, measure: Measure): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text, measure)))
}
