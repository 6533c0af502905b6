import type {LikeCharacters, TermMatch} from 'copylint'
import {loadLikeCharacters, matcher} from 'copylint'
import type {Entry} from './entries.ts'
import {type NearMiss, nearMisses, type Target} from './near.ts'
import {standsAlone} from './text.ts'

/** What a word of the house is: right, or a wrong form, or an office, or a longer word in which a wrong form is right. */
export type Role = 'right' | 'wrong' | 'office' | 'except'

export interface Word {
  readonly text: string
  readonly role: Role
  /** Absent for an office. */
  readonly entry?: Entry
}

/** Where a word stands in a text; none lies within a longer one. */
export interface Hit {
  readonly word: Word
  readonly start: number
  readonly end: number
}

/** All words of the house, ready to be looked for. */
export interface Lexicon {
  readonly words: readonly Word[]
  readonly find: (text: string) => Iterable<TermMatch>
  readonly near: (text: string) => NearMiss[]
  /** The words that a near miss may be of. */
  readonly targets: readonly (Target & {readonly entry: Entry})[]
  /** Who holds an office; nobody, where it is only derived from one (副县长 from 县长). */
  readonly holders: ReadonlyMap<string, readonly Entry[]>
  readonly alike: LikeCharacters
  /** Where an entry stands, for messages: `terms/people.yaml:12`. */
  readonly placeOf: (entry: Entry) => string
}

/** A shorter organisation, place or phrase is in too many other words. */
const leastNear = {people: 3, organisations: 4, places: 3, phrases: 4} as const

/** Builds what finds the words of entries that do not contradict one another. */
export async function lexiconOf(entries: readonly Entry[], placeOf: Lexicon['placeOf']): Promise<Lexicon> {
  const words: Word[] = []
  const targets: (Target & {entry: Entry})[] = []
  const holders = new Map<string, Entry[]>()
  const places = new Set(entries.filter(({kind}) => kind === 'places').map(({right = ''}) => right))
  // of two equal words the first is found: a name before a place, a wrong form before a part of an office
  const people = entries.filter(({kind}) => kind === 'people')
  for (const entry of [...people, ...entries.filter(({kind}) => kind !== 'people')]) {
    const right =
      entry.right === undefined ? [] : entry.also.length === 0 ? [entry.right] : [entry.right, ...entry.also]
    for (const text of right) words.push({text, role: 'right', entry})
    for (const text of entry.wrong) words.push({text, role: 'wrong', entry})
    for (const text of entry.except) words.push({text, role: 'except', entry})
    const {kind} = entry
    if (kind !== 'preferred' && kind !== 'forbidden') {
      const exact = kind === 'phrases'
      for (const text of right) {
        if (text.length >= leastNear[kind])
          targets.push({text, exact, whole: exact || kind === 'organisations', name: kind === 'people', entry})
      }
    }
    for (const office of entry.offices.flatMap((it) => (places.size === 0 ? [it] : [it, ...shortForms(it, places)]))) {
      const list = holders.get(office)
      if (list) list.push(entry)
      else holders.set(office, [entry])
    }
  }
  for (const office of [...holders.keys()]) {
    for (const other of kindred(office)) if (!holders.has(other)) holders.set(other, [])
  }
  for (const text of holders.keys()) words.push({text, role: 'office'})
  const alike = targets.length > 0 || holders.size > 0 ? await loadLikeCharacters() : () => undefined
  return {
    words,
    find: matcher(words.map(({text}) => text)),
    near: nearMisses(targets, alike),
    targets,
    holders,
    alike,
    placeOf
  }
}

const title =
  /(?:委员长|秘书长|检察长|书记|主席|主任|市长|县长|省长|区长|镇长|乡长|州长|局长|厅长|部长|院长|校长|会长|社长|台长|馆长|处长|科长|所长|站长|队长|总编辑|总经理|董事长|总理)$/

/** An office of a place of the house as its own pages say it: 县委书记 and 县长 of 青溪县委书记 and 青溪县县长. */
function shortForms(office: string, places: ReadonlySet<string>): string[] {
  for (let length = 2; length <= 6 && length < office.length - 1; length++) {
    const place = office.slice(0, length)
    if (!places.has(place)) continue
    const [without, within] = [office.slice(length), office.slice(length - 1)]
    // 青溪县县长 is 县长, not 县县长; 青溪县委书记 is 县委书记, not 委书记
    return without[0] === within[0] ? [without] : [within, ...(without.startsWith('委') ? [] : [without])]
  }
  return []
}

/** Offices of the same kind: 县委副书记 of 县委书记, 县长 of 副县长. */
function kindred(office: string): string[] {
  if (office.includes('副')) return [office.replace('副', '')]
  const name = title.exec(office)
  return name ? [`${office.slice(0, name.index)}副${name[0]}`] : []
}

/** The words of the house in a text, in its order, those that lie within longer ones left out (教育局 in 县教育局). */
export function hitsIn(text: string, {find, words}: Pick<Lexicon, 'find' | 'words'>): Hit[] {
  const hits: Hit[] = []
  for (const {term, start, end} of find(text)) {
    // they come in the order of their ends
    const last = hits.at(-1)
    if (last && last.end === end && last.start <= start) continue
    if (!standsAlone(text, start, end)) continue
    while (hits.length > 0 && (hits.at(-1) as Hit).start >= start) hits.pop()
    hits.push({word: words[term] as Word, start, end})
  }
  return hits
}
