import {defineRule} from 'copylint'
import {testRule} from 'copylint/testing'
import * as v from 'valibot'
import {expect, test} from 'vitest'

const mark = {
  zh: {what: '“{quote}”是问号', why: '版面上还有疑问。', how: '核实后删去。'},
  en: {what: '“{quote}” is a question', why: 'The page still asks.', how: 'Find out, then delete.'}
}
/** Finds every full-width question mark, and says where the first one was. */
const rule = defineRule({
  name: 'question-mark',
  scope: 'article',
  severity: 'warning',
  summary: {zh: '问号', en: 'a question mark'},
  options: v.strictObject({least: v.optional(v.number(), 1)}),
  messages: {found: mark},
  labels: {first: {zh: '先在这里', en: 'first here'}},
  *check(article, {options}) {
    const [block] = article.body
    if (!block) return
    const places = [...block.text.matchAll(/？/g)].map(({index}) => ({
      start: block.start + index,
      end: block.start + index + 1
    }))
    if (places.length < options.least) return
    for (const at of places.slice(1)) yield {id: 'found', at, related: [{at: places[0] ?? at, label: 'first'}]}
  }
})

const head = '# 青溪县新修三座便民桥\n\n本报讯（记者 安禾）青溪县昨日'
const fails = (body: string, options = '') => `\`\`\`page fail ${options}\n${head}${body}\n\`\`\`\n`
const passes = (body: string, options = '') => `\`\`\`page pass ${options}\n${head}${body}\n\`\`\`\n`
const good = [fails('修桥⟦#1|？⟧通车⟦#1|？⟧'), passes('修桥。'), passes('修桥？通车？', '{"least": 3}')]
const twice = fails('修桥⟦#1|⟦#2|？⟧⟧通车⟦#1|？⟧收费⟦#2|？⟧')

test('a good README passes', async () => {
  expect(await failures([...good, twice])).toEqual([])
})

