import type {Name, NearName} from 'copylint'
import {side} from 'copylint'
import type {Certainty} from './spots.ts'
import {isBesideName, isKin, spotOf, wellKnown} from './spots.ts'
import type {Surroundings} from './surroundings.ts'

/** 李某, 王总: a surname and no name. */
const honorific = '某方总老氏姓家工导队大妈爷哥姐嫂叔伯婶姨母父副'

/** So often a name stands that has grown by a character. */
const least = 3

/** Whether what has a character more or less than a name is the name: 县长｜林青, 县长｜林岚青青. */
export function judgeUneven(name: Name, near: NearName, around: Surroundings): Certainty {
  const {codes, text, words, isWhole} = around
  const [start = 0] = near.places
  const spot = spotOf(name, near, undefined, start, around)
  const {end, left, right, tie, acts} = spot
  if (!isWhole(name)) return 0
  const isKnown = tie.words && name.places.length >= wellKnown
  // 支持｜林青｜主席
  const isTitled = tie.office === 'same' && right === side.known
  const isInWord = left === side.nothing || right === side.nothing
  // 学习｜习近平, 李克强｜强调
  if (isInWord && (near.text.length > name.text.length || !(isTitled || isKnown))) return 0
  if (left < side.mark && tie.office !== 'same' && !isKnown) return 0
  // the name stands in it as well
  const isDoubled = near.differs === 0 || near.differs === name.text.length
  if (isDoubled && name.places.length < least) return 0
  // 何小平｜平和地
  if (near.differs === name.text.length && right < side.mark) return 0
  if (near.text.length < name.text.length) {
    if (honorific.includes(near.text.charAt(1)) || words.before(codes, end) !== side.nothing) return 0
    if (words.behind(codes, start + 1) !== side.nothing) return 0
    // 黄镇｜等
    if (words.behind(codes, (name.places[0] ?? 0) + 2) !== side.nothing) return 0
    if (isBesideName({places: name.places, start}, text)) return 0
  }
  if (tie.office === 'same') return 2
  if (tie.office === 'own') return !isKin(spot, text) && tie.introduces && tie.again ? 1 : 0
  if (isKnown) return 1
  return tie.together && left === side.mark && (acts || name.places.length >= wellKnown) ? 1 : 0
}
