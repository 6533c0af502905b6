import {spawnSync} from 'node:child_process'
import {linkSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

const zh = ['--lang', 'zh']
const cli = join(import.meta.dirname, '../../dist/cli.js')

describe('one sentence, status 2', () => {
  test.each<[string[], string]>([
    [['--output', 'a.txt', 'a.txt'], '报告不能写进要检查的文件 a.txt'],
    [['--report', 'json=link.txt', 'a.txt'], '报告不能写进要检查的文件 link.txt'],
    [['--report', 'json=other-name.txt', 'a.txt'], '报告不能写进要检查的文件 other-name.txt'],
    [['--report', 'json=to-new', '--output', 'new', 'a.txt'], '两份报告不能写进同一个地方：to-new'],
    [['--report', 'json=r', '--output', './r', 'a.txt'], '两份报告不能写进同一个地方：r'],
    // a page that is only found in the folder is one all the same
    [['--output', 'b.txt', '.'], '报告不能写进要检查的文件 b.txt'],
    [['--report', 'json=.lintrc.json', 'a.txt'], '那是 copylint 自己要读的文件'],
    [['--output', 'none/r', 'a.txt'], '报告写不进 none/r（没有这个文件或文件夹）'],
    [['--output', 'sub', 'a.txt'], '报告写不进 sub（这是文件夹）'],
    [['--output', 'a.txt/r', 'b.txt'], '报告写不进 a.txt/r（路径中间有一段是文件，不是文件夹）'],
    [
      ['--fix-dry-run', '--format', 'json', 'a.txt'],
      '--fix-dry-run 输出的是改动对照（diff），不能同时用 --format json'
    ],
    [['--tree', '--format', 'json', 'a.txt'], '--tree 打印的是版面结构'],
    [['--fix=yes', 'a.txt'], '--fix 不带值'],
    [['rules', '--fix'], 'rules 没有 --fix 这个选项'],
    [['rules', 'x'], 'rules 后面不带别的，“x”是多余的'],
    [['init', 'x'], 'init 后面不带别的'],
    [['explain', 'repeated-paragraph', 'x'], 'explain 只带 1 个参数，“x”是多余的'],
    [['print-config', 'a.txt', 'x'], 'print-config 只带 1 个参数'],
    [['print-config', 'nope.txt'], 'nope.txt: 找不到这个文件'],
    [['rules', '--format', 'text'], 'rules --format 不能是“text”，可用：json'],
    [['explian'], '是不是命令 copylint explain？'],
    [['-dash.txt'], '如果是文件，请写成 ./-dash.txt']
  ])('%s', async (args, sentence) => {
    const {root, read} = folder({'a.txt': clean, 'b.txt': clean, 'sub/c.txt': clean})
    symlinkSync('a.txt', join(root, 'link.txt'))
    linkSync(join(root, 'a.txt'), join(root, 'other-name.txt'))
    symlinkSync('new', join(root, 'to-new'))
    const {status, err} = await copylint(root, [...args, ...zh])
    expect(err).toContain(sentence)
    expect({status, lines: err.trim().split('\n').length}).toEqual({status: 2, lines: 1})
    expect(read('a.txt')).toBe(clean)
  })

  test('a language that there is not: the list, no guess', async () => {
    const {root} = folder({'a.txt': clean})
    expect((await copylint(root, ['a.txt', '--lang', 'fr'])).err).toContain('--lang cannot be “fr”; there are: zh, en')
  })

  test('output that cannot be written', () => {
    const {root} = folder({'a.txt': doubled})
    const run = (redirect: string) =>
      spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" a.txt --lang zh ${redirect}`], {cwd: root})
    const {status, stderr} = run('>/dev/full')
    expect({status, err: stderr.toString()}).toEqual({status: 2, err: 'copylint: 标准输出写不进去（磁盘满了）\n'})
    expect(run('none.txt 2>/dev/full').status).toBe(2)
  })
})

describe('files that are none', () => {
  test('a folder and a pattern tell of them, and agree', async () => {
    const {root} = folder({'a.txt': clean, '.hidden.txt': doubled, 'sub/b.txt': clean})
    symlinkSync('nowhere', join(root, 'broken.txt'))
    symlinkSync('..', join(root, 'sub/up'))
    symlinkSync('../a.txt', join(root, 'sub/again.txt'))
    spawnSync('mkfifo', [join(root, 'pipe.txt')])
    for (const asked of ['.', '**/*.txt']) {
      const {status, out, err} = await copylint(root, [asked, '--format', 'json', ...zh])
      expect(err).toBe('broken.txt: 链接断了：它指的文件不在\npipe.txt: 不是普通文件\n')
      expect(JSON.parse(out).map(({path}: {path: string}) => path)).toEqual([
        'a.txt',
        'broken.txt',
        'pipe.txt',
        'sub/b.txt'
      ])
      expect(status).toBe(2)
    }
    for (const name of ['pipe.txt', '/dev/zero']) {
      expect(await copylint(root, [name, ...zh])).toMatchObject({status: 2, err: `${name}: 不是普通文件\n`})
    }
  })

  test.each([
    ['sub/*.txt', ['sub/b.txt']],
    ['./sub/*.txt', ['sub/b.txt']],
    ['{a,sub/b}.txt', ['a.txt', 'sub/b.txt']],
    ['*.html', ['p.html']]
  ])('the pattern %s', async (pattern, paths) => {
    const {root} = folder({'a.txt': clean, 'sub/b.txt': clean, 'sub/deep/c.txt': clean, 'p.html': clean})
    const {out} = await copylint(root, [pattern, '--format', 'json'])
    expect(JSON.parse(out).map(({path}: {path: string}) => path)).toEqual(paths)
  })

  test('patterns above the folder', async () => {
    const {root} = folder({'a.txt': clean, 'sub/b.txt': clean})
    const {out} = await copylint(join(root, 'sub'), ['../*.txt', '--format', 'json'])
    expect(JSON.parse(out).map(({path}: {path: string}) => path)).toEqual(['../a.txt'])
  })
})

describe('encodings', () => {
  test.each<[string, Uint8Array, string[], string]>([
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), [], '这是 UTF-32 编码'],
    ['a PDF', Buffer.from('%PDF-1.7'), ['--encoding', 'utf-8'], '这是 PDF 文件'],
    ['UTF-8', Buffer.from(clean), ['--encoding', 'gbk'], '指定的编码 GB18030 不对，文件像是 UTF-8'],
    ['UTF-8 as UTF-16', Buffer.from(clean), ['--encoding', 'utf-16le'], '指定的编码 UTF-16LE 不对，文件像是 UTF-8'],
    ['GB18030', iconv.encode(clean, 'gb18030'), ['--encoding', 'utf-8'], '指定的编码 UTF-8 不对，文件像是 GB18030'],
    [
      'chance bytes',
      new Uint8Array(Array.from({length: 400}, (_, index) => 1 + ((index * 7919 + index * index * 31) % 255))),
      [],
      '不是 UTF-8，也不是 GB18030：第1行第'
    ],
    [
      'a bad byte',
      Buffer.concat([Buffer.from('海棠镇\n老石桥'), Buffer.from([0xff]), Buffer.from('昨天开始修缮')]),
      [],
      '第2行第4字（第19字节）不是 UTF-8 编码'
    ]
  ])('%s', async (_, bytes, args, sentence) => {
    const {root} = folder({'a.txt': bytes})
    const {status, err} = await copylint(root, ['a.txt', ...args, ...zh])
    expect(err).toContain(sentence)
    expect(status).toBe(2)
  })
})

