/** The characters of a stretch of XML text, and where each begins in it where references or line ends stand among them. */
export interface Words {
  readonly text: string
  /** Offsets in the XML, one for each character and one behind the last. */
  readonly map?: readonly number[]
}

/** Characters that XML cannot hold, or that end a paragraph; halves of pairs. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000a-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/**
 * The words of a text node. Line ends in it are blanks, as Word shows them: `汤溪&amp;青溪` → `汤溪&青溪`.
 *
 * @param literal whether `&` means nothing (CDATA)
 */
export function toWords(xml: string, start: number, end: number, literal = false): Words {
  const raw = xml.slice(start, end)
  if (!/[&\r\n]/.test(raw)) return {text: raw}
  let text = ''
  const map: number[] = []
  const take = (char: string, at: number): void => {
    for (let i = 0; i < char.length; i++) map.push(at)
    text += char
  }
  for (let i = 0; i < raw.length; ) {
    const char = raw.charAt(i)
    const semicolon = char === '&' && !literal ? raw.indexOf(';', i) : -1
    if (semicolon > 0) {
      take(characterOf(raw.slice(i + 1, semicolon)), start + i)
      i = semicolon + 1
    } else if (char === '\r' || char === '\n') {
      take(' ', start + i)
      i += raw.startsWith('\r\n', i) ? 2 : 1
    } else {
      take(char, start + i)
      i++
    }
  }
  map.push(end)
  return {text, map}
}

function characterOf(reference: string): string {
  const isHex = reference.startsWith('#x')
  if (!reference.startsWith('#')) return named[reference] ?? ''
  const char = String.fromCodePoint(Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10))
  return char === '\n' || char === '\r' ? ' ' : char
}

/** Words as the content of a `w:t`, with the prefix that the part has for its elements: `w:`. Undefined where XML cannot hold them. */
export function toXml(text: string, prefix: string): string | undefined {
  if (forbidden.test(text)) {
    return undefined
  }
  return text
    .replace(/[&<>]/g, (it) => (it === '&' ? '&amp;' : it === '<' ? '&lt;' : '&gt;'))
    .replace(/[\t\u2028]/g, (it) => {
      const element = it === '\t' ? 'tab' : 'br'
      return `</${prefix}t><${prefix}${element}/><${prefix}t xml:space="preserve">`
    })
}
