import type {Fingerprint, PlacePrint} from './fingerprint.ts'

/** Of each finding, the index of its entry, or -1. */
export interface Matched {
  /** The entry that accepts it. */
  readonly owners: readonly number[]
  /** The entry that accepts some of its places, where it has others now. */
  readonly parts: readonly number[]
}

/**
 * Which entry accepts which finding: an entry accepts one finding, a finding needs one entry. First those that agree in all;
 * then those whose every place is among the entry's, though its story has another head, or one side of it was reworded; last
 * those that say again what two or more entries have said together: where A stands twice with B and with C, B stands twice with C.
 * What has grown by a place more is not accepted.
 *
 * @param entries the places of each
 */
export function match(findings: readonly Fingerprint[], entries: readonly (readonly PlacePrint[])[]): Matched {
  const owner = findings.map(() => -1)
  const used = entries.map(() => false)
  const assign = (find: (finding: Fingerprint) => number | undefined): void => {
    for (const [index, finding] of findings.entries()) {
      if (owner[index] !== -1) continue
      const entry = find(finding)
      if (entry === undefined) continue
      owner[index] = entry
      used[entry] = true
    }
  }
  const exact = indexed(entries, (places) => [keyOf(places)])
  assign(({places}) => exact.get(keyOf(places))?.pop())
  if (!owner.includes(-1)) return {owners: owner, parts: owner}

  const near = indexed(entries, (places) => places.flatMap(keysOf))
  const own = entries.map((places) => new Set(places.flatMap(keysOf)))
  // an entry that has all places has the rarest of them
  assign(({places}) => first(rarest(places), (it) => within(places, own[it])))
  const groups = groupsOf(entries)
  assign(({places}) => {
    if (places.length === 1) return undefined
    // one of each group
    const asked = new Map([...free(places)].reverse().map((it) => [groups[it], it]))
    return first([...asked.values()].reverse(), (it) => within(places, groups[it]))
  })
  const owners = [...owner]
  assign(({alike}) => first(free(alike.map(({place}) => place)), () => true))
  return {owners, parts: owner}

  /** The entries not yet used that share the place which fewest of them have, the first of each key first. */
  function* rarest(places: readonly PlacePrint[]): Generator<number> {
    const lists = places.map((place) => keysOf(place).map(freeOf))
    const size = (them: readonly (readonly number[])[]) => them.reduce((sum, list) => sum + list.length, 0)
    const least = lists.reduce<(typeof lists)[number]>((a, b) => (size(b) < size(a) ? b : a), lists[0] ?? [])
    for (const list of least) {
      for (let i = list.length - 1; i >= 0; i--) if (!used[list[i] as number]) yield list[i] as number
    }
  }

  /** By place and key one entry that is not used: those that share a key are of one group. */
  function* free(places: readonly PlacePrint[]): Generator<number> {
    for (const key of places.flatMap(keysOf)) {
      const entry = freeOf(key).at(-1)
      if (entry !== undefined) yield entry
    }
  }

  /** The entries that have a key, the first last; those at the end that are used are forgotten. */
  function freeOf(key: string): readonly number[] {
    const list = near.get(key) ?? []
    while (list.length > 0 && used[list[list.length - 1] as number]) list.pop()
    return list
  }
}

/** Asks of places whether they are among those of an entry. */
export function isAmong(entry: readonly PlacePrint[]): (place: PlacePrint) => boolean {
  const keys = new Set(entry.flatMap(keysOf))
  return (place) => within([place], keys)
}

const keyOf = (places: readonly PlacePrint[]): string => JSON.stringify(places)

/** A place is the same in the same words where its story has the same head or the same opening, and one side of it is the same. */
function keysOf({words, head, opening, before, after}: PlacePrint): string[] {
  const stories = [head && `h${head}`, opening && `o${opening}`].filter((it) => it !== '')
  const sides = [before && `b${before}`, after && `a${after}`].filter((it) => it !== '')
  return some(stories).flatMap((story) => some(sides).map((side) => `${words}${story}${side}`))
}

function first(entries: Iterable<number>, fits: (entry: number) => boolean): number | undefined {
  for (const entry of entries) if (fits(entry)) return entry
  return undefined
}

const some = (keys: readonly string[]): readonly string[] => (keys.length === 0 ? [''] : keys)

const within = (places: readonly PlacePrint[], set: ReadonlySet<string> | undefined): boolean =>
  places.every((place) => keysOf(place).some((key) => set?.has(key)))

/** By key the entries that have it, the last first. */
function indexed(
  entries: readonly (readonly PlacePrint[])[],
  toKeys: (places: readonly PlacePrint[]) => readonly string[]
): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (let entry = entries.length - 1; entry >= 0; entry--) {
    for (const key of new Set(toKeys(entries[entry] ?? []))) {
      const list = index.get(key)
      if (list) list.push(entry)
      else index.set(key, [entry])
    }
  }
  return index
}

/** For each entry the places of all entries that it is tied to by places they share. */
function groupsOf(entries: readonly (readonly PlacePrint[])[]): Set<string>[] {
  const groups = new Map<string, Set<string>>()
  const own: Set<string>[] = []
  for (const places of entries) {
    const keys = places.flatMap(keysOf)
    const met = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))].sort((a, b) => b.size - a.size)
    const group = met[0] ?? new Set<string>()
    // the smaller is poured into the larger: each key moves few times
    for (const other of met.slice(1)) for (const key of other) groups.set(key, group.add(key))
    for (const key of keys) groups.set(key, group.add(key))
    own.push(group)
  }
  return own.map((group) => groups.get(group.values().next().value ?? '') ?? group)
}
