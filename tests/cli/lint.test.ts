import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

describe('what the exit status says', () => {
  test('0: nothing found', async () => {
    const {root} = folder({'a.txt': clean})
    expect(await copylint(root, ['a.txt'])).toMatchObject({status: 0, err: '', out: 'a.txt: no issues found\n'})
  })

  test('1: an error', async () => {
    const {root} = folder({'a.txt': doubled})
    const {status, out, err} = await copylint(root, ['a.txt'])
    expect(status).toBe(1)
    expect(err).toBe('')
    expect(out).toContain('repeated-paragraph')
  })

  test('0: a warning only; 1: more warnings than --max-warnings', async () => {
    const {root} = folder({'a.txt': doubled})
    const args = ['a.txt', '--rule', 'repeated-paragraph:warning']
    expect((await copylint(root, args)).status).toBe(0)
    expect((await copylint(root, [...args, '--max-warnings', '1'])).status).toBe(0)
    expect((await copylint(root, [...args, '--max-warnings', '0'])).status).toBe(1)
  })

  test('--quiet hides and does not count differently', async () => {
    const {root} = folder({'a.txt': doubled})
    const args = ['a.txt', '--rule', 'repeated-paragraph:warning', '--max-warnings', '0', '--quiet']
    const {status, out} = await copylint(root, args)
    expect(status).toBe(1)
    expect(out).toBe('')
  })

  test('2 wins over 1, and the other files are linted all the same', async () => {
    const {root} = folder({'a.txt': doubled})
    const {status, out, err} = await copylint(root, ['missing.txt', 'a.txt', '--format', 'json'])
    expect(status).toBe(2)
    expect(err).toBe('missing.txt: 找不到这个文件\n')
    const [missing, page] = JSON.parse(out)
    expect(missing).toEqual({path: 'missing.txt', messages: [], failures: [{reason: '找不到这个文件'}]})
    expect(page.messages).toHaveLength(1)
  })
})

