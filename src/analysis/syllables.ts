/** How a character, given as a UTF-16 unit, is read: its syllables without tones. None of what is not in general use in simplified print. */
export type Syllables = (code: number) => readonly string[]

/** Loads the readings of characters, for `lists` of a rule: `share(loadSyllables)`. Looked up in the table itself: few are asked for. */
export async function loadSyllables(): Promise<Syllables> {
  const {soundAlikes} = await import('./sound-alikes.ts')
  return (code) => {
    const found: string[] = []
    const character = String.fromCharCode(code)
    for (let at = soundAlikes.indexOf(character); at >= 0; at = soundAlikes.indexOf(character, at + 1)) {
      const line = soundAlikes.lastIndexOf('\n', at) + 1
      found.push(soundAlikes.slice(line, soundAlikes.indexOf(' ', line)))
    }
    return found
  }
}
