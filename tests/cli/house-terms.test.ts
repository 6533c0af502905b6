import {readFileSync} from 'node:fs'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {copylint, folder} from './command.ts'

const page = `# 青溪县部署春耕
本报讯（记者 安禾）昨日，县委书记林兰主持召开会议，部署春耕。补贴直接打进本人帐户。
`
const terms = `people:
  林岚: 青溪县委书记
places: [青溪县]
preferred:
  帐户: 账户
`
const config = (...files: string[]) => JSON.stringify({extends: [], rules: {'house-terms': ['error', {files}]}})

async function lintWith(files: Record<string, string | Uint8Array>, ...args: string[]) {
  const {root} = folder({'a.txt': page, '.lintrc.json': config('terms.yaml'), ...files})
  return copylint(root, ['a.txt', '--format', 'json', '--lang', 'en', ...args])
}

const reasons = (out: string): string[] =>
  JSON.parse(out).flatMap((it: {messages: {reason: string}[]}) => it.messages.map(({reason}) => reason))

const both = ['“林兰” is “林岚” but for one character', '“帐户” is written “账户”']

describe('files', () => {
  test('YAML and JSON, in UTF-8 and GB18030, with a byte order mark', async () => {
    const json = JSON.stringify({people: {林岚: '青溪县委书记'}, places: ['青溪县'], preferred: {帐户: '账户'}})
    const cases: [string, string | Uint8Array][] = [
      ['terms.yaml', terms],
      ['terms.yaml', iconv.encode(terms, 'gb18030')],
      ['terms.yaml', `\ufeff${terms}`],
      ['terms.json', `// of the desk\n${json}`]
    ]
    for (const [name, content] of cases) {
      const {status, out, err} = await lintWith({'.lintrc.json': config(name), [name]: content})
      expect({status, err, reasons: reasons(out)}).toEqual({status: 0, err: '', reasons: both})
    }
  })

  test('messages name the line of the entry', async () => {
    const {out} = await lintWith({'terms.yaml': terms})
    expect(JSON.parse(out)[0].messages.map(({note}: {note: string}) => /terms\.yaml:\d+/.exec(note)?.[0])).toEqual([
      'terms.yaml:2',
      'terms.yaml:5'
    ])
  })

  test('from the folder of the config that names them, also of one that is extended', async () => {
    const {out} = await lintWith({
      '.lintrc.json': JSON.stringify({extends: ['./house/base.json']}),
      'house/base.json': config('lists/terms.yaml'),
      'house/lists/terms.yaml': terms
    })
    expect(reasons(out)).toEqual(both)
  })

  test('overrides have files of their own; several pages read each file once', async () => {
    const {root} = folder({
      '.lintrc.json': JSON.stringify({
        extends: [],
        rules: {'house-terms': ['error', {files: ['terms.yaml']}]},
        overrides: [{files: 'old/*', rules: {'house-terms': ['error', {files: ['old.yaml']}]}}]
      }),
      'a.txt': page,
      'b.txt': page,
      'old/c.txt': page,
      'terms.yaml': terms,
      'old.yaml': 'forbidden: [春耕]'
    })
    const {out} = await copylint(root, ['.', '--format', 'json', '--lang', 'en'])
    const old = '“春耕” is not printed by this paper'
    expect(reasons(out)).toEqual([...both, ...both, old, old])
  })

  test('print-config tells where they are set', async () => {
    const {root} = folder({'a.txt': page, '.lintrc.json': config('terms.yaml')})
    const {out} = await copylint(root, ['print-config', 'a.txt'])
    expect(out).toContain('"house-terms": ["error", {"files": ["terms.yaml"], "terms": {}}]')
  })

  test('a level in the config caps those of entries', async () => {
    const strict = 'forbidden: [{term: 春耕, level: error}]'
    const at = async (level: string) => {
      const lintrc = JSON.stringify({extends: [], rules: {'house-terms': [level, {files: ['terms.yaml']}]}})
      const {out} = await lintWith({'.lintrc.json': lintrc, 'terms.yaml': strict})
      return JSON.parse(out)[0].messages.map(({severity}: {severity: string}) => severity)
    }
    expect(await at('error')).toEqual(['error', 'error'])
    expect(await at('info')).toEqual(['info', 'info'])
  })
})

