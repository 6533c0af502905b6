import {side} from 'copylint'
import type {Certainty, Spot} from './spots.ts'
import {isBesideName} from './spots.ts'
import type {Surroundings} from './surroundings.ts'

/** A place is named so often at least: of two that come by chance neither is. */
const least = 3

/** A town is told by a character of the same sound or shape only, in a story that names it: 青溪县, 清溪县. */
export function judgeTown(spot: Spot, {codes, text, words}: Surroundings): Certainty {
  const {name, near, like, start, left, tie} = spot
  if ((like !== 'sound' && like !== 'shape') || name.places.length < least) return 0
  if (left === side.nothing || isBesideName({places: name.places, start}, text)) return 0
  // 在｜溪县
  if (near.differs === 0 && words.before(codes, start + 1) !== side.nothing) return 0
  return tie.together ? 2 : 0
}
