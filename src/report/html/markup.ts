import {visible} from '../visible.ts'

/** Markup that we wrote, with what is not ours in it escaped: only `html` makes it. */
export interface Html {
  readonly markup: string
}

export type Part = string | number | Html | undefined | false | readonly Part[]

/**
 * A template of markup. Whatever is put into it is text, or the value of an attribute in double quotes: it is escaped, and what hides
 * in it is drawn. There is no other way for the words of a page into the report.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = template[0] ?? ''
  for (const [index, part] of parts.entries()) markup += toMarkup(part) + (template[index + 1] ?? '')
  return {markup}
}

/** Parts one behind the other. */
export const joined = (parts: readonly Part[]): Html => ({markup: toMarkup(parts)})

function toMarkup(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(toMarkup).join('')
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (it) => entities[it] ?? it)

/** A text of several lines. */
export function lines(text: string): Part {
  return text.split(/\r\n?|\n/).map((line, index) => (index === 0 ? line : [html`<br>`, line]))
}

/** An address that may become a link: of the web, and nothing that runs. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\/[^\s\\]+$/i.test(url) || visible(url) !== url) return undefined
  return url
}
