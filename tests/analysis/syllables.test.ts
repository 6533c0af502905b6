import {expect, test} from 'vitest'
import {loadSyllables} from '../../src/index.ts'

test('how a character is read, without tones', async () => {
  const read = await loadSyllables()
  expect(read(0x83ab)).toContain('mo') // 莫
  expect(read(0x4e50)).toEqual(expect.arrayContaining(['le', 'yue'])) // 乐
})

test('what is not of simplified print has no readings', async () => {
  const read = await loadSyllables()
  for (const char of '熱A，') expect(read(char.charCodeAt(0))).toEqual([])
})
