/** So many brackets or marks of emphasis in one paragraph, and the time that it takes to pair them grows with their square. */
const mostBrackets = 1500
const mostMarks = 4000
/** Lines of `---` or `===` right below a line, on a page. */
const mostUnderlines = 1000
/** Quotations and lists in one another. */
const deepest = 24
/** Lines of a page that have more than four marks of them. */
const mostDeep = 500

/** Whether a text would take a parser of Markdown longer than its length allows. Nobody writes such Markdown. */
export function isTooMuch(text: string): boolean {
  let brackets = 0
  let marks = 0
  let underlines = 0
  let deep = 0
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    let blank = true
    const first = text.charAt(start)
    if ((first === '-' || first === '=') && /^(?:-+|=+)[ \t]*\r?$/.test(text.slice(start, Math.min(end, start + 200))))
      underlines++
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i)
      if (code === 0x5b || code === 0x5d) brackets++
      else if (code === 0x2a || code === 0x5f || code === 0x7e) marks++
      if (code > 0x20) blank = false
    }
    if (/^[ \t]*(?:>[ \t]*){5}/.test(text.slice(start, Math.min(end, start + 100)))) deep++
    if (blank) {
      brackets = 0
      marks = 0
    } else if (
      brackets > mostBrackets ||
      marks > mostMarks ||
      underlines > mostUnderlines ||
      deep > mostDeep ||
      isDeep(text, start, end)
    )
      return true
    start = end + 1
  }
  return false
}

/** `> > > - - 1. words`, or an item of a list far to the right. */
function isDeep(text: string, start: number, end: number): boolean {
  let depth = 0
  let columns = 0
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i)
    if (mark === ' ') columns++
    else if (mark === '\t') columns += 4
    else if ('>-*+'.includes(mark)) depth++
    else if (mark >= '0' && mark <= '9') continue
    else if (mark === '.' || mark === ')') depth++
    else break
    if (depth > deepest && columns > 0) return columns >= depth / 2
  }
  return depth > 0 && columns > 4 * deepest
}
