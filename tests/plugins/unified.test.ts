import {readFileSync} from 'node:fs'
import {toPlugin} from 'copylint'
import {readExamples, runRule} from 'copylint/testing'
import {retext} from 'retext'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'
import {copyParser} from '../../src/parse/plugin.ts'

const ofPages = builtin.filter(({scope}) => scope !== 'archive')

test.each(ofPages)('$name finds as a plugin of retext what it finds in the command', async (rule) => {
  const examples = readExamples(readFileSync(`rules/${rule.name}/README.md`, 'utf8'))
  const ofOnePage = examples.filter(({pages}) => pages.length === 1)
  expect(ofOnePage).not.toEqual([])
  for (const {pages, options} of ofOnePage) {
    const file = new VFile({path: 'page.txt', value: pages[0]?.source ?? ''})
    const processor = retext()
      .use(copyParser)
      .use(toPlugin(rule, options, 'en'))
    await processor.run(processor.parse(file), file)
    const found = (await runRule(rule, pages, options)).findings.map(({at}) => ({
      ruleId: rule.name,
      source: 'copylint',
      place: {start: {offset: at.start}, end: {offset: at.end}}
    }))
    expect(file.messages).toMatchObject(found)
  }
})

test('wrong options are refused when the plugin is made', () => {
  const rule = builtin.find(({options}) => options)
  expect(rule).toBeDefined()
  if (rule) expect(() => toPlugin(rule, {nonsense: 1})).toThrow()
})
