import type {Place} from './place.ts'

/** So many kinds are named in a message. */
const most = 3

/** What there is of each kind, most first: “,”282 “()”34 “;”14. Signs only, to be read in any language. */
export function toKinds(places: readonly Place[]): string {
  const counts = new Map<string, number>()
  for (const {kind} of places) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const named = sorted.slice(0, most).map(([kind, count]) => `“${kind}”${count}`)
  return named.join(' ') + (sorted.length > most ? '…' : '')
}
