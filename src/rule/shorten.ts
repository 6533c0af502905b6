/**
 * A line of the page for a message, cut where it is too long: `白溪县图书馆夜间开放到…`
 *
 * @param most of its UTF-16 units, with the ellipsis
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  // half of a pair of surrogates is no character
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
