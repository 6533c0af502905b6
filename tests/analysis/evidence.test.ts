import {evidence, normalised} from 'copylint'
import {describe, expect, test} from 'vitest'
import {createUse} from '../../src/rule/use.ts'
import {storyOf} from './pages.ts'

function evidenceOf(stretch: string, there: readonly string[], here: readonly string[] = []) {
  const issue = storyOf([stretch, ...there, ...here])
  const letters = createUse()(normalised, issue)
  const [first, ...rest] = letters.blocks.filter(({block}) => block.role === 'body')
  if (!first) throw new Error('no stretch')
  const source = issue.pages[0]?.source ?? ''
  return evidence(first.block, rest.slice(0, there.length), rest.slice(there.length)).map(({words, at}) => {
    // the words and what they are found as
    return [words, source.slice(at.start, at.end)]
  })
}

describe('evidence', () => {
  test('the longest words that only the other has, where they stand first, at most three', () => {
    const there = ['九道闸门都有人守，水利站也来了人。', '渡槽架好了，九道闸门漆成绿色，堤上种了柳树。']
    expect(evidenceOf('水利站说，渡槽和九道闸门之外，柳树也要浇。', there, ['柳树年年种。'])).toEqual([
      ['九道闸门', '九道闸门'],
      ['水利站', '水利站'],
      ['渡槽', '渡槽']
    ])
  })

  test('nothing where its own has the words too', () => {
    expect(evidenceOf('渡槽要修。', ['渡槽架好了。'], ['渡槽旧了。'])).toEqual([])
  })

  test('no figure and no word of an alphabet is cut, no mark stands inside', () => {
    expect(evidenceOf('共有200人，坐GB12路。', ['全村1200人，GB123号。'])).toEqual([])
    expect(evidenceOf('渡槽、闸门要修。', ['渡槽闸门都修。'])).toEqual([
      ['渡槽', '渡槽'],
      ['闸门', '闸门']
    ])
  })

  test('words of an alphabet are found whole', () => {
    expect(evidenceOf('A leak in the night bus.', ['The night bus is leaking.'])).toEqual([
      ['night', 'night'],
      ['the', 'The'],
      ['bus', 'bus']
    ])
    expect(evidenceOf('补助2万元。', ['收入1.2万元。'])).toEqual([['万元', '万元']])
  })

  test('marks and widths of the other do not matter', () => {
    expect(evidenceOf('“Ａ１号”渡槽要修。', ['村里的“a1号”渡槽老了。'])).toEqual([
      ['Ａ１号', 'a1号'],
      ['渡槽', '渡槽']
    ])
  })

  test('particles at the ends of a word are left off', () => {
    expect(evidenceOf('渡槽的水清了。', ['说起渡槽的事。'])).toEqual([['渡槽', '渡槽']])
  })
})
