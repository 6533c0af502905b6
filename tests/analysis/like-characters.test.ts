import {loadLikeCharacters} from 'copylint'
import {describe, expect, test} from 'vitest'

const like = await loadLikeCharacters()
const compare = (pair: string) => like(pair.charCodeAt(0), pair.charCodeAt(1))

describe('like characters', () => {
  test.each(['杨扬', '建健', '曾增', '单善', '清青', '伟玮', '楠南', '翀充'])('%s sound alike', (pair) => {
    expect(compare(pair)).toBe('sound')
    expect(compare([...pair].reverse().join(''))).toBe('sound')
  })
  test.each(['末未', '土士', '己巳', '侯候', '治冶', '拨拔', '茶荼', '钢纲', '辰晨', '汤扬', '戊戌', '准淮'])(
    '%s look alike, if they do not sound so',
    (pair) => {
      expect(compare(pair)).toBeDefined()
    }
  )
  test.each(['拨拔', '治冶', '茶荼', '柳抑', '天夫'])('%s look alike', (pair) => {
    expect(compare(pair)).toBe('shape')
    expect(compare([...pair].reverse().join(''))).toBe('shape')
  })
  test.each(['杨国', '高新', '青溪', '一鑫'])('%s do neither', (pair) => {
    expect(compare(pair)).toBeUndefined()
  })
  test('a character is not like itself, nor are letters, marks and what is beyond the tables', () => {
    for (const pair of ['杨杨', 'ab', '，。', '\ud842\udfb7', '\u0000\uffff']) expect(compare(pair)).toBeUndefined()
  })
})
