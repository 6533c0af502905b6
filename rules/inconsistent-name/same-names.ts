import type {Name, NearName} from 'copylint'
import {judge} from './judge.ts'
import type {Certainty} from './spots.ts'
import type {Surroundings} from './surroundings.ts'
import {judgeUneven} from './uneven.ts'

/** A form that is a name, written otherwise. */
export interface SameName {
  readonly name: Name
  readonly near: NearName
  readonly certainty: Certainty
}

/** One a form: of two names it is near, the one that is printed more often. */
export function sameNames(all: readonly Name[], around: Surroundings): Iterable<SameName> {
  const found = new Map<string, SameName>()
  const note = (name: Name, near: NearName, certainty: Certainty) => {
    const known = found.get(near.text)
    if (certainty > 0 && (!known || known.name.places.length < name.places.length)) {
      found.set(near.text, {name, near, certainty})
    }
  }
  for (const name of all) {
    for (const near of name.near) note(name, near, judge(name, near, around))
    for (const near of name.uneven) note(name, near, judgeUneven(name, near, around))
  }
  // the longest first: 周小启元 tells more than 小启元 in it
  return [...found.values()].sort((a, b) => b.near.text.length - a.near.text.length)
}
