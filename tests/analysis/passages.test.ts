import {normalised, passages} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fingerprints, gram, window} from '../../src/analysis/fingerprints.ts'
import {createUse} from '../../src/rule/use.ts'
import type {Issue} from '../../src/tree/issue.ts'
import {distinct, han, issueOf, sentence, storyOf, wordsOf} from './pages.ts'

/** What the paragraphs of an issue share: the words, and which paragraphs (the head is paragraph 0). */
function sharedIn(issue: Issue) {
  const use = createUse()
  const {codes} = use(normalised, issue)
  return use(passages, issue).flatMap(({first, second, runs}) =>
    runs.map((run) => ({first, second, words: wordsOf(codes.subarray(run.second, run.second + run.length))}))
  )
}

const rice = '社员们把育好的秧苗连夜运到田头抢在雨前插完'
const bridge = '施工队把最后一节钢梁稳稳吊装到位两岸群众齐声欢呼'

describe('passages', () => {
  test('what two paragraphs share is found, as far as it goes', () => {
    const issue = storyOf([`清早，${rice}，都很高兴。`, '天色渐渐亮了起来。', `老支书说，${rice}，心里踏实。`])
    expect(sharedIn(issue)).toEqual([{first: 1, second: 3, words: rice}])
  })

  test('marks and widths do not part it', () => {
    const issue = storyOf([`第１２队：“${rice}”。`, `第12队${rice.replace('运', '，运')}！`])
    expect(sharedIn(issue)).toEqual([{first: 1, second: 2, words: `第12队${rice}`}])
  })

  test('a run ends and begins at whole characters, rare ones too', () => {
    // 𠮷 and 𠮾 begin with the same unit, 𠮷 and 𡮷 end with it
    const ends = sharedIn(storyOf([`${rice}𠮷家村。`, `${rice}𠮾家村。`]))
    expect(ends).toEqual([{first: 1, second: 2, words: rice}])
    const begins = sharedIn(storyOf([`东边𠮷${rice}。`, `西头𡮷${rice}。`]))
    expect(begins).toEqual([{first: 1, second: 2, words: rice}])
  })

  test('a paragraph may share letters with itself', () => {
    expect(sharedIn(storyOf([`${rice}，晚上${rice}。`]))).toEqual([{first: 1, second: 1, words: rice}])
  })

  test('and one page with another', () => {
    const issue = issueOf(`# 秧\n\n${rice}。\n`, `# 雨\n\n听说${rice}。\n`)
    expect(sharedIn(issue)).toEqual([{first: 1, second: 3, words: rice}])
  })

  // jscpd goes on over the end of a file as long as the next one is alike as well, and reports a pair that does not exist
  test('two passages of two paragraphs that stand in one as one are two passages', () => {
    expect(sharedIn(storyOf([`${rice}。`, `${bridge}。`, `${rice}${bridge}。`]))).toEqual([
      {first: 1, second: 3, words: rice},
      {first: 2, second: 3, words: bridge}
    ])
  })

  test('nor do they run on over the end of two equal pages', () => {
    const page = `# 秧\n\n${rice}。\n\n${bridge}。\n`
    expect(sharedIn(issueOf(page, page)).map(({first, second, words}) => [first, second, words])).toEqual([
      [1, 4, rice],
      [2, 5, bridge]
    ])
  })

  test('every run is verified, within its paragraphs, and goes as far as the letters are the same', () => {
    // what is alike is alike in many places, goes on by chance, and overlaps itself
    const piece = fc.oneof(fc.constantFrom(rice, rice.slice(3, 15), bridge, '春夏'.repeat(6)), han(1, 3, '春夏'))
    const paragraph = fc.array(piece, {minLength: 1, maxLength: 8}).map((pieces) => sentence(pieces.join('')))
    let verified = 0
    fc.assert(
      fc.property(fc.array(paragraph, {minLength: 1, maxLength: 6}), (paragraphs) => {
        const use = createUse()
        const issue = storyOf(paragraphs)
        const {codes, blocks} = use(normalised, issue)
        const seen = new Set<string>()
        for (const {first, second, runs} of use(passages, issue)) {
          const [a, b] = [blocks[first], blocks[second]]
          if (!a || !b) throw new Error('a pair of no paragraphs')
          expect(first).toBeLessThanOrEqual(second)
          for (const run of runs) {
            expect(run.first).toBeLessThan(run.second)
            expect(run.length).toBeGreaterThanOrEqual(gram)
            const [endA, endB] = [run.first + run.length, run.second + run.length]
            expect(run.first >= a.start && endA <= a.end && run.second >= b.start && endB <= b.end).toBe(true)
            expect(codes.subarray(run.first, endA)).toEqual(codes.subarray(run.second, endB))
            // one letter more, on either side, is another letter or another paragraph
            if (run.first > a.start && run.second > b.start) {
              expect(codes[run.first - 1]).not.toBe(codes[run.second - 1])
            }
            if (endA < a.end && endB < b.end) expect(codes[endA]).not.toBe(codes[endB])
            const key = `${run.first} ${run.second}`
            expect(seen.has(key), 'told once').toBe(false)
            seen.add(key)
            verified++
          }
        }
      }),
      {numRuns: 300}
    )
    expect(verified).toBeGreaterThan(1000)
  })

  test(`a copied stretch of ${gram + window - 1} letters is found wherever it is planted`, () => {
    const around = (from: number) => fc.nat({max: 60}).map((length) => distinct(length, from))
    const random = han(gram + window - 1, 60)
    fc.assert(
      fc.property(random, around(0x5000), around(0x6000), around(0x7000), around(0x8000), (copied, a, b, c, d) => {
        const found = sharedIn(storyOf([sentence(a + copied + b), sentence(c + copied + d)]))
        expect(found.some(({first, second, words}) => first === 1 && second === 2 && words.includes(copied))).toBe(true)
      }),
      {numRuns: 300}
    )
  })

  test('of what is printed often each print is held against the one before it', () => {
    const found = sharedIn(storyOf(Array.from({length: 9}, (_, i) => `${distinct(3, 0x5000 + 3 * i)}${rice}。`)))
    for (let second = 2; second <= 9; second++) {
      expect(found).toContainEqual({first: second - 1, second, words: rice})
    }
  })
})

