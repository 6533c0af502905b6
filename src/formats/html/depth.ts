import {implied, voids} from './tags.ts'
import {tagsOf} from './tokens.ts'

/** Browsers nest no deeper. */
const deepest = 512

/** Whether elements lie in one another deeper than any page has them: what reads them would not come to an end. */
export function isTooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const {name, kind} of tagsOf(html)) {
    if (kind === 'comment' || voids.has(name) || implied.has(name)) continue
    const count = open.get(name) ?? 0
    if (kind === 'open') {
      open.set(name, count + 1)
      if (++depth > deepest) return true
    } else if (count > 0) {
      open.set(name, count - 1)
      depth--
    }
  }
  return false
}