describe('plugins that misbehave', () => {
  test.each([
    ['return new Promise(() => {})', '它的 Promise 一直没有结果', false],
    ['throw null', 'throw null', false],
    ['return Promise.reject(undefined)', 'throw undefined', false],
    [
      "setTimeout(() => { throw new Error('late\\u001b[2J') }, 1); return new Promise((r) => setTimeout(r, 50))",
      'late␛[2J',
      true
    ],
    ["file.message('first'); throw new Error('oh')", 'oh', false]
  ])('%s', async (body, sentence, isLate) => {
    const {root} = folder({
      'a.txt': doubled,
      'p.mjs': `export default () => (tree, file) => { ${body} }`,
      '.lintrc.json': '{"plugins": ["./p.mjs"]}'
    })
    const {status, err, out} = await copylint(root, ['a.txt', '--format', 'json', ...zh])
    expect(err).toContain(sentence)
    expect({status, lines: err.trim().split('\n').length}).toEqual({status: 2, lines: 1})
    expect(JSON.parse(out)[0].failures).toHaveLength(isLate ? 0 : 1)
    expect(out).toContain('repeated-paragraph')
    if (body.includes('first')) expect(out).toContain('first')
  })

  test('file.fail is an error that it has found', async () => {
    const {root} = folder({
      'a.txt': clean,
      'p.mjs': `export default () => (tree, file) => { file.message('first'); file.fail('stop') }`,
      '.lintrc.json': '{"plugins": ["./p.mjs"]}'
    })
    const {status, err, out} = await copylint(root, ['a.txt', '--format', 'json'])
    expect({status, err}).toEqual({status: 1, err: ''})
    expect(JSON.parse(out)[0].messages).toMatchObject([
      {reason: 'first', severity: 'warning'},
      {reason: 'stop', severity: 'error'}
    ])
  })

  test('a module that never ends loading', async () => {
    const {root} = folder({
      'a.txt': doubled,
      'p.mjs': 'await new Promise(() => {})',
      '.lintrc.json': '{"plugins": ["./p.mjs"]}'
    })
    const {status, err} = await copylint(root, ['a.txt', ...zh])
    expect({status, err}).toEqual({
      status: 2,
      err: '.lintrc.json:1:14: 插件 ./p.mjs 装载时出错：它的 await 一直没有结果\n'
    })
  })
})

