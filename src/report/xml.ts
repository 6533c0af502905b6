import {visible, visibleLines} from './visible.ts'

/** An element: each of its children on a line of its own, a text as it is. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly string[] | string = []
): string {
  const told = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(visible(String(value)))}"`]
  )
  const open = `<${name}${told.join('')}`
  if (typeof content === 'string') return `${open}>${escapeXml(visibleLines(content))}</${name}>`
  if (content.length === 0) return `${open}/>`
  return [`${open}>`, ...content, `</${name}>`].join('\n')
}

/** A document of XML 1.0. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`

/**
 * XML 1.0 knows neither controls, which are drawn, nor U+FFFE and U+FFFF, not even as references. A line that begins with `::` would be
 * an order in the log of a build.
 */
function escapeXml(text: string): string {
  return text
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (it) => entities[it] ?? it)
    .replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1&#58;')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}
