import type {Found, Result} from '../lint.ts'
import type {Span} from '../rule/finding.ts'
import {hashOf} from './hash.ts'
import {createSurroundings, lettersIn, type Surroundings} from './surroundings.ts'

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

/** Tells the places that make a finding what it is, sorted and each once. */
export function createFingerprints({issue}: Pick<Result, 'issue'>): (found: Found) => PlacePrint[] {
  const surroundingsOf = createSurroundings(issue)
  const textOf = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''

  return (found) => {
    const name = `${found.ruleId}\n${found.id}\n`
    // a plugin's message without a place is about the page
    if (found.said && found.at.end === 0) return [{words: hashOf(name + found.said.reason, 12), ...nowhere}]
    const spans = spansOf(found, textOf)
    const texts = spans.map((span) => wordsOf(textOf(span)))
    const isMark = texts.every(({letters}) => letters === '')
    if (spans.length > (isMark ? most.marks : most.words)) {
      const common = texts.every(({letters}) => letters === texts[0]?.letters) ? (texts[0]?.letters ?? '') : ''
      return [{words: hashOf(`${name}*\n${common}`, 12), ...nowhere}]
    }
    const prints = spans.map((span, index): PlacePrint => {
      const {letters = '', marks = ''} = texts[index] ?? {}
      return {words: hashOf(name + (letters === '' ? `\n${marks}` : letters), 12), ...surroundingsOf(span, letters)}
    })
    return [...new Map(prints.map((it) => [toText(it), it])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, it]) => it)
  }
}

const nowhere: Surroundings = {head: '', opening: '', before: '', after: ''}

/**
 * Where a finding stands does not depend on the order of the stories: the second print of today is the first of tomorrow. So all
 * places count that are wrong as `at` is: the other end of a pair, other heads that were exchanged, the same words again. What
 * only proves it (the words of a body that fit another head) changes with the page and does not count.
 */
function spansOf({at, wrong = [], related = []}: Found, textOf: (span: Span) => string): Span[] {
  const own = wordsOf(textOf(at))
  const others = related.filter(({path}) => path === undefined)
  const same = others.filter((it) => it.compare === true || others.length === 1 || isSame(wordsOf(textOf(it.at)), own))
  const apart = wrong.filter((it) => !overlaps(it, at) && wordsOf(textOf(it)).letters.length > 1)
  return [at, ...same.map((it) => it.at), ...apart]
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

const isSame = (a: Words, b: Words): boolean => a.letters === b.letters

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