describe('pages that would cost the square', () => {
  /** How much work a page is: letters, fingerprints, runs, and the letters that were compared. */
  function workOf(issue: Issue) {
    const use = createUse()
    const runs = use(passages, issue).flatMap((pair) => pair.runs)
    return {
      letters: use(normalised, issue).codes.length,
      prints: use(fingerprints, issue).hashes.length,
      runs: runs.length,
      compared: runs.reduce((sum, {length}) => sum + length, 0)
    }
  }

  test('5,000 equal paragraphs: each is held against the three before it', () => {
    const work = workOf(storyOf(Array.from({length: 5000}, () => sentence(rice))))
    expect(work.runs).toBeGreaterThanOrEqual(4999)
    expect(work.runs).toBeLessThanOrEqual(3 * 5000)
    expect(work.compared).toBeLessThanOrEqual(3 * work.letters)
  })

  test('one letter 200,000 times: three runs', () => {
    const work = workOf(storyOf([sentence('哈'.repeat(200_000))]))
    expect(work.letters).toBe(200_001)
    expect(work.runs).toBe(3)
    expect(work.compared).toBeLessThanOrEqual(3 * work.letters)
  })

  test.each([2, 7, 16, 40])('a text that begins again after %i letters: a run for each of the last three', (period) => {
    const work = workOf(storyOf([sentence(distinct(period).repeat(100_000 / period))]))
    expect(work.runs).toBeGreaterThanOrEqual(1)
    expect(work.runs).toBeLessThanOrEqual(3)
    expect(work.compared).toBeLessThanOrEqual(3 * work.letters)
  })

  test('a phrase on every line, with other words between: no more than three runs a fingerprint', () => {
    const lines = Array.from({length: 3000}, (_, i) => `第${i}号${rice.slice(0, 12)}${distinct(4, 0x5000 + 4 * i)}。`)
    const work = workOf(storyOf(lines))
    expect(work.runs).toBeLessThanOrEqual(3 * work.prints)
    expect(work.compared).toBeLessThanOrEqual(9 * work.letters)
  })

  test('twice the page is twice the work', () => {
    const paragraphs = (count: number) => Array.from({length: count}, (_, i) => `${distinct(2, 0x5000 + i)}${rice}。`)
    const [one, two] = [workOf(storyOf(paragraphs(1000))), workOf(storyOf(paragraphs(2000)))]
    expect(two.runs).toBeLessThanOrEqual(2.1 * one.runs)
    expect(two.compared).toBeLessThanOrEqual(2.1 * one.compared)
  })
})
