import type {LikeCharacters} from 'copylint'
import {loadLikeCharacters} from 'copylint'
import type {Entry} from './entries.ts'
import {type NearMiss, nearMisses, type Target} from './near.ts'
import {type Find, findWords} from './words.ts'

/** What a word of the house is: right, or a wrong form, or an office, or its place, or a longer word in which a wrong form is right. */
export type Role = 'right' | 'wrong' | 'office' | 'place' | 'except'

export interface Word {
  readonly text: string
  readonly role: Role
  /** Absent for an office and its place. */
  readonly entry?: Entry
}

/** All words of the house, ready to be looked for. */
export interface Lexicon {
  readonly find: Find
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
  const own = new Set<string>()
  const forms = new Map<string, readonly string[]>()
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
    for (const office of entry.offices) {
      // many have the same: mayors, reporters
      const known = forms.get(office) ?? formsIn(office, places, own)
      forms.set(office, known)
      for (const form of known) {
        const list = holders.get(form)
        if (list) list.push(entry)
        else holders.set(form, [entry])
      }
    }
  }
  for (const office of [...holders.keys()]) {
    for (const other of kindred(office)) if (!holders.has(other)) holders.set(other, [])
  }
  for (const text of holders.keys()) words.push({text, role: 'office'})
  for (const text of own) words.push({text, role: 'place'})
  const alike = targets.length > 0 || holders.size > 0 ? await loadLikeCharacters() : () => undefined
  return {
    find: findWords(words),
    near: nearMisses(targets, alike),
    targets,
    holders,
    alike,
    placeOf
  }
}

const title =
  /(?:委员长|秘书长|检察长|书记|主席|主任|市长|县长|省长|区长|镇长|乡长|州长|局长|厅长|部长|院长|校长|会长|社长|台长|馆长|处长|科长|所长|站长|队长|总编辑|总经理|董事长|总理)$/

/** An office as pages say it; with 中共临溪县委书记 also 临溪县委书记 and 县委书记. */
function formsIn(office: string, places: ReadonlySet<string>, own: Set<string>): string[] {
  const plain = office.replace(/^中共(?=.{4})/, '')
  return [...new Set([office, plain, ...shortForms(plain, places, own)])]
}

/** The place with which an office begins: 临溪县 of 临溪县委书记; none where it is no name, 社区书记 and 开发区主任. */
const ownPlace = new RegExp(
  '^[^省市县区旗镇乡道国党中\\s][^省市县区旗镇乡\\s]{0,7}?(?:自治[区县旗]|街道|[省市县区旗镇乡])' +
    '(?=[委副纪]|书记|党[委组工政校]|人[大民武社]|政[府协法]|常[务委]|监委|统战|组织|宣传|民政|教育|农业|卫生|公安|财政|文[旅化体]|' +
    '交通|水利|住[建房]|自然|生态|发改|发展|应急|审计|市场监|商务|科技|法院|检察院|[省市县区旗镇乡]长)'
)
const noPlace = /^(?:城[市区镇乡]|都市|社区|小区|校区|院区|园区|景区|地区|山区|辖区|全.|本.|各.|该.|.*[发示实景园]区)$/

/** An office as the pages of its place say it: 县委书记 and 县长 of 青溪县委书记 and 青溪县县长. Puts the place, if no entry has it, among `own`. */
function shortForms(office: string, places: ReadonlySet<string>, own: Set<string>): string[] {
  for (let length = 2; length <= 6 && length < office.length - 1; length++) {
    const place = office.slice(0, length)
    if (places.has(place)) return atHome(office, place)
  }
  const place = ownPlace.exec(office)?.[0]
  if (place === undefined || noPlace.test(place)) return []
  own.add(place)
  // 书记 alone is anybody's
  return atHome(office, place).filter((it) => it.length > 2 || /^[省市县区旗镇乡]/.test(it))
}

function atHome(office: string, place: string): string[] {
  const kind = place.endsWith('街道') ? 2 : 1
  const [without, within] = [office.slice(place.length), office.slice(place.length - kind)]
  // 青溪县县长 is 县长, not 县县长; 青溪县委书记 is 县委书记, not 委书记
  return without[0] === within[0] ? [without] : [within, ...(without.startsWith('委') ? [] : [without])]
}

/** Offices of the same kind: 县委副书记 of 县委书记, 县长 of 副县长. */
function kindred(office: string): string[] {
  if (office.includes('副')) return [office.replace('副', '')]
  const name = title.exec(office)
  return name ? [`${office.slice(0, name.index)}副${name[0]}`] : []
}
