import type {Found} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {oneEach} from '../../src/precedence.ts'
import type {Span} from '../../src/rule/finding.ts'

/** As design.md has it: the first speaks, the others are silent on those words. */
const order = [
  'repeated-story',
  'duplicate-closing',
  'repeated-paragraph',
  'repeated-passage',
  'spliced-ending',
  'doubled-phrase',
  'doubled-particle',
  'repeated-phrase'
]

const span = (start: number, end: number, page = 0): Required<Span> => ({page, start, end})

const found = (ruleId: string, at: Required<Span>, ...related: readonly Span[]): Found => ({
  ruleId,
  id: 'found',
  severity: 'error',
  at,
  related: related.map((it) => ({at: it, label: 'first'}))
})

const kept = (...findings: readonly Found[]) => oneEach(findings).map(({ruleId}) => ruleId)

describe('one defect, one finding', () => {
  test.each(order.flatMap((first, i) => order.slice(i + 1).map((second) => [first, second] as const)))(
    '%s speaks before %s',
    (first, second) => {
      const [one, other] = [first, second].map((rule) => found(rule, span(100, 150), span(20, 70)))
      if (!one || !other) throw new Error('two findings')
      expect(oneEach([one, other])).toEqual([one])
      expect(oneEach([other, one])).toEqual([one])
    }
  )

  test('of rules of wording the one that knows most speaks, of words that are at least half its own', () => {
    const house = found('house-terms', span(100, 104))
    expect(kept(house, found('inconsistent-name', span(100, 104), span(20, 24)))).toEqual(['house-terms'])
    expect(kept(found('common-misspelling', span(100, 103)), house)).toEqual(['house-terms'])
    expect(kept(house, found('headline-wording', span(98, 120)))).toHaveLength(2)
    expect(kept(found('pleonasm', span(200, 204)), house)).toHaveLength(2)
  })

  test('the same places the other way round are the same places', () => {
    const paragraph = found('repeated-paragraph', span(100, 150), span(20, 70))
    const passage = found('repeated-passage', span(22, 68), span(102, 148))
    expect(kept(passage, paragraph)).toEqual(['repeated-paragraph'])
  })

  test('half of a place is enough, less is not', () => {
    const wide = found('repeated-paragraph', span(0, 100))
    expect(kept(wide, found('repeated-passage', span(50, 150)))).toEqual(['repeated-paragraph'])
    expect(kept(wide, found('repeated-passage', span(51, 151)))).toHaveLength(2)
  })

  test('every place must have been told of, not only one', () => {
    const closing = found('duplicate-closing', span(100, 150), span(20, 70))
    expect(kept(closing, found('repeated-passage', span(100, 150), span(500, 550)))).toHaveLength(2)
    expect(kept(closing, found('repeated-passage', span(500, 550), span(20, 70)))).toHaveLength(2)
    expect(kept(closing, found('doubled-phrase', span(100, 110), span(112, 122)))).toEqual(['duplicate-closing'])
  })

  test('the same offsets on another page are another place', () => {
    const here = found('repeated-paragraph', span(100, 150, 0), span(20, 70, 0))
    const there = found('repeated-passage', span(100, 150, 1), span(20, 70, 1))
    expect(kept(here, there)).toHaveLength(2)
  })

  test('two findings of one rule both speak: they are two defects', () => {
    const twice = found('doubled-phrase', span(10, 14), span(6, 10))
    expect(kept(twice, {...twice})).toHaveLength(2)
  })

  test('rules that are not in the order are never silenced, and silence none', () => {
    const everywhere = found('swapped-headline', span(0, 1000))
    const plugin = found('retext-repeated-words', span(10, 14))
    const phrase = found('doubled-phrase', span(10, 14))
    const paragraph = found('repeated-paragraph', span(0, 1000))
    expect(kept(everywhere, paragraph, phrase, plugin)).toEqual([
      'swapped-headline',
      'repeated-paragraph',
      'retext-repeated-words'
    ])
  })

  test('a paragraph that is twice in one print of a story printed twice is another defect', () => {
    const story = found('repeated-story', span(500, 900), span(0, 400))
    expect(kept(story, found('repeated-paragraph', span(550, 600), span(50, 100)))).toEqual(['repeated-story'])
    expect(kept(story, found('repeated-paragraph', span(700, 750), span(550, 600)))).toHaveLength(2)
  })

  test('a consequence is told with its cause, where its own place lies in a place of the cause', () => {
    const broken = found('broken-paragraph', span(95, 100), span(102, 107))
    const stop = found('missing-stop', span(99, 100))
    expect(kept(stop, broken)).toEqual(['broken-paragraph'])
    expect(kept(broken, found('missing-stop', span(199, 200)))).toHaveLength(2)
    const swapped = found('swapped-headline', span(0, 10), span(200, 210), span(20, 30))
    // the story that a deck belongs to is not a place of the heads
    expect(kept(swapped, found('misplaced-deck', span(20, 30), span(400, 450)))).toEqual(['swapped-headline'])
    expect(kept(swapped, found('missing-stop', span(9, 10)))).toHaveLength(2)
  })

  test('a story without its head takes the closing that begins it with it', () => {
    const headless = found('missing-headline', span(300, 340))
    expect(kept(headless, found('misplaced-closing', span(300, 340), span(20, 60)))).toEqual(['missing-headline'])
  })

  test('one that is silent itself silences none', () => {
    // the passage lies by half in the paragraph, the phrase in the passage but not in the paragraph
    const paragraph = found('repeated-paragraph', span(0, 100))
    const passage = found('repeated-passage', span(50, 150))
    const phrase = found('doubled-phrase', span(120, 124))
    expect(kept(paragraph, passage, phrase)).toEqual(['repeated-paragraph', 'doubled-phrase'])
  })

  test('a place in the archive is not on the page', () => {
    const archived: Found = {
      ...found('repeated-passage', span(100, 150)),
      related: [{at: span(20, 70), label: 'first', path: 'old.txt'}]
    }
    expect(kept(found('repeated-paragraph', span(100, 150), span(500, 550)), archived)).toEqual(['repeated-paragraph'])
    // nor has the archive told of what is there on the page
    expect(kept({...archived, ruleId: 'duplicate-closing'}, found('doubled-phrase', span(30, 34)))).toHaveLength(2)
  })

  test('a place of no length is never told of already', () => {
    expect(kept(found('repeated-paragraph', span(0, 100)), found('doubled-phrase', span(50, 50)))).toHaveLength(2)
  })

  const anyFound = fc
    .tuple(
      fc.constantFrom(...order, 'swapped-headline'),
      fc.array(fc.tuple(fc.nat(600), fc.integer({min: 1, max: 400}), fc.nat(1)), {minLength: 1, maxLength: 3})
    )
    .map(([rule, places]) => {
      const [at = span(0, 1), ...related] = places.map(([start, length, page]) => span(start, start + length, page))
      return found(rule, at, ...related)
    })

  test('what is left stands in its order; what is gone was told by one that is left and comes first', () => {
    fc.assert(
      fc.property(fc.array(anyFound, {maxLength: 12}), (findings) => {
        const left = oneEach(findings)
        expect(left).toEqual(findings.filter((it) => left.includes(it)))
        const places = (it: Found) => [it.at, ...(it.related ?? []).map(({at}) => at)]
        const tells = (it: Found, other: Found) =>
          places(other).every((at) =>
            places(it).some(
              (wide) =>
                (wide.page ?? 0) === (at.page ?? 0) &&
                (Math.min(wide.end, at.end) - Math.max(wide.start, at.start)) * 2 >= at.end - at.start
            )
          )
        const rank = ({ruleId}: Found) => order.indexOf(ruleId)
        const inOne = (it: Found, other: Found) =>
          it.ruleId === 'repeated-story' &&
          places(it).some((at) => tells({...it, at: {page: 0, ...at}, related: []}, other))
        for (const it of findings) {
          const told = left.some(
            (other) => rank(other) >= 0 && rank(other) < rank(it) && tells(other, it) && !inOne(other, it)
          )
          expect(left.includes(it)).toBe(!told)
        }
      }),
      {numRuns: 500}
    )
  })

  test('50,000 findings that all point at the same first print are each looked at a few times', () => {
    let looked = 0
    const first = span(0, 60)
    const count = 50_000
    const findings = Array.from({length: count}, (_, i): Found => {
      const rule = i % 2 === 0 ? 'repeated-paragraph' : 'repeated-passage'
      const {at, ...rest} = found(rule, span(100 + i * 80, 160 + i * 80), first)
      return {
        ...rest,
        get at() {
          looked++
          return at
        }
      }
    })
    expect(oneEach(findings)).toHaveLength(count)
    expect(looked).toBeLessThan(count * 20)
  })
})