describe('files', () => {
  test('a folder gives its pages, sorted; hidden folders and node_modules are left out', async () => {
    const {root} = folder({
      'b.md': clean,
      'a.txt': clean,
      'sub/c.txt': clean,
      'notes.pdf': 'x',
      '.old/d.txt': doubled,
      'node_modules/p/e.txt': doubled
    })
    const {status, out} = await copylint(root, ['.', '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(out).map((page: {path: string}) => page.path)).toEqual(['a.txt', 'b.md', 'sub/c.txt'])
  })

  test('what old Word or WPS wrote is no page that can be read: it is told, not passed over', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const {root} = folder({'a.txt': clean, 'b.doc': old, 'c.wps': old, 'd.rtf': '{\\rtf1 }'})
    const {status, out} = await copylint(root, ['.', '--format', 'json'])
    const failed = JSON.parse(out).filter((page: {failures: unknown[]}) => page.failures.length > 0)
    expect([status, failed.map((page: {path: string}) => page.path)]).toEqual([2, ['b.doc', 'c.wps', 'd.rtf']])
  })

  test('patterns; a file is linted once', async () => {
    const {root} = folder({'a.txt': clean, 'b.txt': clean, 'sub/c.txt': clean})
    const {out} = await copylint(root, ['b.txt', '**/*.txt', '--format', 'json'])
    expect(JSON.parse(out).map((page: {path: string}) => page.path)).toEqual(['b.txt', 'a.txt', 'sub/c.txt'])
  })

  test.each([
    [[''], '"": the name is empty\n'],
    [
      ['none'],
      'none: the folder has no pages (*.txt, *.md, *.markdown, *.html, *.htm, *.xhtml, *.docx, *.docm, *.dotx)\n'
    ],
    [['*.html'], '*.html: no file matches this pattern\n'],
    [['isue.txt'], 'isue.txt: there is no such file; did you mean issue.txt?\n']
  ])('nothing found: %s', async (args, sentence) => {
    const {root} = folder({'issue.txt': clean, 'none/x.pdf': ''})
    expect(await copylint(root, [...args, '--lang', 'en'])).toMatchObject({status: 2, err: sentence})
  })

  test('standard input, by the name that it is given', async () => {
    const {root} = folder()
    const {status, out} = await copylint(root, ['-', '--stdin-filename', 'desk/a.txt', '--format', 'json'], {
      input: doubled
    })
    expect(status).toBe(1)
    expect(JSON.parse(out)[0].path).toBe('desk/a.txt')
  })

  test('an empty file is fine', async () => {
    const {root} = folder({'a.txt': ''})
    expect((await copylint(root, ['a.txt'])).status).toBe(0)
  })

  test('a file called as a subcommand', async () => {
    const {root} = folder({rules: doubled})
    expect((await copylint(root, ['./rules'])).status).toBe(1)
  })

  test('--issue looks across pages', async () => {
    const paragraph = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去，一块也不能少。'
    const {root} = folder({
      'a.txt': `${clean}\n${paragraph}\n`,
      'b.txt': `# 老石桥开工\n\n${paragraph}\n\n便桥已经搭好。\n`
    })
    expect((await copylint(root, ['a.txt', 'b.txt'])).status).toBe(0)
    const {out} = await copylint(root, ['--issue', 'a.txt', 'b.txt', '--format', 'json', '--lang', 'zh'])
    const [, second] = JSON.parse(out)
    expect(second.messages[0].related[0]).toMatchObject({path: 'a.txt', place: {start: {line: 7}}})
    expect(second.messages[0].reason).toContain('〈a.txt〉第7行')
  })
})

describe('bad input is one sentence', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'a.docx',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('word/document.xml')]),
      'this Word file is damaged'
    ],
    ['a.pdf', Buffer.from('%PDF-1.7'), 'this is a PDF file'],
    ['a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'this is a picture (PNG)'],
    ['b.txt', Buffer.from('海\0棠'), 'this is a binary file'],
    ['c.txt', Buffer.from('海棠镇的老石桥昨天开始修缮').subarray(0, -1), 'ends in the middle of a character'],
    [
      'd.txt',
      Buffer.concat([Buffer.from('海棠镇\n老石桥'), Buffer.from([0xff]), Buffer.from('昨天开始修缮')]),
      'at 2:4 (byte 19)'
    ]
  ])('%s', async (name, bytes, sentence) => {
    const {root} = folder({[name]: bytes})
    const {status, err} = await copylint(root, [name, '--lang', 'en'])
    expect(status).toBe(2)
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test.each([
    [['--lnag', 'zh', 'a.txt'], 'there is no option --lnag; did you mean --lang?'],
    [['--format', 'jsn', 'a.txt'], '--format cannot be “jsn”; did you mean json?'],
    [
      ['--rule', 'repeated-paragrph:off', 'a.txt'],
      'there is no rule “repeated-paragrph”; did you mean repeated-paragraph?'
    ],
    [['--rule', 'repeated-paragraph', 'a.txt'], '--rule is written NAME:SEVERITY'],
    [['--rule', 'repeated-paragraph:eror', 'a.txt'], '--rule cannot be “eror”; did you mean error?'],
    [['--encoding', 'utf9', 'a.txt'], '--encoding cannot be “utf9”; did you mean utf-8?'],
    [['--max-warnings', '-1', 'a.txt'], '--max-warnings must be a whole number'],
    [['--report', 'json', 'a.txt'], '--report is written NAME=FILE'],
    [['a.txt', '--output'], 'the option --output <file> needs a value'],
    [['explain', 'repeated-pragraph'], 'did you mean repeated-paragraph?'],
    [['-', '--fix'], 'standard input has no file to write to'],
    [[], 'no files given']
  ])('%s', async (args, sentence) => {
    const {root} = folder({'a.txt': clean})
    const {status, err, out} = await copylint(root, args)
    expect(err).toContain(sentence)
    expect({status, out, lines: err.trim().split('\n').length}).toEqual({status: 2, out: '', lines: 1})
  })

  test('in the reader’s language', async () => {
    const {root} = folder()
    const {err} = await copylint(root, ['--lnag'], {env: {LANG: 'zh_CN.UTF-8'}})
    expect(err).toBe('copylint: 没有 --lnag 这个选项，是不是 --lang？\n')
  })
})

