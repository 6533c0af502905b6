import {mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {clean, copylint as command, doubled, folder} from './command.ts'

const copylint: typeof command = (cwd, args, more) => command(cwd, args, {env: {LANG: 'zh_CN.UTF-8'}, ...more})

const name = '.copylint-baseline.json'
const again = doubled.replace('桥面的石板', '桥面的的石板')
/** One of its findings is mended, another is new: at the end of the page. */
const later = `${doubled.replace(/镇里请来的[^\n]+\n\n/, '').trimEnd()}\n\n县里的的记者还会继续关注这件事。\n`

interface Report {
  readonly messages: readonly {readonly ruleId: string}[]
  readonly accepted?: number
  readonly unused?: readonly {readonly rule: string; readonly text: string}[]
}
const report = (out: string) => JSON.parse(out) as readonly Report[]

test('--update-baseline accepts what is found; then nothing is reported, a new defect alone, and a mended one is unused', async () => {
  const {root, read} = folder({'a.txt': doubled, 'b.txt': clean})
  const before = await copylint(root, ['a.txt', 'b.txt'])
  expect(before.status).toBe(1)

  const update = await copylint(root, ['--update-baseline', 'a.txt', 'b.txt'])
  expect(update).toMatchObject({status: 0, err: `copylint: 接受了 1 处（新的 1 处，去掉不再报的 0 处）：${name}\n`})
  expect(JSON.parse(read(name))).toMatchObject({version: 1, files: {'a.txt': [{rule: 'repeated-paragraph'}]}})
  expect(readdirSync(root).sort()).toEqual([name, 'a.txt', 'b.txt'])

  const quiet = await copylint(root, ['a.txt', 'b.txt'])
  expect(quiet).toMatchObject({status: 0, err: ''})
  expect(quiet.out).toContain('已接受 1 处')
  expect((await copylint(root, ['--format', 'pretty', 'a.txt'])).out).toContain('已接受 1 处，没有列出。')
  expect(report((await copylint(root, ['--format', 'json', 'a.txt', 'b.txt'])).out)).toMatchObject([
    {messages: [], accepted: 1},
    {messages: []}
  ])
  expect((await copylint(root, ['--no-baseline', 'a.txt'])).status).toBe(1)

  writeFileSync(join(root, 'a.txt'), later)
  const after = await copylint(root, ['--format', 'json', 'a.txt'])
  expect(after.status).toBe(1)
  expect(after.err).toMatch(
    /^copylint: a\.txt：基线里有 1 处已经不再报了（repeated-paragraph “[^”]+”），用 --prune-baseline 去掉\n$/
  )
  expect(report(after.out)).toMatchObject([
    {messages: [{ruleId: 'doubled-particle'}], accepted: 0, unused: [{rule: 'repeated-paragraph'}]}
  ])
})

test('--prune-baseline drops what is not found any more, and nothing else', async () => {
  const {root, read} = folder({'a.txt': again, 'b.txt': doubled, 'gone.txt': doubled})
  await copylint(root, ['--update-baseline', 'a.txt', 'b.txt', 'gone.txt'])
  const all = read(name)
  rmSync(join(root, 'gone.txt'))
  writeFileSync(join(root, 'a.txt'), later)
  // b.txt is not linted; a rule that is off has not looked
  expect(await copylint(root, ['--prune-baseline', '--rule', 'repeated-paragraph:off', 'b.txt'])).toMatchObject({
    status: 0,
    err: `copylint: 去掉了 1 处不再报的：${name}\n`
  })
  expect(JSON.parse(read(name)).files).toEqual({
    'a.txt': JSON.parse(all).files['a.txt'],
    'b.txt': JSON.parse(all).files['b.txt']
  })
  const pruned = await copylint(root, ['--prune-baseline', 'a.txt'])
  expect(pruned.status).toBe(1)
  expect(pruned.err).toMatch(/^copylint: 去掉了 \d 处不再报的/)
  expect(Object.keys(JSON.parse(read(name)).files)).toEqual(['b.txt'])
  expect((await copylint(root, ['--prune-baseline', 'a.txt'])).err).toBe(`copylint: 没有要去掉的：${name}\n`)
})

test('--update-baseline keeps reasons, and follows what has moved', async () => {
  const {root, read} = folder({'a.txt': doubled})
  const line = doubled.split('\n').findLastIndex((it) => it.startsWith('镇里')) + 1
  await copylint(root, ['accept', `a.txt:${line}`, 'repeated-paragraph', '--reason', '有意重排'])
  writeFileSync(
    join(root, 'a.txt'),
    `${again.replace('# 海棠镇修缮老石桥', '# 海棠镇老石桥开始修缮').replaceAll('的的', '的')}\n这里的的字多了。\n`
  )
  const {err} = await copylint(root, ['--update-baseline', 'a.txt'])
  expect(err).toContain('接受了 2 处（新的 1 处，去掉不再报的 0 处）')
  expect(JSON.parse(read(name)).files['a.txt']).toMatchObject([
    {rule: 'doubled-particle'},
    {rule: 'repeated-paragraph', reason: '有意重排'}
  ])
})

test('what is accepted is not mended, and not counted in the error rate', async () => {
  const {root, read} = folder({'a.txt': doubled})
  await copylint(root, ['--update-baseline', 'a.txt'])
  expect(await copylint(root, ['--fix', 'a.txt'])).toMatchObject({status: 0, err: 'copylint: 没有可以自动改的\n'})
  expect(read('a.txt')).toBe(doubled)
  const {out} = await copylint(root, ['--format', 'json', '--score', '--max-score', '1', 'a.txt'])
  expect(JSON.parse(out)).toMatchObject([{score: {points: 0}}])
})

test('a baseline is looked for upward from the page, whatever folder one is in; --baseline names another', async () => {
  const {root, read} = folder({'east/a.txt': doubled, 'west/a.txt': doubled, [`west/${name}`]: ''})
  expect((await copylint(root, ['--update-baseline', 'east/a.txt', 'west/a.txt'])).status).toBe(0)
  expect(Object.keys(JSON.parse(read(name)).files)).toEqual(['east/a.txt'])
  expect(Object.keys(JSON.parse(read(`west/${name}`)).files)).toEqual(['a.txt'])
  expect((await copylint(join(root, 'west'), ['a.txt'])).status).toBe(0)
  expect((await copylint(join(root, 'east'), ['a.txt'])).status).toBe(0)
  const stdin = await copylint(root, ['--stdin-filename', 'east/a.txt', '-'], {input: doubled})
  expect(stdin.status).toBe(0)

  expect((await copylint(root, ['--baseline', 'desk.json', '--update-baseline', 'east/a.txt'])).status).toBe(0)
  expect(Object.keys(JSON.parse(read('desk.json')).files)).toEqual(['east/a.txt'])
  expect((await copylint(root, ['--baseline', 'desk.json', 'east/a.txt', 'west/a.txt'])).status).toBe(1)
  const none = await copylint(root, ['--baseline', 'none.json', 'east/a.txt'])
  expect(none.status).toBe(2)
  expect(none.err).toContain('none.json: 读不了基线文件（没有这个文件或文件夹）')
})

test('a folder behind a link keeps what was accepted without the link', async () => {
  const {root, read} = folder({'real/a.txt': doubled})
  symlinkSync('real', join(root, 'link'))
  await copylint(root, ['--update-baseline', 'real'])
  const before = read(name)
  expect((await copylint(root, ['link/a.txt'])).status).toBe(0)
  await copylint(root, ['--update-baseline', 'link/a.txt'])
  expect(read(name)).toBe(before)
})

test('--prune-baseline lets go of the places of a finding that were mended', async () => {
  const page = (...marks: readonly string[]) =>
    `# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子${marks[0]}村里的人都来了。\n\n种子是县里送来的${marks[1]}一共三百袋，够种两百亩地。\n`
  const {root} = folder({'a.txt': page(',', ',')})
  await copylint(root, ['--update-baseline', 'a.txt'])
  writeFileSync(join(root, 'a.txt'), page(',', '，'))
  expect((await copylint(root, ['--prune-baseline', 'a.txt'])).status).toBe(0)
  writeFileSync(join(root, 'a.txt'), page(',', ','))
  expect(JSON.parse((await copylint(root, ['--format', 'json', 'a.txt'])).out)[0].messages).toMatchObject([
    {ruleId: 'punctuation-width', place: {start: {line: 5}}}
  ])
})

test('pages of an issue: a pair on two pages is accepted, and each page alone misses nothing', async () => {
  const [, lead = '', twice = ''] = doubled.split('\n\n')
  const pages = {
    'a.txt': `# 海棠镇修缮老石桥\n\n${lead}\n\n${twice}\n`,
    'b.txt': `# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子。\n\n${twice}\n`
  }
  const {root, read} = folder(pages)
  expect((await copylint(root, ['--issue', 'a.txt', 'b.txt'])).out).toContain('repeated-paragraph')
  expect((await copylint(root, ['--issue', '--update-baseline', 'a.txt', 'b.txt'])).status).toBe(0)
  expect(JSON.parse(read(name)).files).toMatchObject({'b.txt': [{with: ['a.txt']}]})
  for (const args of [
    ['--issue', 'a.txt', 'b.txt'],
    ['--issue', 'b.txt', 'a.txt'],
    ['a.txt', 'b.txt']
  ]) {
    expect(await copylint(root, args)).toMatchObject({status: 0, err: ''})
  }
  const before = read(name)
  await copylint(root, ['--issue', '--prune-baseline', 'b.txt', 'a.txt'])
  expect(read(name)).toBe(before)
})

describe('a baseline that is wrong', () => {
  test('is told with its place; no page that it is for is linted, others are', async () => {
    const {root} = folder({
      [`a/${name}`]: '{"version": 1,\n "files": {"a.txt": 3}}',
      'a/a.txt': doubled,
      'b/b.txt': doubled
    })
    const {status, out, err} = await copylint(root, ['a/a.txt', 'b/b.txt'])
    expect(status).toBe(2)
    expect(err).toBe(`a/${name}:2:21: “a.txt”应当是列表，现在是 3\n`)
    expect(out).toContain('b/b.txt')
    expect(out).not.toContain('a/a.txt\n')
  })

  test('is not written over', async () => {
    const {root, read} = folder({[name]: '<<<<<<< HEAD\n', 'a.txt': doubled})
    expect((await copylint(root, ['--update-baseline', 'a.txt'])).status).toBe(2)
    expect(read(name)).toBe('<<<<<<< HEAD\n')
  })

  test('a merge that was not ended is named as such', async () => {
    const {root} = folder({[name]: '{"version": 1, "files": {\n<<<<<<< HEAD\n', 'a.txt': doubled})
    const {status, err} = await copylint(root, ['a.txt'])
    expect(status).toBe(2)
    expect(err).toBe(`${name}:2:1: 这里是合并时留下的冲突标记；两边的行都可以留下，把标记删去就行\n`)
  })

  test('one that cannot be written is a failure', async () => {
    const {root} = folder({'a.txt': doubled})
    const {status, err} = await copylint(root, ['--baseline', 'no/such/folder.json', '--update-baseline', 'a.txt'])
    expect(status).toBe(2)
    expect(err).toContain('基线没有写成（没有这个文件或文件夹）')
    expect(err).not.toContain('接受了')
  })
})

test.each([
  [['--update-baseline', '--fix', 'a.txt'], '不能和改稿'],
  [['--prune-baseline', '--fix-dry-run', 'a.txt'], '不能和改稿'],
  [['--update-baseline', '--quiet', 'a.txt'], '--quiet'],
  [['--update-baseline', '--prune-baseline', 'a.txt'], '不必同时用'],
  [['--update-baseline', '--no-baseline', 'a.txt'], '--no-baseline'],
  [['--update-baseline', '-'], '标准输入']
])('%j is refused', async (args, sentence) => {
  const {root} = folder({'a.txt': doubled})
  const {status, err} = await copylint(root, args, {input: doubled})
  expect(status).toBe(2)
  expect(err).toContain(sentence)
  expect(readdirSync(root)).toEqual(['a.txt'])
})

describe('copylint accept', () => {
  test('accepts one finding, with its reason', async () => {
    const {root, read} = folder({'a.txt': again})
    const {messages} = JSON.parse((await copylint(root, ['--format', 'json', 'a.txt'])).out)[0]
    for (const {ruleId, place} of messages) {
      const {line, column} = place.start
      const {status, out} = await copylint(root, ['accept', `a.txt:${line}:${column}`, ruleId, '--reason', ' 照原文 '])
      expect({status, out}).toMatchObject({
        status: 0,
        out: expect.stringContaining(`接受了 a.txt:${line}:${column} ${ruleId}`)
      })
    }
    expect(JSON.parse(read(name)).files['a.txt']).toHaveLength(messages.length)
    for (const {reason} of JSON.parse(read(name)).files['a.txt']) expect(reason).toBe('照原文')
    expect((await copylint(root, ['a.txt'])).status).toBe(0)
  })

  test.each([
    [['a.txt:3', 'repeated-paragraph'], 2, '要写理由'],
    [['a.txt', 'repeated-paragraph', '--reason', 'x'], 2, '位置应当写成 文件:行号'],
    [['a.txt:7', '--reason', 'x'], 2, '要写明哪个文件哪一行、哪条规则'],
    [['b.txt:7', 'repeated-paragraph', '--reason', 'x'], 2, 'b.txt: 找不到这个文件，是不是 a.txt？'],
    [['a.txt:7', 'repeated-paragrahp', '--reason', 'x'], 2, '是不是 repeated-paragraph？'],
    [['a.txt:3', 'repeated-paragraph', '--reason', 'x'], 2, '最近的在 7:1 repeated-paragraph'],
    [['a.txt:7', 'pleonasm', '--reason', 'x'], 2, '那一行报的是 7:1 repeated-paragraph'],
    [['a.txt:3', 'pleonasm', '--reason', 'x'], 2, 'a.txt 里没有 pleonasm 要报的']
  ])('%j', async (args, status, sentence) => {
    const {root} = folder({'a.txt': doubled})
    const ended = await copylint(root, ['accept', ...args])
    expect(ended.status).toBe(status)
    expect(ended.err).toContain(sentence)
    expect(readdirSync(root)).toEqual(['a.txt'])
  })

  test.each(['a.txt:5', 'a.txt:5:3', 'a.txt:7:20'])(
    'points at any line of a finding, or at its other end: %s',
    async (place) => {
      const {root, read} = folder({'a.txt': doubled})
      const {status, out} = await copylint(root, ['accept', place, 'repeated-paragraph', '--reason', 'x'])
      expect(status).toBe(0)
      expect(out).toContain('接受了 a.txt:7:1 repeated-paragraph')
      expect(JSON.parse(read(name)).files['a.txt']).toHaveLength(1)
    }
  )

  test('a finding that has grown since takes the place of what it was', async () => {
    const commas = (page: string) => page.replace('开始修缮，', '开始修缮,')
    const {root, read} = folder({'a.txt': commas(clean.replace('，', ',')), 'b.txt': clean})
    const entries = () => JSON.parse(read(name)).files['a.txt'] as {readonly reason: string}[]
    const line = (await copylint(root, ['--format', 'json', 'a.txt'])).out
    const [first] = JSON.parse(line)[0].messages
    await copylint(root, ['accept', `a.txt:${first.place.start.line}`, first.ruleId, '--reason', '一'])
    expect(entries()).toMatchObject([{reason: '一'}])
    writeFileSync(join(root, 'a.txt'), `${read('a.txt')}\n村里的人都来了,大家很高兴。\n`)
    const {messages, unused} = JSON.parse((await copylint(root, ['--format', 'json', 'a.txt'])).out)[0]
    expect(messages).toMatchObject([{ruleId: 'punctuation-width'}])
    expect(messages[0].place.start.line).toBeGreaterThan(first.place.start.line)
    expect(unused).toBeUndefined()
    // what was accepted is not mended with it
    await copylint(root, ['--fix', 'a.txt'])
    expect(read('a.txt')).toContain('来了，大家')
    expect(read('a.txt').split(',')).toHaveLength(2)
    writeFileSync(join(root, 'a.txt'), read('a.txt').replace('来了，大家', '来了,大家'))
    await copylint(root, ['accept', `a.txt:${messages[0].place.start.line}`, 'punctuation-width', '--reason', '二'])
    expect(entries()).toMatchObject([{reason: '二'}])
    expect((await copylint(root, ['a.txt'])).err).toBe('')
  })

  test('a name may have colons, as those of Windows do', async () => {
    const {root, read} = folder({'C:9.txt': doubled})
    expect((await copylint(root, ['accept', 'C:9.txt:7', 'repeated-paragraph', '--reason', 'x'])).status).toBe(0)
    expect(Object.keys(JSON.parse(read(name)).files)).toEqual(['C:9.txt'])
  })

  test('leaves alone what other pages have, and entries of files that are elsewhere now', async () => {
    const {root, read} = folder({'a.txt': doubled, 'b.txt': doubled})
    await copylint(root, ['--update-baseline', 'b.txt'])
    mkdirSync(join(root, 'old'))
    renameSync(join(root, 'b.txt'), join(root, 'old/b.txt'))
    await copylint(root, ['accept', 'a.txt:7', 'repeated-paragraph', '--reason', 'x'])
    expect(Object.keys(JSON.parse(read(name)).files)).toEqual(['a.txt', 'b.txt'])
  })
})

describe('comments in copy that may have them', () => {
  // lines that begin with % are comments, left blank in the copy
  const plugin = `
const read = (source) => {
  const copy = source.replace(/^%.*$/gm, (line) => ' '.repeat(line.length))
  const directives = [...source.matchAll(/^% (copylint-.*)$/gm)].map((match) => {
    const from = match.index + match[0].length
    const start = from + copy.slice(from).search(/\\S|$/)
    const end = copy.indexOf('\\n', start)
    return {at: {start: match.index, end: from}, text: match[1].trim(), covers: {start, end: end < 0 ? copy.length : end}}
  })
  return {
    copy, source, directives,
    locate: ({start, end}) => ({start, end}),
    toSource: (edit) => [edit],
    edited: (edits) => read([...edits].reverse().reduce((text, it) => text.slice(0, it.start) + it.text + text.slice(it.end), source))
  }
}
export const formats = [{name: 'percent', extensions: ['.pct'], content: 'text', load: async () => read}]
`
  const files = {'plugin.mjs': plugin, '.lintrc.json': '{"plugins": ["./plugin.mjs"]}'}
  const [title = '', lead = '', twice = '', , last = ''] = doubled.split('\n\n')
  const commented = (comment: string) => [title, lead, twice, `% ${comment}`, twice, last].join('\n\n')

  test('accept the line behind them, from mending too', async () => {
    const page = commented('copylint-disable-next-line repeated-paragraph -- 有意重排')
    const {root, read} = folder({...files, 'a.pct': page})
    const {status, out} = await copylint(root, ['--format', 'json', 'a.pct'])
    expect({status, report: report(out)}).toMatchObject({status: 0, report: [{messages: [], accepted: 1}]})
    await copylint(root, ['--fix', 'a.pct'])
    expect(read('a.pct')).toBe(page)
    // and are no matter of the baseline
    expect((await copylint(root, ['--update-baseline', 'a.pct'])).err).toContain('接受了 0 处')
  })

  test.each([
    [
      'copylint-disable-next-line doubled-phrase -- 有意重排',
      'unused-directive',
      '下一行已经没有 doubled-phrase 要报的了'
    ],
    ['copylint-disable-next-line repeated-paragrap -- 有意', 'invalid-directive', '是不是 repeated-paragraph？'],
    ['copylint-disable-next-line repeated-paragraph', 'invalid-directive', '没有写理由']
  ])('%s is told where it stands, as %s', async (comment, ruleId, reason) => {
    const {root} = folder({...files, 'a.pct': commented(comment)})
    const {status, out} = await copylint(root, ['--format', 'json', 'a.pct'])
    expect(status).toBe(1)
    const messages = JSON.parse(out)[0].messages
    expect(messages).toMatchObject([
      {ruleId, severity: 'warning', place: {start: {line: 7, column: 1}}},
      {ruleId: 'repeated-paragraph'}
    ])
    expect(messages[0].reason).toContain(reason)
    // the report for people draws it
    expect((await copylint(root, ['--format', 'pretty', '--score', 'a.pct'])).out).toContain(ruleId)
  })
})

const lines = (...them: readonly string[]) => `${them.join('\n')}\n`
const disable = (text: string) => `<!-- copylint-disable-next-line ${text} -->`

describe('comments in Markdown and HTML', () => {
  const markdown = lines(
    '# 海棠镇修缮老石桥',
    '',
    '本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工。',
    '',
    '- 头一项是把桥面的的石板起下来。',
    `  ${disable('doubled-particle —— 照原文')}`,
    '- 第二项是把桥头的的石狮放回去。',
    '',
    disable('doubled-particle、punctuation-width -- 照原文'),
    disable('pleonasm -- 照原文'),
    '## 桥上的的灯也要换,大约三十盏左右',
    '',
    '<!-- copylint-disable-next-line',
    'doubled-particle -- 照原文',
    '-->',
    '完工那天的的宴席摆在桥上，全镇的人都来吃饭。',
    '',
    `> ${disable('doubled-particle -- 引文')}`,
    '> 老人说的的故事很长，大家都听得入了神。',
    '',
    `石匠们的的手艺好，都说要请他们留下。 ${disable('doubled-particle -- 行尾')}`,
    '学徒们的的手艺也好，都说要请他们留下。',
    '',
    disable('doubled-particle -- 末尾')
  )
  const html = lines(
    '<!doctype html><title>的的</title><body>',
    disable('doubled-particle, punctuation-width -- 照原文'),
    '<h1>海棠镇修缮的的老石桥,开工了</h1>',
    '<p>本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工。</p>',
    '<ul><li>头一项是把桥面的的石板起下来。</li>',
    disable('doubled-particle —— 照原文'),
    '<li>第二项是把桥头的的石狮放回去。</li></ul>',
    `<!-- 别的注释 -->${disable('doubled-particle -- 一')}${disable('doubled-particle -- 二')}`,
    `<p>石匠们的的手艺好，大家都说要请他们留下。<br>完工那天的的宴席摆在桥上。${disable('doubled-particle -- 里面')}<br>老人说的的故事很长。</p>`,
    disable('doubled-particle -- 末尾')
  )

  test.each([
    ['a.md', markdown, 7, ['5 doubled-particle', '21 doubled-particle', '24 unused-directive']],
    ['a.html', html, 5, ['5 doubled-particle', '9 doubled-particle', '10 unused-directive']]
  ])(
    '%s: in lists, heads, quotes, several in a row, at the end; whatever the line ends',
    async (file, page, accepted, told) => {
      for (const source of [page, page.replaceAll('\n', '\r\n')]) {
        const {root, read} = folder({[file]: source})
        const {out} = await copylint(root, ['--no-config', '--format', 'json', file])
        const [{messages, ...rest}] = JSON.parse(out)
        const place = (it: {ruleId: string; place: {start: {line: number}}}) => `${it.place.start.line} ${it.ruleId}`
        expect(messages.map(place)).toEqual(told)
        expect(rest).toMatchObject({accepted})
        // what they accept is not mended
        await copylint(root, ['--no-config', '--fix-unsafe', file])
        expect(read(file).split('的的')).toHaveLength(source.split('的的').length - 2)
      }
    }
  )
})
