import type {Names} from 'copylint'
import {characters, createUse, findNames, loadNameWords, spotAt} from 'copylint'
import {describe, expect, test} from 'vitest'
import {issueOf, storyOf} from './pages.ts'

const words = await loadNameWords()
const namesOf = (...paragraphs: readonly string[]): Names =>
  findNames(createUse()(characters, storyOf(paragraphs)), words)
const textsOf = (...paragraphs: readonly string[]) => namesOf(...paragraphs).names.map(({text}) => text)

describe('names', () => {
  test('are what stands behind an office, before a deed, in a list', () => {
    expect(textsOf('县长何树青出席会议。', '何树青说，路要修好。')).toEqual(['何树青'])
    expect(textsOf('参加的有周大山、田立新、蔡岩松等。', '周大山、田立新、蔡岩松等走访。')).toContain('田立新')
  })
  test('stand at least twice', () => {
    expect(textsOf('县长何树青出席会议。')).toEqual([])
  })
  test('have two to four characters', () => {
    expect(textsOf('县长安禾强调，路要修好。', '安禾表示，水要通。')).toContain('安禾')
    expect(textsOf('县长欧阳树青强调，路要修好。', '欧阳树青表示，水要通。')).toContain('欧阳树青')
    expect(textsOf('客座教授卡特里娜来访。', '卡特里娜说，好。')).toContain('卡特里娜')
  })
  test('are no offices and no words', () => {
    expect(textsOf('党员干部要带头。', '党员干部要守纪。', '许多同志来了。', '许多同志走了。')).toEqual([])
  })
  test('tell what is near them', () => {
    const {names: all, text} = namesOf(
      '县长何树青出席会议。',
      '何树青说，路要修好。',
      '何数青说，水要通。',
      '何青树说，灯要亮。'
    )
    const near = all.find((name) => name.text === '何树青')?.near ?? []
    expect(near.map(({text: form, differs}) => [form, differs])).toEqual([
      ['何数青', 1],
      ['何青树', -1]
    ])
    for (const {text: form, places} of near) for (const place of places) expect(text.startsWith(form, place)).toBe(true)
  })
  test('of several pages stand behind one another', () => {
    const issue = issueOf('# 春耕\n\n县长何树青出席会议。\n', '# 秋收\n\n何树青说，好。\n')
    const page = createUse()(characters, issue)
    const {text, names: all} = findNames(page, words)
    expect(all.map((name) => name.places.map((place) => text.slice(place, place + 3)))).toEqual([['何树青', '何树青']])
    expect(all[0]?.places.map((place) => spotAt(page, place).block.page)).toEqual([0, 1])
  })
})
