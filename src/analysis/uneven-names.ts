import {isHanCharacter} from '../parse/chars.ts'
import type {Characters} from './characters.ts'
import type {NameWords} from './name-words.ts'
import {side} from './name-words.ts'
import type {NearName} from './names.ts'

/** Where a name of three characters stands, and its first two, its last two, and its first and last side by side. */
interface Places {
  readonly places: readonly number[]
  readonly heads: readonly number[]
  readonly tails: readonly number[]
  readonly around: readonly number[]
}

/** What has a character more or less than a name. What stands more than once is a name or a word of its own. */
export function unevenForms(
  {codes}: Characters,
  text: string,
  name: string,
  {places, heads, tails, around}: Places,
  words: NameWords
): NearName[] {
  const forms: NearName[] = []
  const add = (found: readonly number[], length: number, differs: number) => {
    const [place, another] = found
    if (place === undefined || another !== undefined) return
    const form = text.slice(place, place + length)
    if (isAllHan(form)) forms.push({text: form, differs, places: [place]})
  }
  const [first, , last] = name
  const only = heads.filter((place) => !text.startsWith(name, place))
  // no name stands in 学｜习平｜台
  const canBeName = (place: number) =>
    words.before(codes, place) !== side.nothing || words.behind(codes, place + 2) !== side.nothing
  // 林青, 林岚
  add(around.filter(canBeName), 2, 1)
  add(only, 2, 2)
  // 林岚小青, 林小岚青
  add(only.length === 1 ? only.filter((place) => text[place + 3] === last) : only, 4, 2)
  const behind = tails.filter((place) => !text.startsWith(name, place - 1))
  if (behind.length === 1 && text[(behind[0] ?? 0) - 2] === first) add([(behind[0] ?? 0) - 2], 4, 1)
  // 林林岚青, 林岚青青
  const doubled = places.filter((place) => text[place - 1] === first)
  add(
    doubled.map((place) => place - 1),
    4,
    0
  )
  add(
    places.filter((place) => text[place + 3] === last),
    4,
    3
  )
  return forms
}

function isAllHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanCharacter(text.charCodeAt(i))) return false
  return true
}
