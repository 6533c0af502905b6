import {type AnyRule, defineRule, toPlugin} from 'copylint'
import {unified} from 'unified'
import * as v from 'valibot'
import {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {copyParser} from '../../src/parse/plugin.ts'
import {ruleOf} from './rules.ts'

const source = '# 渡轮首航\n\n青石渡口的新渡轮今天首航。\n\n渡轮明天停航。\n'

const text = (what: string) => ({what, why: '为什么。', how: '怎么办。'})

/** Points at a word's later prints. */
const again = defineRule({
  name: 'word-again',
  scope: 'issue',
  severity: 'warning',
  summary: {zh: '词又出现', en: 'a word again'},
  options: v.strictObject({word: v.optional(v.pipe(v.string(), v.minLength(1)), '渡轮')}),
  messages: {again: {zh: text('“{quote}”又见{other}'), en: text('“{quote}” again, see {other}')}},
  labels: {first: {zh: '先在这里', en: 'first here'}, drop: {zh: '删去', en: 'Delete it'}},
  url: 'https://desk.example/word-again',
  *check(issue, {options: {word}}) {
    let first: {start: number; end: number} | undefined
    for (const block of issue.articles.flatMap(({body}) => body)) {
      const index = block.text.indexOf(word)
      if (index < 0) continue
      const at = {start: block.start + index, end: block.start + index + word.length}
      if (first) {
        yield {
          id: 'again',
          at,
          related: [{at: first, label: 'first'}],
          fixes: [{title: 'drop', safety: 'unsafe', edits: [{...at, text: ''}]}]
        }
      }
      first ??= at
    }
  }
})

async function run(...plugins: readonly ReturnType<typeof toPlugin>[]) {
  const file = new VFile({path: '1.txt', value: source})
  const processor = unified().use(copyParser)
  for (const plugin of plugins) processor.use(plugin)
  const tree = processor.parse(file)
  const before = JSON.stringify(tree)
  await processor.run(tree, file)
  expect(JSON.stringify(tree), 'the tree is left as it is').toBe(before)
  return file
}

describe('toPlugin', () => {
  test('findings become messages of the file', async () => {
    const {messages} = await run(toPlugin(again))
    const start = source.lastIndexOf('渡轮')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toBeInstanceOf(VFileMessage)
    expect(messages[0]).toMatchObject({
      ruleId: 'word-again',
      source: 'copylint',
      fatal: false,
      reason: '“渡轮”又见第3行',
      place: {start: {line: 5, column: 1, offset: start}, end: {line: 5, column: 3, offset: start + 2}},
      actual: '渡轮',
      expected: [''],
      url: 'https://desk.example/word-again',
      note: expect.stringContaining('为什么。'),
      related: [{label: '先在这里', text: '渡轮', place: {start: {line: 3, column: 7}}}],
      fixes: [{title: '删去', safety: 'unsafe', edits: [{start, end: start + 2, text: ''}]}]
    })
  })

  test.each([
    ['error', true],
    ['warning', false],
    ['info', undefined]
  ] as const)('severity %s is fatal: %s', async (severity, fatal) => {
    const rule: AnyRule = {...again, severity}
    const {messages} = await run(toPlugin(rule))
    expect(messages.map((message) => message.fatal)).toEqual([fatal])
  })

  test('in English where it is asked for', async () => {
    const {messages} = await run(toPlugin(again, {}, 'en'))
    expect(messages.map(({reason}) => reason)).toEqual(['“渡轮” again, see line 3'])
  })

  test('options go to the rule, and what is left out has its default', async () => {
    const {messages} = await run(toPlugin(again, {word: '航'}))
    expect(messages.map(({actual}) => actual)).toEqual(['航'])
    expect((await run(toPlugin(again, {word: '桥'}))).messages).toEqual([])
  })

  test.each([{wrod: '航'}, {word: 7}, {word: ''}])('wrong options throw when the plugin is made: %j', (options) => {
    expect(() => toPlugin(again, options)).toThrow(v.ValiError)
  })

  test('a rule without options takes none', () => {
    const {options: _, ...plain} = again as AnyRule
    expect(() => toPlugin(plain as AnyRule, {nonsense: 1})).toThrow(v.ValiError)
  })

  test('rules stand one behind the other, each with its messages', async () => {
    const {messages} = await run(toPlugin(again), toPlugin({...again, name: 'word-again-too'} as AnyRule))
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['word-again', 'word-again-too'])
  })

  test('a rule that throws fails the file, and says which', async () => {
    const broken = ruleOf('broken', 'issue', () => {
      throw new Error('the list of names is empty')
    })
    await expect(run(toPlugin(broken))).rejects.toThrow('broken: the list of names is empty')
  })

  test('a mistake in what a rule finds fails the file, which keeps what was found', async () => {
    const wrong = ruleOf('wrong', 'issue', () => [{id: 'found', at: {start: 0, end: 1}, severity: 'warn' as 'warning'}])
    const file = new VFile(source)
    const processor = unified()
      .use(copyParser)
      .use(toPlugin(wrong, {}, 'en'))
    await expect(processor.run(processor.parse(file), file)).rejects.toThrow(
      'wrong: the finding “found” has the severity'
    )
    expect(file.messages.map(({ruleId}) => ruleId)).toContain('wrong')
  })

  test('a rule of the archive has none to ask, and is silent', async () => {
    const old = ruleOf('old-news', 'archive', () => {
      throw new Error('it was asked')
    })
    expect((await run(toPlugin(old))).messages).toEqual([])
  })

  test('a tree without places is refused', async () => {
    const processor = unified().use(toPlugin(again))
    const paragraph = {type: 'ParagraphNode', role: 'body', children: [{type: 'SentenceNode', children: []}]} as const
    const tree = {type: 'RootNode', children: [{type: 'ArticleNode', children: [paragraph]}]}
    await expect(processor.run(tree as never, new VFile(source))).rejects.toThrow('copyParser')
  })
})
