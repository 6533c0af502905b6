import type {Found, Result} from '../lint.ts'
import type {Span} from '../rule/finding.ts'
import {hashOf} from './hash.ts'
import {createSurroundings, isLong, lettersIn, type Surroundings} from './surroundings.ts'

/**
 * A place of a finding, as it is known again wherever it moves: what is found there in which words, and what stands around it.
 * Written `words-head-opening-before-after`, all but the first may be empty.
 */
export interface PlacePrint extends Surroundings {
  /** Of the rule, its message and the words of the place. */
  readonly words: string
}

/** Beyond so many places a finding tells how the page does it throughout: one more is no news. */
const most = {words: 8, marks: 3}

/** What a finding is known by. */
export interface Fingerprint {
  /** The places that make it what it is, sorted and each once; of one about the page's way throughout, `way` alone. */
  readonly places: readonly PlacePrint[]
  /** What it would be known by if there were more such places: what was accepted of the whole page holds of the few that are left. */
  readonly way: PlacePrint
}

/** Tells what findings are known by. */
export function createFingerprints({issue}: Pick<Result, 'issue'>): (found: Found) => Fingerprint {
  const surroundings = createSurroundings(issue)
  const textOf = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''

  return (found) => {
    const name = `${found.ruleId}\n${found.id}\n`
    const spans = spansOf(found, textOf, surroundings.isHead)
    const texts = spans.map((span) => wordsOf(textOf(span)))
    const common = texts.every(({letters}) => letters === texts[0]?.letters) ? (texts[0]?.letters ?? '') : ''
    const way = {words: hashOf(`${name}*\n${common}`, 12), ...nowhere}
    // a plugin's message without a place is about the page
    if (found.said && found.at.end === 0) return {places: [{...way, words: hashOf(name + found.said.reason, 12)}], way}
    if (spans.length > (texts.every(({letters}) => letters === '') ? most.marks : most.words))
      return {places: [way], way}
    const prints = spans.map((span, index): [string, PlacePrint] => {
      const {letters = '', marks = ''} = texts[index] ?? {}
      // a passage is known by its ends, which are among its surroundings
      const words = isLong(letters) ? '\n…' : letters === '' ? `\n${marks}` : letters
      const print = {words: hashOf(name + words, 12), ...surroundings.of(span, letters)}
      return [toText(print), print]
    })
    return {places: [...new Map(prints.sort(([a], [b]) => (a < b ? -1 : 1))).values()], way}
  }
}

const nowhere: Surroundings = {head: '', opening: '', before: '', after: ''}

/**
 * Where a finding stands does not depend on the order of the stories: the second print of today is the first of tomorrow. So all
 * places count that are wrong as `at` is: the other end of a pair, the other of two heads, the same words again. What only proves
 * it (the words of a body that fit another head, the story where a closing belongs) changes with the page and does not count.
 */
function spansOf(
  {at, wrong = [], related = []}: Found,
  textOf: (span: Span) => string,
  isHead: (span: Span) => boolean
): Span[] {
  const others = related.filter(({path}) => path === undefined)
  const isTitle = (span: Span): boolean => isHead(span) && lettersIn(textOf(span)) !== ''
  const isPair = isTitle(at) ? isTitle : () => false
  const ends = [
    ...others.filter((it, index) => it.compare === true || (index === 0 && isPair(it.at))).map((it) => it.at),
    ...wrong.filter((it) => isPair(it) && !overlaps(it, at))
  ]
  if (ends.length > 0) return [at, ...ends]
  const own = lettersIn(textOf(at))
  const counts = (letters: string): boolean => letters === own || (others.length === 1 && !isLong(letters))
  return [at, ...others.map((it) => it.at).filter((it) => counts(lettersIn(textOf(it))))]
}

interface Words {
  readonly letters: string
  /** Where there are no letters: its marks, without blanks, width and heading marks. */
  readonly marks: string
}

function wordsOf(text: string): Words {
  const letters = lettersIn(text)
  return {letters, marks: letters === '' ? marksIn(text) : ''}
}

/** The marks of a place that has nothing else. Levels of heads change when a page is made up anew. */
const marksIn = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[\s#]/g, '')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’]/g, "'")

const overlaps = (a: Span, b: Span): boolean => (a.page ?? 0) === (b.page ?? 0) && a.start <= b.end && b.start <= a.end

/** A finding's places in one word, as the baseline has them. */
export const toFingerprint = (places: readonly PlacePrint[]): string => places.map(toText).join('+')

const toText = ({words, head, opening, before, after}: PlacePrint): string =>
  [words, head, opening, before, after].join('-')

/** The places that a fingerprint tells of; nothing where it is none. */
export function fromFingerprint(text: string): PlacePrint[] | undefined {
  const places = text.split('+').map((it) => form.exec(it))
  if (places.some((it) => it === null)) return undefined
  return places.map((match) => {
    const [, words = '', head = '', opening = '', before = '', after = ''] = match ?? []
    return {words, head, opening, before, after}
  })
}

const form = /^([0-9a-f]{12})-([0-9a-f]{6})?-([0-9a-f]{6})?-([0-9a-f]{6})?-([0-9a-f]{6})?$/
