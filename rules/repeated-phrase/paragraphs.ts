import type {Characters, Printed} from 'copylint'

/** What ends a clause or a sentence. */
const marks = '，,。；！？;!?'

/** Letters before a mark that are compared; no phrase is shorter. */
const letters = 4

/** Paragraphs in which two clauses end alike, perhaps: few do, and only these are read. */
export function* endAlike({codes, printed, starts, anyOf}: Characters): Generator<Printed> {
  // by a hash of the letters before a mark: the last place of one
  const last = new Int32Array(2 ** 12)
  let n = 0
  let told = -1
  for (const place of anyOf(marks)) {
    while (place >= (starts[n + 1] ?? codes.length)) n++
    let hash = 0
    for (let i = Math.max(0, place - letters); i < place; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x9e3779b1)
    const slot = hash >>> 20
    if (n !== told && (last[slot] as number) > (starts[n] as number)) {
      told = n
      yield printed[n] as Printed
    }
    last[slot] = place
  }
}
