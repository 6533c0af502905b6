/** A part of a text node and where it stands in the file. `same`: the same characters in both. */
export interface Part {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly same: boolean
}

/** Entities that HTML knows without their `;` and that stand in Chinese pages. */
const bare = /&(nbsp|lt|gt|amp|quot|copy|reg|middot|laquo|raquo|times|divide|deg|plusmn|sect|para|yen|cent|pound|shy)/y
const entity = /&(?:#x[\da-f]{1,7}|#\d{1,8}|[a-z][a-z\d]{1,31});/iy

/**
 * Ties the words of a text node to the file, where entities, escapes, line ends and ignored tags make the two differ. What cannot
 * be tied is one part, so that its place is known and nobody edits it.
 *
 * @param value the node's words
 * @param from where its stretch of the file begins, `to` where it ends
 */
export function align(
  source: string,
  value: string,
  from: number,
  to: number,
  format: 'html' | 'markdown'
): readonly Part[] {
  // most text has neither; and in an address of Markdown, `www.a.example/?b&amp;c`, entities mean nothing
  if (to - from === value.length && source.startsWith(value, from) && !/[\r\n]/.test(value)) {
    return [{text: value, from, to, same: true}]
  }
  const parts: Part[] = []
  let at = entityStart(source, value, from, format)
  let i = 0
  let plain = 0
  const push = (length: number, width: number) => {
    flush()
    if (length > 0) parts.push({text: value.slice(i, i + length), from: at, to: at + width, same: false})
    i += length
    at += width
    plain = i
  }
  const flush = () => {
    if (i > plain) parts.push({text: value.slice(plain, i), from: at - (i - plain), to: at, same: true})
    plain = i
  }
  while (i < value.length) {
    const code = source.charCodeAt(at)
    if (at >= to) break
    if (code === 0x0d || (isGap(code) && code !== value.charCodeAt(i) && endLength(value, i) > 0)) {
      const length = endLength(value, i)
      const width = lineEnd(source, at, to, format, value.charCodeAt(i + length))
      if (width === 0 || length === 0) break
      push(length, width)
    } else if (code === 0x0a && format === 'markdown') {
      const length = endLength(value, i)
      if (length === 0) break
      push(length, lineEnd(source, at, to, format, value.charCodeAt(i + length)))
    } else if (code === 0x26 && coded(source, at, value.charCodeAt(i), format) > 0) {
      push(pointLength(value, i), coded(source, at, value.charCodeAt(i), format))
    } else if (format === 'markdown' && code === 0x5c && isEscape(source, at, value, i)) push(1, 2)
    else if (format === 'html' && code === 0x3c && /[a-z/!?]/i.test(source.charAt(at + 1))) {
      push(0, tagLength(source, at, to))
    } else if (code === value.charCodeAt(i)) {
      i++
      at++
    } else if (code === 0 || (format === 'html' && code <= 0x20)) push(0, 1)
    else break
  }
  flush()
  if (i < value.length) parts.push({text: value.slice(i), from: Math.min(at, to), to, same: false})
  return parts
}

/** Of text that begins with an entity behind the doctype, the parser of HTML gives the place of its `;`. */
function entityStart(source: string, value: string, from: number, format: 'html' | 'markdown'): number {
  if (format !== 'html' || source.charAt(from) !== ';' || value.startsWith(';')) return from
  const at = source.lastIndexOf('&', from)
  return from - at < 34 && coded(source, at, value.charCodeAt(0), format) === from + 1 - at ? at : from
}

/** How long the line end is that stands there; 0: none does. */
function endLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2
  return text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d ? 1 : 0
}

/** A line end; in Markdown with the blanks before it, and the marks and blanks that begin the next line in a quotation or list. */
function lineEnd(source: string, from: number, to: number, format: 'html' | 'markdown', next: number): number {
  let at = from
  if (format === 'markdown') while (at < to && isGap(source.charCodeAt(at))) at++
  if (source.startsWith('\r\n', at)) at += 2
  else if (source.charCodeAt(at) === 0x0a || source.charCodeAt(at) === 0x0d) at++
  else return 0
  if (format === 'markdown')
    while (at < to && (isGap(source.charCodeAt(at)) || (source.charCodeAt(at) === 0x3e && next !== 0x3e))) at++
  return at - from
}

const isGap = (code: number): boolean => code === 0x20 || code === 0x09

/** How long an entity is that stands for the character; 0 where none is. */
function coded(source: string, at: number, code: number, format: 'html' | 'markdown'): number {
  entity.lastIndex = at
  const [found] = entity.exec(source) ?? []
  if (found !== undefined) return code !== 0x26 || /^&(?:amp|#38|#x26);$/i.test(found) ? found.length : 0
  if (format === 'markdown') return 0
  bare.lastIndex = at
  const [short, name] = bare.exec(source) ?? []
  return short !== undefined && (code !== 0x26 || name === 'amp') ? short.length : 0
}

const pointLength = (value: string, i: number): number => ((value.codePointAt(i) as number) > 0xffff ? 2 : 1)

/** `\*` is `*`; a backslash before a letter is itself. */
function isEscape(source: string, at: number, value: string, i: number): boolean {
  const next = source.charAt(at + 1)
  return /[!-/:-@[-`{-~]/.test(next) && next === value.charAt(i)
}

function tagLength(source: string, at: number, to: number): number {
  const comment = source.startsWith('<!--', at)
  const [raw] = /^<(?:script|style)\b/i.exec(source.slice(at, at + 8)) ?? []
  // what is in a script is no tag
  const start = raw ? behindRaw(source, at, `</${raw.slice(1)}`) : at
  const end = source.indexOf(comment ? '-->' : '>', start)
  return end < 0 || end >= to ? to - at : end + (comment ? 3 : 1) - at
}

function behindRaw(source: string, at: number, tag: string): number {
  const end = new RegExp(tag, 'gi')
  end.lastIndex = at
  return end.exec(source)?.index ?? source.length
}
