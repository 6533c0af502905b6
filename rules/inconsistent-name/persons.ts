import {side} from 'copylint'
import type {Certainty, Spot} from './spots.ts'
import {isBesideName, isKin, wellKnown} from './spots.ts'
import type {Surroundings} from './surroundings.ts'

/** 李某, 王总: a surname and no name. */
const honorific = '某方总老氏姓家工导队大妈爷哥姐嫂叔伯婶姨母父副'

/** Whether the other form at this place is the person. */
export function judgePerson(spot: Spot, around: Surroundings): Certainty {
  if (!isName(spot, around) || isSomeoneElse(spot, around)) return 0
  if (!isMeant(spot, around) || isPartOfWord(spot, around)) return 0
  if (spot.tie.office === 'own') return spot.like !== undefined && spot.tie.introduces && spot.tie.again ? 2 : 1
  return isTied(spot) || (spot.like !== undefined && spot.tie.together) ? 2 : 1
}

/** Whether a name can stand here: it has an end at one side at least, and the other character is no word of its own. */
function isName(spot: Spot, around: Surroundings): boolean {
  const {like, left, right} = spot
  if (left === side.nothing && (right === side.nothing || (like === undefined && right !== side.known))) {
    return isOnlyHere(spot) && spot.tie.words
  }
  return !beginsInWord(spot, around) && !endsInWord(spot, around)
}

/** Whether a name of three characters is so well known on the page that two of its characters are enough: 习近慮新时代. */
function isOnlyHere({name, near}: Spot): boolean {
  const {differs, places} = near
  if (name.text.length !== 3 || name.places.length < wellKnown || differs === 0) return false
  if (differs === 2) return name.headElsewhere === places.length
  return name.near.every((other) => other === near || other.differs !== differs)
}

/** 给｜宝斌, 张超｜说: the first character is a word, or belongs to the word before. */
function beginsInWord({near, start, left, right, acts}: Spot, {codes, words, elsewhere}: Surroundings): boolean {
  if (near.differs !== 0) return false
  if (left === side.nothing && (right !== side.known || near.text.length === 2 || elsewhere(start - 1))) return true
  return words.before(codes, start + 1) >= side.word && !(acts && left >= side.mark)
}

/** 林岚｜在: the last character is a word. */
function endsInWord({near, end, acts}: Spot, {codes, words}: Surroundings): boolean {
  return near.differs === near.text.length - 1 && words.behind(codes, end - 1) >= side.word && !acts
}

/** Who stands in one list with the name is someone else, and so is who has an office of his own. */
function isSomeoneElse(spot: Spot, {text, elsewhere}: Surroundings): boolean {
  const {name, near, like, start, left, right, tie} = spot
  if ((left === side.list || right === side.list) && isBesideName({places: name.places, start}, text)) return true
  if (tie.office === 'own') {
    if (isKin(spot, text)) return true
    if ((like === undefined || like === 'swapped' || near.text.length === 2) && !tie.introduces) return true
    if (near.text.length === 2 && !tie.again) return true
  }
  return like === 'swapped' && tie.office === undefined && elsewhere(start)
}

/** Whether enough speaks for it: the less alike the characters are, the more must. */
function isMeant(spot: Spot, {text}: Surroundings): boolean {
  const {name, near, like, start, end, left, right, tie} = spot
  if (near.text.length === 2) return isShortMeant(spot)
  if (like !== undefined || tie.words) return true
  // among others in a list, or a title: 《何树青》
  if ((left === side.list && right === side.list) || isQuoted(text, start, end)) return false
  return isTied(spot) || (tie.together && name.known) || (tie.introduces && tie.again)
}

/** Names of two characters are like many words. */
function isShortMeant(spot: Spot): boolean {
  const {name, near, like, left, right, acts, tie} = spot
  if (!isTied(spot) && !tie.together) return false
  if (right === side.nothing && tie.office !== 'same' && !(like !== undefined && tie.together)) return false
  if (like !== undefined) return true
  if (!tie.together || honorific.includes(near.text.charAt(1))) return false
  return (isTied(spot) || name.known) && (tie.office !== undefined || (left === side.mark && acts))
}

/** 继续｜向前, 周｜启动: the last character belongs to the word behind. */
function isPartOfWord({near, end, right}: Spot, {elsewhere}: Surroundings): boolean {
  const {differs, text} = near
  return right === side.nothing && (differs === text.length - 1 || text.length === 2) && elsewhere(end - 1)
}

/** The same office or the same words stand beside both. */
const isTied = ({tie}: Spot): boolean => tie.office === 'same' || tie.words

const isQuoted = (text: string, start: number, end: number): boolean =>
  '“《‘「『'.includes(text.charAt(start - 1)) && '”》’」』'.includes(text.charAt(end))
