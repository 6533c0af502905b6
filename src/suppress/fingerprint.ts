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

/** What a finding is known by. */
export interface Fingerprint {
  /** The places that make it what it is, sorted. */
  readonly places: readonly PlacePrint[]
  /** Where several places are wrong in the same way, each of them: a finding that grows by one is news at that one. */
  readonly alike: readonly {readonly at: Span; readonly place: PlacePrint}[]
}

/** Tells what findings are known by. */
export function createFingerprints({issue}: Pick<Result, 'issue'>): (found: Found) => Fingerprint {
  const surroundings = createSurroundings(issue)
  const textOf = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''

  return (found) => {
    const name = `${found.ruleId}\n${found.id}\n`
    // a plugin's message without a place is about the page
    if (found.said && found.at.end === 0) {
      const page: PlacePrint = {
        words: hashOf(name + found.said.reason, 12),
        head: '',
        opening: '',
        before: '',
        after: ''
      }
      return {places: [page], alike: []}
    }
    const {spans, isAlike, isPair} = spansOf(found, textOf, surroundings.isHead)
    const seen = new Map<string, number>()
    // the other deck is what is wrong, and what is shown
    const each = new Map(spans.map((at) => [`${at.page ?? 0}:${at.start}:${at.end}`, at]))
    const prints = [...each.values()].map((at) => {
      const text = textOf(at)
      const letters = lettersIn(text)
      const words = wordsOf(text, letters, isPair ? `${found.ruleId}\n` : name, name)
      const place: PlacePrint = {words: hashOf(words, 12), ...surroundings.of(at, letters)}
      // two places that are the same to a hair are two
      const before = seen.get(toText(place)) ?? 0
      seen.set(toText(place), before + 1)
      return {at, place: before === 0 ? place : {...place, words: hashOf(`${words}\n${before}`, 12)}}
    })
    const places = prints.map(({place}): [string, PlacePrint] => [toText(place), place])
    return {
      places: places.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place),
      alike: isAlike ? prints : []
    }
  }
}

/**
 * A passage is known by its ends, which are among its surroundings, and by its paragraphs: of a third print behind the second, the rule
 * makes one place with it. That one of two prints was mended, so that they are no longer the same to a hair, makes no other pair of them.
 */
function wordsOf(text: string, letters: string, rule: string, name: string): string {
  if (isLong(letters)) return `${rule}\n${text.split('\n').filter((line) => line.trim() !== '').length}`
  return name + (letters === '' ? `\n${marksIn(text)}` : letters)
}

interface Spans {
  readonly spans: readonly Span[]
  /** Whether they are the same again. */
  readonly isAlike: boolean
  /** Whether they are two ends, shown against one another. */
  readonly isPair: boolean
}

/**
 * Where a finding stands does not depend on the order of the stories: the second print of today is the first of tomorrow. So all
 * places count that are wrong as `at` is: the other end of a pair, the other of two heads, the same words again. What only proves
 * it (the words of a body that fit another head, the story where a closing belongs) changes with the page and does not count.
 */
function spansOf(
  {at, wrong = [], related = []}: Found,
  textOf: (span: Span) => string,
  isHead: (span: Span) => boolean
): Spans {
  const others = related.filter(({path}) => path === undefined)
  const isTitle = (span: Span): boolean => isHead(span) && lettersIn(textOf(span)) !== ''
  const isHeadPair = isTitle(at) ? isTitle : () => false
  const ends = [
    ...others.filter((it, index) => it.compare === true || (index === 0 && isHeadPair(it.at))).map((it) => it.at),
    ...wrong.filter((it) => isHeadPair(it) && !overlaps(it, at))
  ]
  if (ends.length > 0) return {spans: [at, ...ends], isAlike: false, isPair: true}
  const own = kindOf(textOf(at))
  const like = others.map((it) => it.at).filter((it) => kindOf(textOf(it)) === own)
  const [only] = others
  if (like.length > 0 || !only || others.length > 1 || isLong(lettersIn(textOf(only.at)))) {
    return {spans: [at, ...like], isAlike: like.length > 0, isPair: false}
  }
  return {spans: [at, only.at], isAlike: false, isPair: false}
}

/** Half-width marks are wrong as other half-width marks are; heads of a level too low are not as those of the usual level. */
const kindOf = (text: string): string => lettersIn(text) || text.replace(/[^#]/g, '')

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
