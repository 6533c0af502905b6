/** The element with an id, if the report has it. */
export function byId<T extends Element = HTMLElement>(id: string): T | null {
  return document.getElementById(id) as unknown as T | null
}

export const all = <T extends Element = HTMLElement>(selector: string): T[] => [
  ...document.querySelectorAll<T>(selector)
]

/** The numbers of the findings that an element shows. */
export function numbersOf(element: Element): number[] {
  return (element.getAttribute('data-f') ?? '').split(' ').filter(Boolean).map(Number)
}

/** Whether each part of the report scrolls by itself, beside the others. */
export const isDesk = (): boolean => getComputedStyle(document.body).overflowY === 'hidden'

/** The part of the address behind `#`: the finding chosen, then the filters. */
export function readHash(): {chosen: string; query: URLSearchParams} {
  const [chosen = '', ...rest] = location.hash.slice(1).split('&')
  if (chosen.includes('=')) return {chosen: '', query: new URLSearchParams(location.hash.slice(1))}
  return {chosen, query: new URLSearchParams(rest.join('&'))}
}

export function writeHash(chosen: string, query: URLSearchParams): void {
  const parts = [chosen, query.toString()].filter((it) => it !== '')
  history.replaceState(null, '', `#${parts.join('&')}`)
}
