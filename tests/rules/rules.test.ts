import {existsSync, readFileSync} from 'node:fs'
import {readExamples, testRule} from 'copylint/testing'
import {describe, expect, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'

for (const rule of builtin) {
  describe(rule.name, () => {
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const path = `rules/${rule.name}/${page}`
      const readme = existsSync(path) ? readFileSync(path, 'utf8') : ''
      describe(page, () => {
        for (const {name, run} of testRule(rule, readme)) test(name, run)
      })
    }

    test('both languages show the same examples', () => {
      const [en, zh] = ['README.md', 'README.zh-CN.md'].map((page) =>
        readExamples(readFileSync(`rules/${rule.name}/${page}`, 'utf8')).map(({line, ...example}) => example)
      )
      expect(zh).toEqual(en)
    })
  })
}