describe('reports', () => {
  test('JSON as documented', async () => {
    const {root} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['a.txt', '--format', 'json'])
    const [page] = JSON.parse(out)
    expect(Object.keys(page)).toEqual(['path', 'messages', 'failures'])
    expect(page.messages[0]).toMatchObject({
      ruleId: 'repeated-paragraph',
      severity: 'error',
      place: {start: {line: 7, column: 1, offset: expect.any(Number)}, end: {line: 7}},
      related: [{label: expect.any(String), place: {start: {line: 5, column: 1}}}],
      fixes: [
        {
          title: expect.any(String),
          safety: 'safe',
          edits: [{start: expect.any(Number), end: expect.any(Number), text: ''}]
        }
      ]
    })
    const {start, end} = page.messages[0].place
    expect(doubled.slice(start.offset, end.offset)).toMatch(/^镇里请来.*铺回去。$/)
  })

  test('into files, several at once', async () => {
    const {root, read} = folder({'a.txt': doubled})
    const {out, status} = await copylint(root, [
      'a.txt',
      '--output',
      'r.txt',
      '--report',
      'json=r.json',
      '--report',
      'pretty=p.txt'
    ])
    expect({out, status}).toEqual({out: '', status: 1})
    expect(read('r.txt')).toContain('✖ 1 error')
    expect(JSON.parse(read('r.json'))).toHaveLength(1)
    expect(read('p.txt')).toContain('1 处错误')
  })

  test.each(['text', 'pretty', 'summary', 'html'])(
    '%s: where an earlier run left it among the pages, it is no page',
    async (format) => {
      const {root, read} = folder({'a.txt': doubled})
      const args = ['.', '--format', format, '--output', format === 'html' ? 'r.html' : 'r.txt']
      const first = await copylint(root, args)
      const report = read(args[4] ?? '')
      expect(first.status).toBe(1)
      expect(await copylint(root, args)).toEqual(first)
      expect(read(args[4] ?? '')).toBe(report)
    }
  )

  test('a report that cannot be written', async () => {
    const {root} = folder({'a.txt': clean})
    const {status, err} = await copylint(root, ['a.txt', '--output', 'no/such/folder.txt', '--lang', 'en'])
    expect({status, err}).toEqual({
      status: 2,
      err: 'copylint: the report cannot be written to no/such/folder.txt (there is no such file or folder)\n'
    })
  })

  test('the same each time, byte for byte', async () => {
    const {root} = folder({'a.txt': doubled, 'b.txt': doubled, 'c.txt': clean})
    for (const format of ['pretty', 'text', 'json']) {
      const [first, second] = await Promise.all([
        copylint(root, ['.', '--format', format]),
        copylint(root, ['.', '--format', format])
      ])
      expect(first.out).toBe(second.out)
    }
  })

  test('a large report arrives whole', async () => {
    const files = Object.fromEntries(Array.from({length: 300}, (_, index) => [`p${index}.txt`, doubled]))
    const {root} = folder(files)
    const {out} = await copylint(root, ['.', '--format', 'json'])
    expect(JSON.parse(out)).toHaveLength(300)
  })

  test('a closed pipe is silent', async () => {
    const files = Object.fromEntries(Array.from({length: 300}, (_, index) => [`p${index}.txt`, doubled]))
    const {root} = folder(files)
    writeFileSync(join(root, 'run.sh'), `"$1" "$2" . --format json 2>err.txt | head -c 10 >/dev/null`)
    spawnSync('sh', ['run.sh', process.execPath, join(import.meta.dirname, '../../dist/cli.js')], {cwd: root})
    expect(readFileSync(join(root, 'err.txt'), 'utf8')).toBe('')
  })

  test.each([
    [{}, [], 'zh'],
    [{LANG: 'en_US.UTF-8'}, [], 'en'],
    [{LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8'}, [], 'zh'],
    [{LANG: 'zh_CN.UTF-8'}, ['--lang', 'en'], 'en']
  ])('the language: %s %s', async (env, args, language) => {
    const {root} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['a.txt', '--format', 'pretty', ...args], {env: env as Record<string, string>})
    expect(out.includes('1 处错误')).toBe(language === 'zh')
  })

  test('colour only where it is wanted', async () => {
    const {root} = folder({'a.txt': doubled})
    const run = async (args: string[], env = {}) =>
      (await copylint(root, ['a.txt', '--format', 'pretty', ...args], {env})).out.includes('\u001b[')
    expect(await run([])).toBe(false)
    expect(await run(['--color'])).toBe(true)
    expect(await run([], {FORCE_COLOR: '1'})).toBe(true)
    expect(await run([], {FORCE_COLOR: '1', NO_COLOR: '1'})).toBe(false)
    expect(await run(['--no-color'], {FORCE_COLOR: '1'})).toBe(false)
  })

  test('controls of a page and of a name never reach the terminal', async () => {
    const evil = doubled.replaceAll('石匠', '石\u001b[31m匠\u202e')
    const {root} = folder({'a\u001b[2Jb.txt': evil})
    for (const format of ['pretty', 'text']) {
      const {out, err} = await copylint(root, ['.', '--format', format])
      expect(out).toContain('repeated-paragraph')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect((await copylint(root, ['missing\u001b[2J.txt'])).err).not.toMatch(/\u001b/)
  })

  test('--timing goes to standard error, --tree prints the tree', async () => {
    const {root} = folder({'a.txt': clean})
    const timed = await copylint(root, ['a.txt', '--timing'])
    expect(timed.err).toMatch(/ms {2}parse\n/)
    expect((await copylint(root, ['--tree', 'a.txt'])).out).toMatch(/^RootNode[\s\S]*ParagraphNode\(headline\)/)
  })
})
