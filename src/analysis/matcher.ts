/** Where a term stands in a text. `term` is its index in the list; places in UTF-16 units, the end exclusive. */
export interface TermMatch {
  readonly term: number
  readonly start: number
  readonly end: number
}

/** The matcher's automaton: states are numbered from the root, 0, in the order in which the terms make them. */
interface Trie {
  /** An edge by its hash, in a table open at all sides: `codes` its letter, `froms` its state, `tos` where it leads. */
  readonly mask: number
  readonly froms: Int32Array
  readonly codes: Uint16Array
  readonly tos: Int32Array
  /** By state: the term that ends there, from 1; 0 for none. */
  readonly terms: Int32Array
  /** By state: the longest state that its own end is, too. */
  readonly fails: Int32Array
  /** By state: the nearest state on the way of `fails` where a term ends; 0 for none. */
  readonly outputs: Int32Array
  readonly depths: Int32Array
}

/**
 * Finds all of many terms in one pass over text without blanks (Aho and Corasick 1975): the time depends on the text and on what is
 * found, not on how many terms there are. Fifty thousand terms take a few tens of milliseconds to build and some MB.
 *
 * @param terms none of them empty; of two that are equal the first is found
 * @returns finds every term at every place, overlapping ones too, in the order of their ends, longer ones first
 */
export function matcher(terms: readonly string[]): (text: string) => Generator<TermMatch> {
  const trie = build(terms)
  const nextBeginning = beginnings(terms)
  return function* find(text) {
    const {terms: ends, fails, outputs, depths} = trie
    let state = 0
    for (let i = 0; i < text.length; i++) {
      if (state === 0) i = nextBeginning(text, i)
      if (i === text.length) return
      const code = text.charCodeAt(i)
      let next = follow(trie, state, code)
      while (next < 0 && state !== 0) {
        state = fails[state] as number
        next = follow(trie, state, code)
      }
      state = Math.max(next, 0)
      for (let at = ends[state] ? state : (outputs[state] as number); at !== 0; at = outputs[at] as number) {
        yield {term: (ends[at] as number) - 1, start: i + 1 - (depths[at] as number), end: i + 1}
      }
    }
  }
}

function build(terms: readonly string[]): Trie {
  let letters = 1
  for (const {length} of terms) letters += length
  // half of the table stays empty: a search ends soon
  const size = 2 ** Math.ceil(Math.log2(letters * 2))
  const trie: Trie = {
    mask: size - 1,
    froms: new Int32Array(size),
    codes: new Uint16Array(size),
    tos: new Int32Array(size),
    terms: new Int32Array(letters),
    fails: new Int32Array(letters),
    outputs: new Int32Array(letters),
    depths: new Int32Array(letters)
  }
  const [parents, via] = [new Int32Array(letters), new Uint16Array(letters)]
  // plain steps and no calls: this runs once, before the engine has made it fast
  const {mask, froms, codes, tos, terms: ends, depths} = trie
  let states = 1
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as string
    if (term === '') throw new RangeError('a term of a matcher is empty')
    let state = 0
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i)
      let slot = hash(state, code) & mask
      while (tos[slot] !== 0 && (froms[slot] !== state || codes[slot] !== code)) slot = (slot + 1) & mask
      if (tos[slot] === 0) {
        froms[slot] = state
        codes[slot] = code
        tos[slot] = states
        parents[states] = state
        via[states] = code
        depths[states] = i + 1
        states++
      }
      state = tos[slot] as number
    }
    if (ends[state] === 0) ends[state] = index + 1
  }
  for (const state of byDepth(trie.depths, states)) {
    const parent = parents[state] as number
    const fail = parent === 0 ? 0 : fallBack(trie, trie.fails[parent] as number, via[state] as number)
    trie.fails[state] = fail
    trie.outputs[state] = trie.terms[fail] ? fail : (trie.outputs[fail] as number)
  }
  return trie
}

function fallBack(trie: Trie, from: number, code: number): number {
  for (let state = from; ; state = trie.fails[state] as number) {
    const next = follow(trie, state, code)
    if (next >= 0) return next
    if (state === 0) return 0
  }
}

/** All states but the root, shallow ones first: sorted by counting. */
function byDepth(depths: Int32Array, states: number): Int32Array {
  let deepest = 0
  for (let state = 1; state < states; state++) deepest = Math.max(deepest, depths[state] as number)
  const starts = new Int32Array(deepest + 2)
  for (let state = 1; state < states; state++) (starts[(depths[state] as number) + 1] as number)++
  for (let depth = 1; depth < starts.length; depth++) (starts[depth] as number) += starts[depth - 1] as number
  const sorted = new Int32Array(states - 1)
  for (let state = 1; state < states; state++) {
    const depth = depths[state] as number
    sorted[starts[depth] as number] = state
    ;(starts[depth] as number)++
  }
  return sorted
}

/** Where an edge leads; -1 where there is none. No edge leads to the root: 0 is an empty slot. */
function follow({mask, froms, codes, tos}: Trie, from: number, code: number): number {
  for (let slot = hash(from, code) & mask; ; slot = (slot + 1) & mask) {
    const to = tos[slot] as number
    if (to === 0) return -1
    if (froms[slot] === from && codes[slot] === code) return to
  }
}

function hash(from: number, code: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

/**
 * Finds the next place in a text where a term may begin by its first two letters, so that most of it is passed over without a search
 * for an edge. Pairs that share a slot with a term's are let through.
 */
function beginnings(terms: readonly string[]): (text: string, from: number) => number {
  /** By first letter: 1 where a second must follow, 3 where it is a term. */
  const firsts = new Uint8Array(0x10000)
  const pairs = new Uint8Array(2 ** Math.ceil(Math.log2(terms.length * 16 + 1)))
  const mask = pairs.length - 1
  for (const term of terms) {
    const first = term.charCodeAt(0)
    firsts[first] = (firsts[first] as number) | (term.length === 1 ? 3 : 1)
    pairs[hash(first, term.charCodeAt(1)) & mask] = 1
  }
  return (text, from) => {
    let i = from
    for (; i < text.length; i++) {
      const first = firsts[text.charCodeAt(i)]
      if (first === 0) continue
      if (first === 3 || pairs[hash(text.charCodeAt(i), text.charCodeAt(i + 1)) & mask] === 1) break
    }
    return i
  }
}
