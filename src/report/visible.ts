/**
 * What must not reach a terminal or hide in a report: controls, overrides of the direction of writing, marks without
 * width, tags. Tabs and line ends are blanks here: a report breaks its lines itself.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** Wherever it stands in a line, Azure and GitHub take it for an order: `##vso[task.setvariable …]`, `##[add-matcher]…`. */
const order = /(##\w*)\[/g

/**
 * The text with every hidden character drawn: `␛` for the escape, `\u{202e}` for an override.
 * Gives one line; safe to print behind words of ours. Text that is safe already comes back as it is.
 */
export function visible(text: string): string {
  return text.replace(hidden, draw).replace(order, '$1\\u{5b}')
}

/** The same for text of several lines: U+000A stays. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(visible)
    .join('\n')
}

/**
 * A report whose lines may begin with words that are not ours (a wrapped quotation, a path): GitHub takes `::error::` for an order where
 * a line begins with it, blanks before it or not.
 */
export function orderless(report: string): string {
  return report.replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1\\u{3a}')
}

function draw(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x09 || code === 0x0a || code === 0x0d) return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return `\\u{${code.toString(16)}}`
}
