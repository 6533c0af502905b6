import type {Name, Names, NameWords} from 'copylint'
import {side} from 'copylint'

/** What follows a name in more than half of its places belongs to it: 谢瓦尔｜德. */
const mostFollowed = 1 / 2

/** Of a name that stands in more places the first ones say enough. */
const mostPlaces = 1000

/** 说 */
export const said = 0x8bf4

/** What stands around the places of a name. */
export interface About {
  /** The offices before it and behind it. */
  readonly offices: ReadonlySet<string>
  /** In which stories it stands, whether it has an office there, and its last place in each. */
  readonly stories: ReadonlyMap<number, {readonly introduced: boolean; readonly last: number}>
  /** Four characters before it and behind it. */
  readonly words: ReadonlySet<string>
}

export function aboutName(
  {text: name, places}: Name,
  {codes, text}: Names,
  words: NameWords,
  storyOf: (place: number) => number
): About {
  const offices = new Set<string>()
  const stories = new Map<number, {introduced: boolean; last: number}>()
  const beside = new Set<string>()
  for (const place of places.slice(0, mostPlaces)) {
    const end = place + name.length
    const story = storyOf(place)
    const isBehind = words.before(codes, place) === side.known
    const isBefore = hasTitle(codes, end, words)
    if (isBehind) offices.add(text.slice(place - 2, place))
    if (isBefore) offices.add(text.slice(end, end + 2))
    const introduced = isBehind || isBefore || stories.get(story)?.introduced === true
    stories.set(story, {introduced, last: place})
    for (const four of [wordsBefore(text, place), wordsBehind(text, end)]) if (four !== '') beside.add(four)
  }
  return {offices, stories, words: beside}
}

/** Whether an office stands behind an offset: 林岚｜主任, 林岚｜总书记. */
export const hasTitle = (codes: Uint16Array, offset: number, words: NameWords): boolean =>
  words.behind(codes, offset) === side.known &&
  (words.before(codes, offset + 2) === side.known || words.before(codes, offset + 3) === side.known)

/** Four characters before an offset, or nothing where a line begins among them. */
export function wordsBefore(text: string, offset: number): string {
  const four = offset < 4 ? '' : text.slice(offset - 4, offset)
  return isHan(four) ? `${four}<` : ''
}

/** The same behind an offset. */
export function wordsBehind(text: string, offset: number): string {
  const four = text.slice(offset, offset + 4)
  return four.length === 4 && isHan(four) ? `>${four}` : ''
}

/** Whether all of them are Chinese, marks among them. */
function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x3001) return false
  return text !== ''
}

/** Whether a name ends where it seems to: what follows it is now this, now that. */
export function endsHere({text: name, places}: Name, codes: Uint16Array, words: NameWords): boolean {
  const next = new Map<number, number>()
  let inside = 0
  let deed = false
  let open = 0
  for (const place of places) {
    const end = place + name.length
    const code = codes[end] as number
    const left = words.before(codes, place)
    const right = words.behind(codes, end)
    // 贯彻｜习近平｜总书记 is no longer word
    if (left === side.nothing && right !== side.known) inside++
    if (left >= side.mark && (code === said || (right === side.known && !hasTitle(codes, end, words)))) deed = true
    if (right === side.nothing) open++
    if (right === side.nothing) next.set(code, (next.get(code) ?? 0) + 1)
  }
  // a name of two characters must act somewhere: 许多｜同志 does not
  if (name.length === 2 && !deed) return false
  // 代化的｜质量: a name that ends in such a word stands before marks and verbs
  if (words.behind(codes, (places[0] ?? 0) + name.length - 1) >= side.word && open * 2 > places.length) return false
  // 革命｜纪念馆
  if (inside * 2 > places.length) return false
  for (const count of next.values()) if (count > places.length * mostFollowed) return false
  return true
}
