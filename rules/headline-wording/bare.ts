import type {Block} from 'copylint'
import {isHanCharacter} from 'copylint'
import {isExchanged} from './near.ts'
import type {Laid, Story} from './story.ts'

/** A stretch of a block, by offsets in its text. */
export interface Print {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** Words of a head that its story prints with another letter in one place. */
export interface Other {
  readonly at: Print
  readonly prints: readonly Print[]
  /** Whether quotes around one of the two say where it begins and ends. */
  readonly quoted: boolean
}

/** On both sides of the letter so many are the same, and so many together. */
const leastAround = 2
const leastShared = 4

/** What is longer holds no name. */
const longest = 40

/** Prints that are looked at, and places of one letter in a head. */
const mostPrints = 20
const mostPlaces = 8

/** A letter of a head with its neighbours. */
interface Place {
  readonly head: Block
  readonly index: number
  /** Where it stands in `codes`. */
  readonly place: number
  readonly prints: {readonly block: Block; readonly index: number}[]
  /** The story has these five letters as well. */
  known: boolean
  /** Another place whose first letter is found in the same slot, from 1. */
  readonly next: number
}

/** Letters that differ by this share a slot: few enough to be near at hand, so many that most letters of a story fall into an empty one. */
const slots = 0x400

/** Words of the heads that the story never has, but with another letter in one place. One pass over the story. */
export function* findOthers({heads, rest}: Story, codes: Uint16Array): Generator<Other> {
  const first = new Uint16Array(slots)
  const places = placesOf(heads, codes, first)
  if (places.length === 0) return
  for (const laid of rest) look(laid, places, first, codes)
  for (const place of places) {
    const found = place.known ? undefined : verdict(place)
    if (found) yield found
  }
}

/** A loop of its own: it is run for every letter of an issue. */
function look({block, place}: Laid, places: readonly Place[], first: Uint16Array, codes: Uint16Array): void {
  const last = place + block.end - block.start - 2 * leastAround
  for (let i = place; i < last; i++) {
    for (let k = first[(codes[i] as number) % slots] as number; k > 0; ) {
      const wanted = places[k - 1] as Place
      if (isThere(wanted, block, i + leastAround - place, i + leastAround, codes)) wanted.known = true
      k = wanted.next
    }
  }
}

/** @param first of each slot the last place whose first letter falls into it, from 1 */
function placesOf(heads: readonly Laid[], codes: Uint16Array, first: Uint16Array): Place[] {
  const places: Place[] = []
  const counts = new Map<number, number>()
  for (const {block: head, place} of heads) {
    const end = place + head.end - head.start
    let run = 0
    for (let i = place; i < end; i++) {
      run = isHanCharacter(codes[i] as number) ? run + 1 : 0
      if (run <= 2 * leastAround) continue
      const code = codes[i - 2 * leastAround] as number
      const count = counts.get(code) ?? 0
      if (count === mostPlaces) continue
      counts.set(code, count + 1)
      const at = i - leastAround
      const slot = code % slots
      places.push({head, index: at - place, place: at, prints: [], known: false, next: first[slot] as number})
      first[slot] = places.length
    }
  }
  return places
}

/** Whether the story has a letter of the head with its neighbours here; where another letter is among them, it is noted. */
function isThere({place, prints}: Place, block: Block, index: number, at: number, codes: Uint16Array): boolean {
  for (let step = -leastAround; step <= leastAround; step++) {
    if (step !== 0 && codes[at + step] !== codes[place + step]) return false
  }
  const code = codes[at] as number
  if (code === codes[place]) return true
  if (isHanCharacter(code) && prints.length < mostPrints) prints.push({block, index})
  return false
}

function verdict({head: block, index, prints}: Place): Other | undefined {
  const letter = block.text.charAt(index)
  const found = prints.flatMap((print) => {
    const other = print.block.text.charAt(print.index)
    if (!isExchanged(letter, other)) return []
    const [before, behind] = shared(block.text, index, print.block.text, print.index)
    if (before + behind < leastShared || before + behind >= longest) return []
    const at = {block, start: index - before, end: index + behind + 1}
    const there = {block: print.block, start: print.index - before, end: print.index + behind + 1}
    return [{at, there, other, quoted: isQuoted(there, 1) || isQuoted(at, 2)}]
  })
  const best = found.find(({quoted}) => quoted) ?? found[0]
  if (best === undefined) return undefined
  const same = found.filter(({other, quoted}) => other === best.other || quoted)
  const named = same.length > 1 || nameEnd.test(block.text.slice(index + 1, best.at.end))
  if (!best.quoted && (!named || isLoose(letter) || isLoose(best.other))) return undefined
  return {at: best.at, prints: same.map(({there}) => there), quoted: best.quoted}
}

/** How far two texts are the same before and behind two places. */
function shared(a: string, i: number, b: string, j: number): [number, number] {
  let before = 0
  while (before < longest && isSame(a, i - before - 1, b, j - before - 1)) before++
  let behind = 0
  while (behind < longest && isSame(a, i + behind + 1, b, j + behind + 1)) behind++
  return [before, behind]
}

const isSame = (a: string, i: number, b: string, j: number): boolean =>
  i >= 0 && j >= 0 && a.charCodeAt(i) === b.charCodeAt(j) && isHanCharacter(a.charCodeAt(i))

/** Whether a stretch is all that is between two marks, of which so many are quotes: “人人争学名师，人人争做名师” has two such. */
function isQuoted({block: {text}, start, end}: Print, least: number): boolean {
  const before = text.charAt(start - 1)
  const behind = text.charAt(end)
  const opened = /[“‘「『《"]/.test(before)
  const closed = /[”’」』》"]/.test(behind)
  if (least === 2) return opened && closed
  return (opened || /[，,；;、！!\s]/.test(before)) && (closed || /[，,；;、！!\s]/.test(behind)) && (opened || closed)
}

/** What names of institutions, works and meetings end in. */
const nameEnd =
  /(?:委员会|研究[院所]|博物馆|图书馆|纪念馆|文化馆|大学|学院|中学|小学|中心|工程|行动|计划|论坛|博览会|大会|展览|公司|集团|协会|基金会|医院|电视台|日报|管理局|办公室|办事处|街道|社区|条例|规定|公园|水库|大桥|专项行动)/

/** Words that a head exchanges at will: 对青溪县, 向青溪县; 校方, 校长; 我国, 中国. */
const isLoose = (letter: string): boolean =>
  '的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因作做称说方我本全该各'.includes(letter)
