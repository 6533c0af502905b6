import leven from 'leven'
import type {Texts} from '../rule/rule.ts'

/** The name that was probably meant: the one with the fewest letters to change, unless they are too many. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  // of a name of two or three letters, two others make any other
  let least = (name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length * 0.4))) + 1
  for (const candidate of names) {
    // what does not exist is not meant
    if (candidate === name) continue
    const distance = leven(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** A question to put behind “there is no such name”; empty where no name is near. */
export function meant(name: string, names: Iterable<string>): Texts {
  const best = nearest(name, names)
  return best === undefined ? {zh: '', en: ''} : {zh: `，是不是 ${best}？`, en: `; did you mean ${best}?`}
}