describe('mistakes are told with their places, and the nearest key', () => {
  test.each<[string, string, string[]]>([
    [
      'a key',
      'people:\n  - name: 林岚\n    offce: 县长',
      ['terms.yaml:3:5: there is no key “offce”; did you mean office?']
    ],
    ['a section', 'poeple: []', ['terms.yaml:1:1: there is no key “poeple”; did you mean people?']],
    ['a Chinese key', '人物: []', ['terms.yaml:1:1: there is no key “人物”; write people']],
    ['a tab', 'people:\n\t- 林岚', ['terms.yaml:2:1: indent with blanks, not with tabs']],
    [
      'a full-width colon',
      'people：\n  - 林岚',
      [
        'terms.yaml:1:1: the file must be “key: value” pairs, not "people： - 林岚"; write the colon as “: ”, with a blank behind it'
      ]
    ],
    [
      'a number',
      'forbidden:\n  - 110',
      [
        'terms.yaml:2:5: item 1 of “forbidden” must be a text or “key: value” pairs, not 110; to make it a word, quote it: "110"'
      ]
    ],
    ['an empty item', 'places:\n  - 青溪县\n  -\n', ['terms.yaml:3:3: item 2 of “places” is empty']],
    ['an empty text', 'people:\n  - name: ""', ['terms.yaml:2:11: “name” is empty']],
    ['a missing key', 'preferred:\n  - wrong: 帐户', ['terms.yaml:2:5: “right” is missing']],
    [
      'a list of lists',
      'places: [[青溪县]]',
      ['terms.yaml:1:10: item 1 of “places” must be a text or “key: value” pairs, not a list']
    ],
    [
      'a level',
      'forbidden: [{term: 残废, level: fatal}]',
      ['terms.yaml:1:31: “level” must be "error" or "warning" or "info", not "fatal"']
    ],
    ['a key twice', 'people:\n  林岚: 县长\n  林岚: 县长', ['terms.yaml:3:3: “林岚” is set twice']],
    ['a word of YAML', 'places:\n  - *ST', ['terms.yaml:2:5: quote a word that begins with *, as in "*…"']],
    ['a bracket', 'places: [青溪县', ['terms.yaml:1:13: a bracket is not closed, or a comma is missing']],
    ['a list at the top', '- 林岚', ['terms.yaml:1:1: the file must be “key: value” pairs, not a list']],
    [
      'a person twice',
      'people:\n  - {name: 林岚, office: 县长}\n  - {name: 林岚, office: 县委书记}',
      [
        'terms.yaml:3:5: “林岚” is entered twice with different offices: 县委书记, and at terms.yaml:2 县长; make them one, with a list of offices'
      ]
    ],
    [
      'one form for two people',
      'people:\n  - {name: 何苗, also: 老何}\n  - {name: 何田, also: 老何}',
      ['terms.yaml:3:5: “老何” means two people: 何田, and at terms.yaml:2 何苗; use forms that tell them apart']
    ],
    [
      'a word twice with two levels',
      'forbidden: [残废,\n  {term: 残废, level: error}]',
      ['terms.yaml:2:3: “残废” is entered twice with different levels: error, and at terms.yaml:1 warning; keep one']
    ],
    [
      'right and wrong',
      'preferred: {帐户: 账户}\nforbidden:\n  - 账户',
      ['terms.yaml:3:5: “账户” is wrong here and right at terms.yaml:1: keep one']
    ],
    [
      'two right forms',
      'preferred:\n  - {wrong: 帐户, right: 账户}\n  - {wrong: 帐户, right: 户头}',
      ['terms.yaml:3:5: “帐户” has two right forms: 户头, and at terms.yaml:2 账户; keep one']
    ],
    [
      'quotes',
      'phrases:\n  - “一国两制”',
      [
        'terms.yaml:2:5: “一国两制” has Chinese quotes, and would be found in quotes only: delete them, or write "一国两制"'
      ]
    ],
    [
      'a colon in a word',
      'forbidden:\n  - 残废：听障人士',
      ['terms.yaml:2:5: “残废：听障人士” has a colon in it: write it as “: ”, with a blank behind it']
    ],
    [
      'a comment that is none',
      'forbidden:\n  - 残废 ＃不用',
      ['terms.yaml:2:5: “残废 ＃不用” has a # in it; if a comment follows, write “ # ” with a blank before it']
    ],
    [
      'a full stop',
      'phrases: [一张蓝图绘到底。]',
      ['terms.yaml:1:11: “一张蓝图绘到底。” ends with a full stop: delete it']
    ],
    [
      'a dash that is not aligned',
      'forbidden:\n  - 残废\n    - 聋子',
      ['terms.yaml:2:5: “残废 - 聋子” is one word out of several lines: align the dashes, each with a blank behind it']
    ],
    [
      'a section that is indented',
      'people:\n  林岚: 县长\n  forbidden:\n    - 残废',
      [
        'terms.yaml:3:3: “forbidden” is the name of a section, but stands within “people”: check the indent, sections begin where the line does'
      ]
    ],
    [
      'keys for a pair',
      'preferred:\n  wrong: 帐户',
      [
        'terms.yaml:2:3: “wrong” is a key, but is a word of “preferred” here: check the indent, and write “- ” before each item'
      ]
    ],
    [
      'a dash without a blank',
      'forbidden:\n  - 残废\n  -聋子',
      ['terms.yaml:3:3: an item of a list begins with “- ”: a plain dash, and a blank behind it']
    ],
    [
      'a full-width dash',
      'forbidden:\n  － 残废',
      [
        'terms.yaml:2:3: “forbidden” must be a list, not "－ 残废"; an item of a list begins with “- ”: a plain dash, and a blank behind it'
      ]
    ],
    [
      'a full-width blank',
      'people:\n  林岚:　县长\n  何苗: 县长',
      ['terms.yaml:2:5: this blank is a full-width or a non-breaking one: make it a plain blank']
    ],
    [
      'a number with a nought before it',
      'forbidden:\n  - 0110',
      [
        'terms.yaml:2:5: item 1 of “forbidden” must be a text or “key: value” pairs, not 110; to make it a word, quote it: "0110"'
      ]
    ],
    ...['!', '|', '>'].map((mark): [string, string, string[]] => [
      mark,
      `forbidden:\n  - ${mark}残废`,
      [`terms.yaml:2:5: quote a word that begins with ${mark}, as in "${mark}…"`]
    ]),
    [
      'a key within a pair of a list',
      'people:\n  - 林岚: 县长\n  - 何苗:\n      offce: 县长',
      ['terms.yaml:4:7: there is no key “offce”; did you mean office?']
    ],
    [
      'no term',
      '# nothing yet\n',
      ['terms.yaml: there is no term in it; write two lines at least, such as “forbidden:” and “- 残废” in the next']
    ],
    ['itself', 'preferred: {账户: 账户}', ['terms.yaml:1:13: “账户” is entered as right and as wrong']],
    [
      'an exception that is none',
      'forbidden:\n  - {term: 残废, except: 军人}',
      ['terms.yaml:2:5: “军人” of except must be longer than “残废” and have it in it']
    ],
    [
      'all at once',
      'people: [3]\nplaces: {}\nforbidden: [青溪、海棠]',
      [
        'terms.yaml:1:10: item 1 of “people” must be a text or “key: value” pairs, not 3; to make it a word, quote it: "3"',
        'terms.yaml:2:9: “places” must be a list, not “key: value” pairs',
        'terms.yaml:3:13: “青溪、海棠” is several words; write each word on a line of its own, with “- ” before it, all aligned; or put them in square brackets: [残废, 聋子]'
      ]
    ]
  ])('%s', async (_, content, sentences) => {
    const {status, out, err} = await lintWith({'terms.yaml': content})
    expect(err.trim().split('\n')).toEqual(sentences)
    expect(status).toBe(2)
    expect(reasons(out)).toEqual([])
  })

  test('in Chinese', async () => {
    const {err} = await lintWith({'terms.yaml': 'people:\n  - name: 林岚\n    offce: 县长'}, '--lang', 'zh')
    expect(err).toBe('terms.yaml:3:5: 没有“offce”这个键，是不是 office？\n')
  })

  test('no more than twenty of a file', async () => {
    const {err} = await lintWith({'terms.yaml': `forbidden:\n${'  - {trem: 残废}\n'.repeat(50)}`})
    const lines = err.trim().split('\n')
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toBe('terms.yaml: 30 more mistakes are not shown')
  })

  test('once a run, in the order of the file, and as no errors of pages', async () => {
    const wrong = `forbidden:\n${'  - {trem: 残废}\n'.repeat(25)}`
    const {root} = folder({'a.txt': page, 'b.txt': page, '.lintrc.json': config('terms.yaml'), 'terms.yaml': wrong})
    for (const format of ['text', 'pretty']) {
      const {status, out} = await copylint(root, ['a.txt', 'b.txt', '--format', format, '--lang', 'zh'])
      expect(status).toBe(2)
      const told = out.split('\n').filter((line) => line.includes('terms.yaml'))
      expect(told.slice(0, -1).map((line) => Number(/yaml:(\d+)/.exec(line)?.[1]))).toEqual(
        Array.from({length: 20}, (_, index) => index + 2)
      )
      expect(told.at(-1)?.trim()).toBe('terms.yaml: 还有 5 处错误，没有列出')
      expect(out).not.toMatch(/\d+ errors|no issues found|没有发现/)
    }
  })

  test('findings of other rules are told beside', async () => {
    const {root} = folder({
      'a.txt': `${page}\n桥修好了。。\n`,
      '.lintrc.json': JSON.stringify({rules: {'house-terms': ['error', {files: ['none.yaml']}]}})
    })
    const {out} = await copylint(root, ['a.txt', '--format', 'text', '--lang', 'en'])
    expect(out).toMatch(
      /^a\.txt\n[\s\S]*doubled-punctuation[\s\S]*✖ Not finished \(1 file\)\n {2}none\.yaml: there is no such file/
    )
  })

  test('in the config itself', async () => {
    const lintrc = JSON.stringify({
      rules: {'house-terms': ['error', {terms: {people: [{name: '林岚', offce: '县长'}]}}]}
    })
    const {status, err} = await lintWith({'.lintrc.json': lintrc})
    expect(err).toBe('house-terms › terms.people.0.offce: there is no key “offce”; did you mean office?\n')
    expect(status).toBe(2)
  })

  test('JSON', async () => {
    const {err} = await lintWith({
      '.lintrc.json': config('terms.json'),
      'terms.json': '{"places": ["青溪县" "海棠坳"]}'
    })
    expect(err).toBe('terms.json:1:19: a comma is expected here\n')
  })

  test('files that cannot be read, each; the other rules run', async () => {
    const {root} = folder({
      'a.txt': `${page}\n桥修好了。。\n`,
      '.lintrc.json': JSON.stringify({rules: {'house-terms': ['error', {files: ['term.yaml', 'sub', 'image.yaml']}]}}),
      'terms.yaml': terms,
      'sub/x': '',
      'image.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
    })
    const {status, out, err} = await copylint(root, ['a.txt', '--format', 'json', '--lang', 'en'])
    const [missing, dir, image] = err.trim().split('\n')
    expect(status).toBe(2)
    expect(missing).toBe('term.yaml: there is no such file; did you mean terms.yaml?')
    expect(dir).toBe('sub: this file cannot be read (it is a folder)')
    expect(image).toMatch(/^image\.yaml: this is .*copy its words into a text file/)
    expect(reasons(out)).not.toEqual([])
  })
})

test.each([
  ['docs/house-terms.md', 'en'],
  ['docs/house-terms.zh-CN.md', 'zh']
])('the example of %s says what it says', async (path, lang) => {
  const fences = [...readFileSync(path, 'utf8').matchAll(/^```(\w+)\n(.*?)^```/gms)]
  const [yaml] = fences.filter(([, kind]) => kind === 'yaml').map(([, , text]) => text ?? '')
  const [lintrc] = fences.filter(([, kind]) => kind === 'json').map(([, , text]) => text ?? '')
  const [copy, report] = fences.filter(([, kind]) => kind === 'text').map(([, , text]) => text ?? '')
  const {root} = folder({'terms/house.yaml': yaml ?? '', '.lintrc.json': lintrc ?? '', 'issue.txt': copy ?? ''})
  const {out, err} = await copylint(root, ['issue.txt', '--format', 'json', '--lang', lang])
  expect(err).toBe('')
  const said = JSON.parse(out)[0].messages.map(
    (it: {place: {start: {line: number; column: number}}; severity: string; reason: string}) =>
      `${it.place.start.line}:${it.place.start.column} ${it.severity} ${it.reason}\n`
  )
  expect(said.join('')).toBe(report)
})
