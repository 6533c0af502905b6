/** How a character, given as a UTF-16 unit, is read: its syllables without tones. None of what is not in general use in simplified print. */
export type Syllables = (code: number) => readonly string[]

/** Loads the readings of characters, for `lists` of a rule: `lists: async () => ({read: await loadSyllables()})`. */
export async function loadSyllables(): Promise<Syllables> {
  const {soundAlikes} = await import('./sound-alikes.ts')
  const last = new Int32Array(0x10000)
  // by place in the list: the place before it where the same character stands
  const before = new Int32Array(soundAlikes.length)
  for (let at = 0; at < soundAlikes.length; at++) {
    const code = soundAlikes.charCodeAt(at)
    if (code < 0x3400) continue
    before[at] = last[code] as number
    last[code] = at
  }
  return (code) => {
    const found: string[] = []
    for (let at = last[code] ?? 0; at > 0; at = before[at] ?? 0) {
      const line = soundAlikes.lastIndexOf('\n', at) + 1
      found.push(soundAlikes.slice(line, soundAlikes.indexOf(' ', line)))
    }
    return found
  }
}
