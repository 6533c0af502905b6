import type {Term} from 'copylint'
import {termFinder} from 'copylint'
import {describe, expect, test} from 'vitest'

const found = (entries: readonly Term[], text: string) =>
  termFinder(entries)(text).map(({entry, start, end}) => `${entry.term} ${start}–${end}`)

describe('the finder of listed terms', () => {
  test('of two that overlap the first counts, of two that begin alike the longer one', () => {
    const entries = [{term: '各行各业领域'}, {term: '社会各行各业领域'}, {term: '领域内'}, {term: '社会'}]
    expect(found(entries, '为社会各行各业领域内的社会人士')).toEqual(['社会各行各业领域 1–9', '社会 11–13'])
  })

  test('what must follow belongs to it', () => {
    const entries = [
      {term: '大约', rest: /[一二三]{1,3}人左右/uy},
      {term: '大约', rest: /[一二三]{1,3}人上下/uy}
    ]
    expect(found(entries, '大约三人上下，大约两人，大约一人左右')).toEqual(['大约 0–6', '大约 12–18'])
  })

  test('nothing in its longer words, wherever it stands in them', () => {
    const entries = [{term: '磁器', except: ['磁器口', '电磁器件']}]
    expect(found(entries, '磁器口的电磁器件厂不卖磁器')).toEqual(['磁器 11–13'])
  })

  test('no terms, nothing found', () => {
    expect(found([], '青溪县')).toEqual([])
  })
})
