import {createUse, type Normalised, type NormalisedBlock, normalised, type Span} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findParagraph, findSentence} from '../../rules/duplicate-closing/again.ts'
import {findClause} from '../../rules/duplicate-closing/clause.ts'
import {shared, startsClause} from '../../rules/duplicate-closing/letters.ts'
import {han, storyOf} from '../analysis/pages.ts'

/** The paragraphs of a story as the rule sees them, and how its answers read. */
function read(...paragraphs: readonly string[]) {
  const issue = storyOf(paragraphs)
  const letters: Normalised = createUse()(normalised, issue)
  const blocks = letters.blocks.filter(({block}) => block.role === 'body')
  const last = blocks.at(-1)
  if (!last) throw new Error('a story without paragraphs')
  let asked = 0
  const text = ({start, end}: Span) => {
    asked++
    return issue.pages[0]?.source.slice(start, end) ?? ''
  }
  const words = <T extends {readonly at: Span; readonly first: Span}>(found: T | undefined) =>
    found && {...found, at: text(found.at), first: text(found.first)}
  const earlier = blocks.slice(0, -1)
  return {
    letters,
    blocks,
    text,
    asked: () => asked,
    paragraph: (least = 8) => words(findParagraph(letters, earlier, last, least)),
    sentence: (least = 8) => words(findSentence(letters, earlier.at(-1), last, least, text)),
    clause: (least = 15) => words(findClause(letters, earlier, last, least, text))
  }
}

describe('shared: equal letters before two ends', () => {
  test('are counted one by one, up to the limit', () => {
    fc.assert(
      fc.property(han(1, 60, '春夏'), fc.nat(60), fc.nat(60), fc.nat(60), (text, a, b, limit) => {
        const {letters, blocks} = read(`${text}。`)
        const start = blocks[0]?.start ?? 0
        const [endA, endB] = [Math.min(a, text.length), Math.min(b, text.length)]
        const most = Math.min(limit, endA, endB)
        let length = 0
        while (length < most && text[endA - length - 1] === text[endB - length - 1]) length++
        expect(shared(letters, start + endA, start + endB, most)).toBe(length)
      })
    )
  })
})

describe('startsClause', () => {
  const story = '他说：“水来了。”接着，人们（老人和孩子）笑了；灯亮了,road open.'
  const {letters, blocks, text} = read(story)
  const [block] = blocks as [NormalisedBlock]

  test.each([
    ['他', true, 'the paragraph begins'],
    ['水', true, 'behind a colon and a quote'],
    ['接', true, 'behind a stop and a quote'],
    ['人', true, 'behind a comma'],
    ['老', false, 'a parenthesis is no clause'],
    ['笑', false, 'nor is what stands behind it'],
    ['灯', true, 'behind a semicolon'],
    ['r', true, 'behind a comma of an alphabet'],
    ['o', false, 'in the middle of a word'],
    ['说', false, 'in the middle of a clause']
  ])('%s: %s, %s', (letter, starts) => {
    const index = letters.codes.indexOf(letter.charCodeAt(0), block.start)
    expect(startsClause(letters, block, index, text)).toBe(starts)
  })
})

describe('findParagraph: the last paragraph, letter for letter, in an earlier one', () => {
  const closing = '下一步，村里还要把晒谷场修到河边。'
  const afar = '下一步，村里还要把晒谷场修到河边，让家家户户有地方晒粮食。'

  test('directly before it can go unread, if the marks are the same too', () => {
    expect(read('渠水进了村。', closing, closing).paragraph()).toMatchObject({
      at: closing,
      first: closing,
      mend: 'safe'
    })
    const other = '下一步：村里还要把晒谷场修到河边！'
    expect(read('渠水进了村。', other, closing).paragraph()).toMatchObject({at: closing, first: other, mend: 'unsafe'})
  })

  test('from further up an editor must look', () => {
    expect(read(afar, '渠水进了村。', afar).paragraph()).toMatchObject({at: afar, first: afar, mend: 'unsafe'})
  })

  test('a short line that returns from further up may be a refrain', () => {
    expect(read(closing, '渠水进了村。', closing).paragraph()).toBeUndefined()
  })

  test('printed three times, the nearest is named', () => {
    const source = read(afar, '渠水进了村。', afar, afar)
    expect(source.paragraph()?.mend).toBe('safe')
  })

  test('shorter than asked for, longer, or with one letter changed: none', () => {
    expect(read(closing, closing).paragraph(16)).toBeUndefined()
    expect(read(closing, closing).paragraph(15)).toBeDefined()
    expect(read(`今年${closing}`, closing).paragraph()).toBeUndefined()
    expect(read(closing.replace('河边', '湖边'), closing).paragraph()).toBeUndefined()
  })
})

