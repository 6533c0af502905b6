import type {LikeCharacters, Name, NameWords, NearName} from 'copylint'
import {judgePerson} from './persons.ts'
import type {Certainty, Like} from './spots.ts'
import {spotOf} from './spots.ts'
import type {Surroundings} from './surroundings.ts'
import {judgeTown} from './towns.ts'

/** Of so many pairs elsewhere, against the places of a name, its first or last two characters are a word of their own. */
const mostElsewhere = 1 / 8

/** A form that stands more often than this is another name. */
const mostOthers = 10

/** Lands that are named alike. */
const lands = new Set(['巴勒斯坦', '巴基斯坦'])

/** What ends so is a place, or those who live there. */
const placeEnds = '镇县市区省乡村州人们'

/** Whether what is near a name is the same name, written otherwise. */
export function judge(name: Name, near: NearName, around: Surroundings): Certainty {
  if (!isRarer(name, near) || isOtherWord(name, near)) return 0
  const like = likeOf(name, near, around.alike)
  const sounds = soundsForeign(name, near, like, around.words)
  if (sounds && isOtherForeigner(name, near)) return 0
  if (!name.place && !around.isWhole(name)) return 0
  let certainty: Certainty = sounds ? 1 : 2
  for (const start of near.places) {
    const spot = spotOf(name, near, like, start, around)
    // 乌拉圭, 巴拉圭: in another story it is another land
    if (sounds && !spot.tie.together) return 0
    const here = name.place ? judgeTown(spot, around) : judgePerson(spot, around)
    if (here === 0) return 0
    if (here === 1) certainty = 1
  }
  return certainty
}

/** How the two characters are alike that differ. */
function likeOf({text}: Name, {text: form, differs}: NearName, alike: LikeCharacters): Like {
  return differs < 0 ? 'swapped' : alike(text.charCodeAt(differs), form.charCodeAt(differs))
}

/** Of two forms that stand equally often neither is a slip. */
function isRarer(name: Name, near: NearName): boolean {
  const others = near.places.length
  return others * 2 <= name.places.length && others <= (name.text.length === 2 ? 1 : mostOthers)
}

/** Both forms are spelt as foreign names are, with a character of another sound: 罗塞芙, 罗塞佐. */
function soundsForeign({foreign}: Name, {text, differs}: NearName, like: Like, {isForeign}: NameWords): boolean {
  return foreign && like !== 'sound' && isForeign(text.charCodeAt(differs))
}

/** 谢里夫, 谢里戴; 伊万诺夫, 伊万诺娃 */
function isOtherForeigner({text: {length}}: Name, {text, differs}: NearName): boolean {
  return length < 4 || differs === length - 1 || lands.has(text)
}

/** Whether the characters that are the same are a word of their own: 纪念｜馆, 纪念｜日; 柳湾｜镇, 柳湾｜人. */
function isOtherWord(name: Name, near: NearName): boolean {
  if (near.differs === name.text.length - 1 && (isPlace(name.text) || isPlace(near.text))) return true
  return !name.place && isOwnWord(name, near)
}

/** Whether the two characters that are the same stand together elsewhere as well. */
function isOwnWord({text, places, foreign, headElsewhere, tailElsewhere}: Name, near: NearName): boolean {
  const last = text.length - 1
  const others = near.places.length
  const heads = headElsewhere - (near.differs > 1 ? others : 0)
  const tails = tailElsewhere - (near.differs >= 0 && near.differs < last - 1 ? others : 0)
  if (foreign) return (near.differs === last && heads > 0) || (near.differs === 0 && tails > 0)
  return last > 1 && Math.max(heads, tails) > places.length * mostElsewhere
}

const isPlace = (text: string): boolean => placeEnds.includes(text.charAt(text.length - 1))
