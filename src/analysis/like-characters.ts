/** How two different characters are alike: by sound, `杨` and `扬`, or by shape, `拨` and `拔`. Sound first, since type is keyed by it. */
export type LikeCharacters = (a: number, b: number) => 'sound' | 'shape' | undefined

/**
 * Loads what is known of how characters sound and look, and makes the function that compares two of them, given as UTF-16 units.
 * For `lists` of a rule: `lists: async () => ({alike: await loadLikeCharacters()})`.
 */
export async function loadLikeCharacters(): Promise<LikeCharacters> {
  const [{soundAlikes}, {shapeAlikes}] = await Promise.all([import('./sound-alikes.ts'), import('./shape-alikes.ts')])
  const sound = groupsOf(soundAlikes)
  const shape = groupsOf(shapeAlikes)
  return (a, b) => {
    if (a === b) return undefined
    if (sound(a, b)) return 'sound'
    return shape(a, b) ? 'shape' : undefined
  }
}

/** So many questions cost as much as an index. Most pages have fewer. */
const few = 100

/** Whether two characters stand in one group. */
function groupsOf(text: string): (a: number, b: number) => boolean {
  let asked = 0
  let groups: Groups | undefined
  return (a, b) => {
    if (++asked <= few) return isInGroup(text, a, b)
    groups ??= index(text)
    const {first, group, next} = groups
    for (let i = first[a] ?? 0; i > 0; i = next[i] ?? 0) {
      for (let k = first[b] ?? 0; k > 0; k = next[k] ?? 0) if (group[i] === group[k]) return true
    }
    return false
  }
}

/** The same, read in the text itself. */
function isInGroup(text: string, a: number, b: number): boolean {
  if (a < firstHan || b < firstHan) return false
  const [one, other] = [String.fromCharCode(a), String.fromCharCode(b)]
  for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) {
    let start = at
    while (text.charCodeAt(start - 1) > 0x20) start--
    let end = at
    while (text.charCodeAt(end + 1) > 0x20) end++
    if (text.slice(start, end + 1).includes(other)) return true
  }
  return false
}

/** The syllable at the beginning of a line is for readers only. */
const firstHan = 0x3400

/** Each character keeps a chain of its groups: few have more than three. */
interface Groups {
  readonly first: Int32Array
  readonly group: Uint16Array
  readonly next: Uint16Array
}

function index(text: string): Groups {
  const first = new Int32Array(0x10000)
  const group = new Uint16Array(text.length + 1)
  const next = new Uint16Array(text.length + 1)
  let groups = 0
  let size = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // blanks and ends of lines end a group
    if (code <= 0x20) groups++
    if (code < firstHan) continue
    group[++size] = groups
    next[size] = first[code] ?? 0
    first[code] = size
  }
  return {first, group, next}
}
