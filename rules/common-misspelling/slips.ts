import {matcher} from 'copylint'

/** A listed misspelling at a place of a text. */
export interface Slip {
  readonly start: number
  readonly end: number
  readonly right: string
  /** Rightly written here and there, or found by what stands around it. */
  readonly likely: boolean
}

/** Characters before and behind a form that its conditions may look at. */
const reach = 40

/** A finder of listed misspellings. Each line has the wrong form, the right one, and conditions; they are read where a form is found. */
export function slipsIn(
  lines: readonly string[],
  except: ReadonlySet<string>
): (text: string) => Generator<Slip, void, undefined> {
  const find = matcher(lines.map((line) => line.slice(0, line.indexOf(' '))))
  return function* slips(text) {
    // of 入场卷 and a shorter form within it the longer one speaks: it ends last, or began first
    let held: Slip | undefined
    for (const {term, start, end} of find(text)) {
      const [wrong = '', right = '', ...conditions] = lines[term]?.split(' ') ?? []
      if (except.has(wrong) || !conditions.every((it) => holds(it, text, start, end))) continue
      // 鼓舞 may stand where a form ends already: 再接再励 in a text that has the right form around it is none
      if (isPartOf(right, wrong, text, start)) continue
      const slip = {start, end, right, likely: conditions.length > 0}
      if (held && start < held.end) {
        if (end - start > held.end - held.start) held = slip
        continue
      }
      if (held) yield held
      held = slip
    }
    if (held) yield held
  }
}

/** Whether a condition of a line holds: `前≠公|颁`, `后=了?[^，]{0,6}春节`. The question mark is one that always does. */
function holds(condition: string, text: string, start: number, end: number): boolean {
  const [side, is, source] = [condition[0], condition[1] === '=', condition.slice(2)]
  if (side === '前') return new RegExp(`(?:${source})$`, 'u').test(text.slice(Math.max(0, start - reach), start)) === is
  if (side === '后') return new RegExp(`^(?:${source})`, 'u').test(text.slice(end, end + reach)) === is
  return true
}

/** Whether the right form stands there already, where it begins with the wrong one or ends in it. */
function isPartOf(right: string, wrong: string, text: string, start: number): boolean {
  const at = right.indexOf(wrong)
  return at >= 0 && text.startsWith(right, start - at)
}