describe('configs', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['null', 'null', '.lintrc.json:1:1: 这里应当是对象 {…}，不是 null'],
    ['GBK', iconv.encode('{"lang": "zh"} // 中文', 'gbk'), '不是 UTF-8 编码'],
    ['no files', '{"overrides":[{"rules":{}}]}', '.lintrc.json:1:15: 缺少“files”'],
    ['a set mistyped', '{"extends":["recomended"]}', '没有“recomended”这个预设，是不是 recommended？']
  ])('%s', async (_, config, sentence) => {
    const {root} = folder({'a.txt': clean, '.lintrc.json': config})
    const {status, err} = await copylint(root, ['a.txt', ...zh])
    expect(err).toContain(sentence)
    expect(status).toBe(2)
  })

  test('init names the schema only where it is', async () => {
    const {root, read} = folder()
    await copylint(root, ['init'])
    expect(read('.lintrc.json')).toMatch(/^ {2}\/\/ "\$schema"/m)
    const {root: other, read: readOther} = folder()
    mkdirSync(join(other, 'node_modules/copylint'), {recursive: true})
    await copylint(other, ['init'])
    expect(readOther('.lintrc.json')).toMatch(/^ {2}"\$schema"/m)
  })
})

test('--output - is standard output; too many warnings are told', async () => {
  const {root} = folder({'a.txt': doubled})
  const args = ['a.txt', '--rule', 'repeated-paragraph:warning', '--max-warnings', '0', '--output', '-', ...zh]
  const {status, out, err} = await copylint(root, args)
  expect({status, err}).toEqual({status: 1, err: 'copylint: 疑点有 1 处，多于 --max-warnings 允许的 0 处\n'})
  expect(out).toContain('repeated-paragraph')
})