describe('findSentence: the last sentence twice in a row', () => {
  test('as a paragraph of its own behind the one that ends in it', () => {
    expect(read('渠水进了村。孩子们在水边唱到天黑。', '孩子们在水边唱到天黑。').sentence()).toMatchObject({
      at: '孩子们在水边唱到天黑。',
      first: '孩子们在水边唱到天黑。',
      mend: 'safe'
    })
  })

  test('also where a credit closes the paragraph before it; then an editor must look', () => {
    expect(read('渠水进了村。孩子们在水边唱到天黑。（陶望津）', '孩子们在水边唱到天黑。').sentence()).toMatchObject({
      at: '孩子们在水边唱到天黑。',
      first: '孩子们在水边唱到天黑',
      mend: 'unsafe'
    })
  })

  test('the end of a longer sentence is no sentence', () => {
    expect(read('渠水进村那天孩子们在水边唱到天黑。', '孩子们在水边唱到天黑。').sentence()).toBeUndefined()
  })

  test('within the last paragraph, the whole of it or its end', () => {
    const twice = '孩子们在水边唱到天黑。'
    expect(read(`${twice}${twice}`).sentence()).toMatchObject({at: twice, first: twice, mend: 'safe'})
    expect(read(`渠水进了村。${twice}${twice}`).sentence()).toMatchObject({at: twice, first: twice, mend: 'safe'})
  })

  test('further up in the last paragraph an editor must look; a short one may be a refrain', () => {
    const again = '孩子们在水边从早晨唱到天黑。'
    expect(read(`渠水进了村。${again}老人笑了。${again}`).sentence(6)).toMatchObject({
      at: again,
      first: again,
      mend: 'unsafe'
    })
    expect(read(`渠水进了村。${again}老人笑了。${again}`).sentence()).toBeUndefined()
    expect(read(`渠水进了村。${again}老人笑了，${again}`).sentence(6)).toBeUndefined()
  })

  test('quotes and all', () => {
    const twice = '“孩子们在水边唱到天黑。”'
    expect(read(`老人笑了。${twice}${twice}`).sentence()).toMatchObject({
      at: twice.slice(1),
      first: twice.slice(1),
      mend: 'safe'
    })
  })

  test('a call that doubles its halves is one sentence', () => {
    expect(read('号子从早喊到晚：大家一起加油干，大家一起加油干！').sentence(4)).toBeUndefined()
    expect(read('号子从早喊到晚：大家一起加油干！大家一起加油干！').sentence(4)).toBeUndefined()
  })

  test('whatever stands before it', () => {
    const part = han(1, 30, '春夏秋冬山川')
    fc.assert(
      fc.property(part, han(8, 30, '春夏秋冬山川'), (before, twice) => {
        const found = read(`${before}。${twice}。${twice}。`).sentence()
        // the sentence may itself be doubled: 春夏春夏
        expect(found && `${twice}。`.endsWith(found.at)).toBe(true)
        expect(found?.at).toBe(found?.first)
      })
    )
  })

  test('one letter 100,000 times is looked at once for each letter', () => {
    const source = read(`${'哈'.repeat(100_000)}。`)
    expect(source.sentence()).toBeUndefined()
    expect(source.asked()).toBeLessThanOrEqual(100_000)
  })
})

describe('findClause: one clause closes an earlier paragraph and the last', () => {
  const [shop, school] = [
    '早点铺的老板每天四点起床，和面、熬粥、炸油条，从来没有歇过一个早晨',
    '放学铃一响，老校工总是第一个站到路口，举着小旗护着孩子们过马路'
  ]
  const clause = '用一点一滴温暖着这条老街上的人们'

  test('is told with its final mark, and begins behind a mark', () => {
    expect(read(`${shop}，${clause}。`, `${school}，${clause}！`).clause()).toMatchObject({
      at: `${clause}！`,
      first: `${clause}。`
    })
  })

  test.each([
    ['a word more in the first', '用一点一滴温暖着了这条老街上的人们', clause],
    ['a word more in the last', clause, '用一点一滴温暖着了这条老街上的人们'],
    ['two letters more in the last', clause, '用一点一滴温暖着咱们这条老街上的人们'],
    ['two letters more in the first', '用一点一滴温暖着咱们这条老街上的人们', clause]
  ])('may have a slip: %s', (_, one, other) => {
    expect(read(`${shop}，${one}。`, `${school}，${other}。`).clause()).toMatchObject({
      at: `${other}。`,
      first: `${one}。`
    })
  })

  test('two slips are another clause', () => {
    const other = '用一点了一滴温暖着这条了老街上的人们'
    expect(read(`${shop}，${clause}。`, `${school}，${other}。`).clause()).toBeUndefined()
  })

  test('in the middle of a clause it is only how two sentences end', () => {
    expect(read(`${shop}${clause}。`, `${school}，${clause}。`).clause()).toBeUndefined()
    expect(read(`${shop}，${clause}。`, `${school}${clause}。`).clause()).toBeUndefined()
  })

  test('of two clauses that are the same both are told', () => {
    const both = `年复一年，${clause}`
    expect(read(`${shop}，${both}。`, `${school}，${both}。`).clause()?.at).toBe(`${both}。`)
  })

  test('of several paragraphs that which shares most', () => {
    const both = `年复一年，${clause}`
    const source = read(`${shop}，${both}。`, `修鞋的师傅在巷口一坐就是四十年，${clause}。`, `${school}，${both}。`)
    expect(source.clause()).toMatchObject({at: `${both}。`, first: `${both}。`})
  })

  test('most of a paragraph is a passage, and not a clause', () => {
    expect(read(`${shop}，${clause}。`, `风雨无阻，${clause}。`).clause()).toBeUndefined()
  })

  test('shorter than asked for: none', () => {
    const {clause: found} = read(`${shop}，${clause}。`, `${school}，${clause}。`)
    expect(found(clause.length)).toBeDefined()
    expect(found(clause.length + 1)).toBeUndefined()
  })
})
