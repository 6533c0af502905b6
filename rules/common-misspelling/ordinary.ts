/** Whether two characters, as UTF-16 units, are an ordinary word; and how many such words begin and end with one. */
export interface Words {
  (a: number, b: number): boolean
  readonly begins: (code: number) => number
  readonly ends: (code: number) => number
}

/** Makes the test of a list whose lines have a first character and, behind it, all that stand second. */
export function ordinary(list: string): Words {
  const lines = new Int32Array(0x10000)
  for (let at = list.indexOf('\n'); at >= 0; at = list.indexOf('\n', at + 1)) lines[list.charCodeAt(at + 1)] = at + 2
  const begins = (code: number) => {
    const from = lines[code] as number
    return from === 0 ? 0 : list.indexOf('\n', from) - from
  }
  const ends = (code: number) => {
    const char = String.fromCharCode(code)
    let count = 0
    for (let at = list.indexOf(char); at >= 0; at = list.indexOf(char, at + 1)) count++
    return count
  }
  const isWord = (a: number, b: number) => {
    const from = lines[a] as number
    if (from === 0) return false
    for (let at = from; ; at++) {
      const code = list.charCodeAt(at)
      if (code === b) return true
      // NaN at the end of the list, a line feed at that of a line
      if (!(code > 0x20)) return false
    }
  }
  return Object.assign(isWord, {begins, ends})
}