test.each([
  ['a mark that is not found', [...good, twice, fails('修桥⟦。⟧')], /finds other places than are marked/],
  ['a finding that is not marked', [...good, twice, passes('修？桥？')], /Found \(found\):[\s\S]*修⟦#1\|？⟧桥⟦#1\|？⟧/],
  ['an end that is not marked', [...good, twice, fails('修？桥⟦？⟧')], /finds other places/],
  ['a mark of another rule', [...good, twice, fails('修桥⟦other-rule|？⟧')], /names the rule other-rule/],
  ['an example twice', [...good, twice, twice], /lines \d+ and \d+ are the same/],
  [
    'an unknown option',
    [...good, twice, passes('修路。', '{"leest": 1}')],
    /refuses the options: there is no key “leest”; did you mean least\?/
  ],
  ['no page with two findings', good, /No example has two findings/],
  ['one clean page', [good[0] ?? '', good[2] ?? '', twice], /Only 1 “page pass”/],
  [
    'an option that no example uses',
    [good[0] ?? '', good[1] ?? '', passes('修路。'), twice],
    /No example shows the option least/
  ]
])('refuses %s', async (_, readme, complaint) => {
  expect((await failures(readme)).join('\n')).toMatch(complaint)
})

test.each([
  ['a message that no example gives', {messages: {found: mark, more: mark}}, /No example shows the message more/],
  [
    'a label that no example gives',
    {labels: {...rule.labels, more: {zh: '甲', en: 'a'}}},
    /No example shows the label more/
  ],
  ['a label without text', {labels: {}}, /has no label “first”/],
  [
    'a slot that nothing fills',
    {messages: {found: {...mark, en: {...mark.en, why: '{count} times'}}}},
    /Nothing fills \{count\}/
  ],
  ['an empty text', {messages: {found: {...mark, zh: {...mark.zh, how: ''}}}}, /A message is empty in zh/],
  [
    'a fact that is too long',
    {messages: {found: {...mark, zh: {...mark.zh, what: '甲'.repeat(40)}}}},
    /too long, 40 characters/
  ],
  ['a rule that throws', {check: () => [].reduce((it) => it)}, /question-mark failed: Reduce/],
  ['a rule that changes the tree', {check: vandal}, /question-mark failed: it changes the tree: Cannot/],
  ['a severity that is none', {check: with_({severity: 'warn'})}, /has a mistake: .*the severity “warn”/],
  [
    'a safety that is none',
    {check: with_({fixes: [{title: 'first', safety: 'maybe', edits: [{start: 0, end: 1, text: ''}]}]})},
    /has a mistake: the mend “first” has the safety “maybe”/
  ],
  [
    'a mend without edits',
    {check: with_({fixes: [{title: 'first', safety: 'safe', edits: []}]})},
    /has a mistake: the mend “first” has no edits/
  ],
  [
    'a title without text',
    {check: with_({fixes: [{title: 'cut', safety: 'safe', edits: [{start: 0, end: 1, text: ''}]}]})},
    /has no label “cut”/
  ],
  ['a message without English', {messages: {found: {zh: mark.zh}}}, /the message “found” has no English text/],
  [
    'a message without a remedy',
    {messages: {found: {...mark, en: {what: 'what', why: 'why'}}}},
    /the message “found” has no “how” in its English text/
  ],
  ['a label without English', {labels: {first: {zh: '先在这里'}}}, /the label “first” has no English text/],
  ['options that are no schema', {options: {least: 1}}, /no schema: write v\.strictObject/],
  [
    'an option without default',
    {options: v.strictObject({least: v.number()})},
    /the rule question-mark cannot run without options \(least is required\): give every option a default/
  ],
  ['a rule that keeps state', {check: stateful()}, /keeps state between runs/],
  ['what is not plain data', {check: unplain}, /question-mark\.data\.at is not plain data/]
])('refuses %s', async (_, change, complaint) => {
  expect((await failures([...good, twice], {...rule, ...change})).join('\n')).toMatch(complaint)
})

test('a rule that throws keeps its stack', async () => {
  const thrown = new RangeError('no names')
  const check = () => {
    throw thrown
  }
  const [example] = testRule({...rule, check}, good.join('\n'))
  await expect(example?.run()).rejects.toThrow(
    expect.objectContaining({message: 'question-mark failed: no names', cause: thrown})
  )
})

test('what an example fails of is not told again by the tests of them all', async () => {
  const check = () => {
    throw new Error('no names')
  }
  const told = await failures([...good, twice], {...rule, check})
  expect(told.filter((it) => it.includes('no names'))).toHaveLength(4)
  expect(told.slice(4)).toEqual(Array(3).fill('Error: Not known yet: the example of line 1 fails'))
})

test('one example that cannot run hides nothing that the others show', async () => {
  expect(await failures([...good, twice, passes('修路。', '{"least": "1"}')])).toEqual([
    'Error: question-mark refuses the options: “least” must be a number, not "1"'
  ])
})

/** Deletes every question mark beyond the first, or all. */
const mending = (safety: 'safe' | 'unsafe', text: string) => ({
  ...rule,
  labels: {...rule.labels, drop: {zh: '删去', en: 'Delete'}},
  *check(...args: Parameters<typeof rule.check>) {
    for (const found of rule.check(...args))
      yield {...found, fixes: [{title: 'drop', safety, edits: [{...found.at, text}]}]}
  }
})
const fixed = (body: string, info = '') => `\`\`\`page fixed ${info}\n${head}${body}\n\`\`\`\n`
const mended = [good[0], fixed('修桥？通车'), good[1], good[2], twice, fixed('修桥？通车收费')].map(String)

test('mends are shown', async () => {
  expect(await failures(mended, mending('safe', ''))).toEqual([])
  const unsafe = mended.map((block) => block.replace('page fixed ', 'page fixed unsafe'))
  expect(await failures(unsafe, mending('unsafe', ''))).toEqual([])
})

test.each([
  [
    'a mend that is not shown',
    [...good, twice],
    mending('safe', ''),
    /No “page fixed” shows the mend:[\s\S]*修桥？通车\n/
  ],
  ['a mend that is none', mended, rule, /Nothing offers a mend that is safe/],
  ['other pages than are shown', mended, mending('safe', '。'), /not the one of “page fixed”:[\s\S]*修桥？通车。\n/],
  ['a mend that never ends', mended, mending('safe', '？？'), /undo one another, or never end/]
])('refuses %s', async (_, readme, tested, complaint) => {
  expect((await failures(readme, tested)).join('\n')).toMatch(complaint)
})

async function failures(readme: readonly string[], tested: object = rule): Promise<string[]> {
  const told = []
  for (const {run} of testRule(tested as typeof rule, readme.join('\n'))) {
    const failure = await run().then(() => undefined, String)
    if (failure !== undefined) told.push(failure)
  }
  return told
}

/** The rule, with more in each finding. */
function with_(more: object) {
  return function* (...args: Parameters<typeof rule.check>) {
    for (const found of rule.check(...args)) yield {...found, ...more}
  }
}

function vandal(article: {body: unknown[]}) {
  article.body.pop()
  return []
}

function stateful() {
  let runs = 0
  return function* () {
    runs++
    yield {id: 'found', at: {start: runs, end: runs + 1}}
  }
}

function* unplain() {
  yield {id: 'found', at: {start: 0, end: 1}, data: {at: new Date(0)}}
}
