import {mkdirSync, symlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parse} from 'jsonc-parser'
import {describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

/** A package of rules as a stranger writes it: plain data, nothing imported. */
const package_ = `
const rule = (name, severity, word) => ({
  name, scope: 'article', severity,
  summary: {zh: '查' + word, en: 'finds ' + word},
  messages: {found: {
    zh: {what: '出现了“{quote}”', why: '本报不用这个词。', how: '换一个词。'},
    en: {what: '“{quote}” is used', why: 'The paper does not use it.', how: 'Take another word.'}
  }},
  *check(article) {
    for (const block of article.blocks) {
      const at = block.text.indexOf(word)
      if (at >= 0) yield {id: 'found', at: {start: block.start + at, end: block.start + at + word.length}}
    }
  }
})
export const rules = [rule('desk-bridge', 'error', '便桥'), rule('desk-stone', 'warning', '石板')]
export const presets = {recommended: {rules: {'desk-bridge': 'warning'}}, calm: {rules: {'desk-stone': 'info'}}}
`
const plugin = {
  'node_modules/desk-rules/package.json':
    '{"name": "desk-rules", "type": "module", "exports": {"import": "./index.js"}}',
  'node_modules/desk-rules/index.js': package_
}

const found = (out: string): string[] =>
  JSON.parse(out)[0].messages.map((it: {ruleId: string; severity: string}) => `${it.ruleId} ${it.severity}`)

async function lintWith(config: unknown, files: Record<string, string> = {}) {
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  const {root} = folder({'a.txt': doubled, '.lintrc.json': text, ...files})
  return copylint(root, ['a.txt', '--format', 'json', '--lang', 'en'])
}

describe('rules', () => {
  test('a severity, off, options; what is set above a preset outranks it', async () => {
    expect(found((await lintWith({rules: {'repeated-paragraph': 'info'}})).out)).toEqual(['repeated-paragraph info'])
    expect(found((await lintWith({rules: {'repeated-paragraph': 'off'}})).out)).not.toContain(
      'repeated-paragraph error'
    )
    const long = await lintWith({extends: [], rules: {'repeated-paragraph': ['error', {least: 500}]}})
    expect(found(long.out)).toEqual([])
  })

  test('without `extends` the recommended rules hold; an empty list means none', async () => {
    expect(found((await lintWith({})).out)).toEqual(['repeated-paragraph error'])
    expect(found((await lintWith({extends: []})).out)).toEqual([])
  })

  test('a severity keeps the options that were set below it', async () => {
    const {out} = await lintWith(
      {extends: ['./base.json'], rules: {'repeated-paragraph': 'warning'}},
      {'base.json': '{"extends": "recommended", "rules": {"repeated-paragraph": ["error", {"least": 500}]}}'}
    )
    expect(found(out)).toEqual([])
  })

  test('comments and trailing commas are fine', async () => {
    const {out} = await lintWith('{\n  // 本报的规矩\n  "rules": {"repeated-paragraph": "warning",},\n}')
    expect(found(out)).toEqual(['repeated-paragraph warning'])
  })

  test('--rule outranks the config, --no-config forgets it', async () => {
    const {root} = folder({'a.txt': doubled, '.lintrc.json': '{"rules": {"repeated-paragraph": "off"}}'})
    const run = async (...args: string[]) => found((await copylint(root, ['a.txt', '--format', 'json', ...args])).out)
    expect(await run('--rule', 'repeated-paragraph:info')).toContain('repeated-paragraph info')
    expect(await run('--no-config')).toContain('repeated-paragraph error')
  })
})

describe('where a config holds', () => {
  test('the nearest one upward; a broken one stops only its own files', async () => {
    const {root} = folder({
      '.lintrc.json': '{"rules": {"repeated-paragraph": "info"}}',
      'a/page.txt': doubled,
      'b/.lintrc.json': '{"rules": {"repeated-paragraph": "warning"}}',
      'b/deep/page.txt': doubled,
      'c/.lintrc.json': '{"rules": {"repeated-paragraph": "wrong"}}',
      'c/page.txt': doubled
    })
    const {status, out, err} = await copylint(root, ['.', '--format', 'json', '--lang', 'en'])
    const pages = JSON.parse(out)
    expect(status).toBe(2)
    expect(pages.map((page: {messages: {severity: string}[]}) => page.messages.map((it) => it.severity))).toEqual([
      ['info'],
      ['warning'],
      []
    ])
    expect(pages[2].failures).toHaveLength(1)
    expect(err).toMatch(/^c\/\.lintrc\.json:1:34: a rule is set to "off", "error", "warning", "info", or to/)
  })

  test('overrides, by globs from the config’s folder', async () => {
    const {root} = folder({
      '.lintrc.json': '{"overrides": [{"files": ["opinion/*"], "rules": {"repeated-paragraph": "off"}}]}',
      'opinion/a.txt': doubled,
      'news/a.txt': doubled
    })
    const {out} = await copylint(root, ['.', '--format', 'json'])
    expect(JSON.parse(out).map((page: {messages: unknown[]}) => page.messages.length)).toEqual([1, 0])
  })

  test('ignore leaves files out of folders, not those that are named', async () => {
    const {root} = folder({'.lintrc.json': '{"ignore": ["drafts"]}', 'a.txt': clean, 'drafts/b.txt': doubled})
    const paths = async (...args: string[]) =>
      JSON.parse((await copylint(root, [...args, '--format', 'json'])).out).map((page: {path: string}) => page.path)
    expect(await paths('.')).toEqual(['a.txt'])
    expect(await paths('drafts/b.txt')).toEqual(['drafts/b.txt'])
    expect(await copylint(root, ['drafts', '--lang', 'en'])).toMatchObject({
      status: 2,
      err: 'drafts: the config or .copylintignore leaves out all pages here\n'
    })
  })

  test('the config of the first page holds for an issue', async () => {
    const {root} = folder({
      'a/.lintrc.json': '{"rules": {"repeated-paragraph": "info"}}',
      'a/one.txt': clean,
      'b/two.txt': doubled
    })
    const {out} = await copylint(root, ['--issue', 'a/one.txt', 'b/two.txt', '--format', 'json'])
    expect(JSON.parse(out)[1].messages[0].severity).toBe('info')
  })
})

describe('errors say where and what', () => {
  test.each<[string, string, string]>([
    [
      'broken JSON',
      '{\n  "rules": {"repeated-paragraph" "off"}\n}',
      '.lintrc.json:2:34: a colon is expected after the key'
    ],
    ['a comma forgotten', '{\n  "lang": "zh"\n  "rules": {}\n}', '.lintrc.json:3:3: a comma is expected here'],
    ['a key twice', '{"lang": "zh",\n"lang": "en"}', '.lintrc.json:2:1: “lang” is set twice'],
    ['an unknown key', '{\n  "rulse": {}\n}', '.lintrc.json:2:3: there is no key “rulse”; did you mean rules?'],
    [
      'an unknown key of an override',
      '{"overrides": [{"file": "x", "files": "y"}]}',
      '.lintrc.json:1:17: there is no key “file”; did you mean files?'
    ],
    [
      'an unknown rule',
      '{"rules": {"repeated-paragrap": "off"}}',
      '.lintrc.json:1:12: there is no rule “repeated-paragrap”; did you mean repeated-paragraph?'
    ],
    [
      'a wrong level',
      '{"rules": {"repeated-paragraph": "on"}}',
      '.lintrc.json:1:34: a rule is set to "off", "error", "warning", "info", or to ["warning", {options}]'
    ],
    [
      'an unknown option',
      '{"rules": {"repeated-paragraph": ["error", {"lest": 9}]}}',
      '.lintrc.json:1:45: there is no key “lest”; did you mean least?'
    ],
    [
      'a wrong option',
      '{"rules": {"repeated-paragraph": ["error", {"least": "9"}]}}',
      '.lintrc.json:1:54: “least” must be a number, not "9"'
    ],
    [
      'a wrong item of an option',
      '{"rules": {"doubled-phrase": ["error", {"allow": ["讨论", 1]}]}}',
      '.lintrc.json:1:57: item 2 of “allow” must be a string, not 1'
    ],
    [
      'a rule of a package that is not named',
      '{"rules": {"desk-jargon": "error"}}',
      '.lintrc.json:1:12: there is no rule “desk-jargon”; if it is of a package, name the package in “plugins”'
    ],
    ['a language', '{"lang": "fr"}', '.lintrc.json:1:10: “lang” must be "zh" or "en", not "fr"'],
    ['no object', '[]', '.lintrc.json:1:1: this must be an object {…}, not a list'],
    ['a list of rules', '{"rules": ["error"]}', '.lintrc.json:1:11: this must be an object {…}, not a list'],
    [
      'a missing base',
      '{"extends": ["./none.json"]}',
      '.lintrc.json:1:14: cannot read the config none.json (there is no such file or folder)'
    ],
    [
      'a plugin’s form',
      '{"plugins": [3]}',
      '.lintrc.json:1:14: a plugin is written "name or path", or ["name or path", options]'
    ]
  ])('%s', async (_, config, sentence) => {
    const {status, err, out} = await lintWith(config)
    expect(err).toBe(`${sentence}\n`)
    expect(status).toBe(2)
    expect(JSON.parse(out)[0].messages).toEqual([])
  })

  test('in Chinese', async () => {
    const {root} = folder({'a.txt': clean, '.lintrc.json': '{"rulse": {}}'})
    expect((await copylint(root, ['a.txt'])).err).toBe('.lintrc.json:1:2: 没有“rulse”这个键，是不是 rules？\n')
  })

  test('every error of a file is told', async () => {
    const {err} = await lintWith('{\n  "rulse": {},\n  "lang": 3\n}')
    expect(err.trim().split('\n')).toHaveLength(2)
  })

  test('configs that extend one another', async () => {
    const {err, status} = await lintWith({extends: ['./b.json']}, {'b.json': '{"extends": ["./.lintrc.json"]}'})
    expect(status).toBe(2)
    expect(err).toBe('b.json:1:14: configs extend one another in a circle: .lintrc.json → b.json → .lintrc.json\n')
  })

  test('a config that is named and is not there', async () => {
    const {root} = folder({'a.txt': clean})
    expect(await copylint(root, ['a.txt', '--config', 'none.json', '--lang', 'en'])).toMatchObject({
      status: 2,
      err: 'cannot read the config none.json (there is no such file or folder)\n'
    })
  })
})

describe('plugins', () => {
  test('a package of rules: its rules run at their own severity', async () => {
    expect(found((await lintWith({extends: [], plugins: ['desk-rules']}, plugin)).out).sort()).toEqual([
      'desk-bridge error',
      'desk-stone warning',
      'desk-stone warning'
    ])
  })

  test('its presets: the recommended one, and one by name', async () => {
    expect(found((await lintWith({extends: ['desk-rules']}, plugin)).out)).toEqual(['desk-bridge warning'])
    expect(found((await lintWith({extends: ['desk-rules/calm']}, plugin)).out)).toEqual([
      'desk-stone info',
      'desk-stone info'
    ])
    const {err} = await lintWith({extends: ['desk-rules/clam']}, plugin)
    expect(err).toBe('.lintrc.json:1:13: desk-rules has no preset “clam”; did you mean calm?\n')
  })

  test('a file', async () => {
    const {out} = await lintWith({extends: [], plugins: ['./desk.mjs']}, {'desk.mjs': package_})
    expect(found(out)).toContain('desk-bridge error')
  })

  test('one that cannot be loaded: told, and the rest runs', async () => {
    const {status, err, out} = await lintWith({plugins: ['copylint-plugin-none'], rules: {'its-rule': 'error'}})
    expect(status).toBe(2)
    expect(err).toBe(
      '.lintrc.json:1:13: cannot find the plugin copylint-plugin-none (is it installed? try npm install copylint-plugin-none)\n'
    )
    expect(found(out)).toEqual(['repeated-paragraph error'])
  })

  test.each([
    ['throw new Error("no database")', 'the plugin ./p.mjs failed to load: no database'],
    ['export default 3', './p.mjs is no plugin: it exports no rules, and its default export is no retext plugin'],
    [
      'export const rules = [{name: "x"}]',
      'the rule x of the plugin ./p.mjs is malformed (scope); make it with defineRule'
    ]
  ])('one that is wrong: %s', async (code, sentence) => {
    const {status, err} = await lintWith({plugins: ['./p.mjs']}, {'p.mjs': code})
    expect({status, err}).toEqual({status: 2, err: `.lintrc.json:1:13: ${sentence}\n`})
  })

  test('a rule with the name of another', async () => {
    const {status, err} = await lintWith(
      {plugins: ['./p.mjs']},
      {'p.mjs': package_.replace("'desk-stone'", "'repeated-paragraph'")}
    )
    expect(status).toBe(2)
    expect(err).toContain('the rule “repeated-paragraph” of the plugin ./p.mjs has the name of another rule; rename it')
  })

  describe('a rule whose options cannot be read is a failure of that rule', () => {
    const valibot = pathToFileURL(resolve('node_modules/valibot/dist/index.mjs')).href
    const withOptions = (options: string) =>
      `import * as v from '${valibot}'\n${package_.replace("scope: 'article',", `scope: 'article', ...(name === 'desk-bridge' && {options: ${options}}),`)}`
    const advice = 'give every option a default that fits, v.optional(…, default)'
    const cases: [string, string][] = [
      ['v.strictObject({a: v.string()})', `cannot run without options (a is required): ${advice}`],
      ['v.object({a: v.string()})', `cannot run without options (a is required): ${advice}`],
      [
        "v.strictObject({a: v.optional(v.number(), '8')})",
        `cannot run without options (“a” must be a number, not "8"): ${advice}`
      ],
      [
        "v.strictObject({a: v.optional(v.pipe(v.string(), v.check(() => { throw new Error('oh') })), '')})",
        'failed while it read its options: oh'
      ]
    ]

    test.each(cases)('%s', async (options, reason) => {
      const {status, out, err} = await lintWith({plugins: ['./p.mjs']}, {'p.mjs': withOptions(options)})
      expect(err).toBe(`.lintrc.json:1:13: the rule desk-bridge of ./p.mjs ${reason}\n`)
      expect(status).toBe(2)
      expect(found(out).sort()).toEqual(['desk-stone warning', 'desk-stone warning', 'repeated-paragraph error'])
    })

    test.each(cases)('print-config prints the rest: %s', async (options, reason) => {
      const {root} = folder({
        'a.txt': clean,
        '.lintrc.json': '{"plugins": ["./p.mjs"]}',
        'p.mjs': withOptions(options)
      })
      const {status, out, err} = await copylint(root, ['print-config', 'a.txt', '--lang', 'en'])
      expect({status, err}).toEqual({status: 2, err: `.lintrc.json:1:14: the rule desk-bridge of ./p.mjs ${reason}\n`})
      expect(parse(out).rules).toMatchObject({'desk-bridge': 'error', 'desk-stone': 'warning'})
    })

    test('a rule that is off, or given what it needs, is none', async () => {
      const files = {'p.mjs': withOptions('v.strictObject({a: v.string()})')}
      for (const setting of ['off', ['error', {a: 'x'}]]) {
        const {err, out} = await lintWith({plugins: ['./p.mjs'], rules: {'desk-bridge': setting}}, files)
        expect(err).toBe('')
        expect(found(out).includes('desk-bridge error')).toBe(setting !== 'off')
      }
    })

    test.each(['{a: 1}', '3', 'v.string()', 'v.strictObjectAsync({})'])('what is no schema: %s', async (options) => {
      const {status, out, err} = await lintWith({plugins: ['./p.mjs']}, {'p.mjs': withOptions(options)})
      expect(err).toBe(
        '.lintrc.json:1:13: the rule desk-bridge of the plugin ./p.mjs is malformed (options ≠ v.strictObject({…})); make it with defineRule\n'
      )
      expect(status).toBe(2)
      expect(found(out)).toEqual(['repeated-paragraph error'])
    })
  })

  test('a rule that throws takes no other with it', async () => {
    const throws = package_.replace(
      'const at = block.text.indexOf(word)',
      "if (word === '便桥') throw new Error('oh')\nconst at = block.text.indexOf(word)"
    )
    const {status, err, out} = await lintWith({plugins: ['./p.mjs']}, {'p.mjs': throws})
    expect(status).toBe(2)
    expect(err).toBe('a.txt: the rule desk-bridge failed and could not finish its work: oh (p.mjs:11)\n')
    expect(found(out)).toContain('repeated-paragraph error')
    expect(found(out)).toContain('desk-stone warning')
  })

  test('the line is that of the package’s own file, behind a link as well', async () => {
    const {root} = folder({
      'a.txt': clean,
      '.lintrc.json': '{"plugins": ["desk-rules"]}',
      'desk/package.json': plugin['node_modules/desk-rules/package.json'],
      'desk/index.js': `import {names} from './lib/names.js'\n${package_.replace('const at =', 'names(word)\nconst at =')}`,
      'desk/lib/names.js': "export const names = (word) => {\n  if (word === '便桥') null.x\n}\n"
    })
    mkdirSync(join(root, 'node_modules'))
    symlinkSync('../desk', join(root, 'node_modules/desk-rules'), 'junction')
    const {err} = await copylint(root, ['a.txt', '--lang', 'en'])
    expect(err).toMatch(/^a\.txt: the rule desk-bridge failed .* \(.*desk\/lib\/names\.js:2\)\n$/)
  })

  test('--debug shows where a rule threw', async () => {
    const throws = package_.replace('const at =', "if (word === '便桥') throw new RangeError('oh')\nconst at =")
    const {root} = folder({'a.txt': clean, '.lintrc.json': '{"plugins": ["./p.mjs"]}', 'p.mjs': throws})
    const {status, err} = await copylint(root, ['a.txt', '--lang', 'en', '--debug'])
    expect(status).toBe(2)
    expect(err).toMatch(
      /^a\.txt: the rule desk-bridge failed .*: oh \(p\.mjs:11\)\nRangeError: oh\n +at .*p\.mjs:11:\d+\)?\n/
    )
    expect((await copylint(root, ['a.txt', '--lang', 'en'])).err).not.toContain('RangeError')
  })

  test('a mistake in what a rule finds is told, and the finding shown', async () => {
    const {status, err, out} = await lintWith(
      {extends: [], plugins: ['./p.mjs']},
      {'p.mjs': package_.replace("id: 'found',", "id: 'found', severity: 'warn',")}
    )
    expect(status).toBe(2)
    expect(err.split('\n')).toContain(
      'a.txt: the rule desk-bridge has a mistake: the finding “found” has the severity “warn”: it is error, warning or info'
    )
    expect(found(out)).toContain('desk-bridge error')
  })

  const retext = `
export default function spell({word = 'bridge'} = {}) {
  return async (tree, file) => {
    await null
    const at = file.value.indexOf(word)
    if (at < 0) throw new Error('no ' + word)
    const message = file.message('Unexpected \`' + word + '\`', {ruleId: word, source: 'spell', place: {start: {line: 3, column: 3}, end: {line: 3, column: 9}}})
    message.note = 'The desk says so.'
  }
}`
  const page = '# A new crossing\n\nA bridge was opened today.\n'

  test('a retext plugin: its messages join ours', async () => {
    const {out, status} = await lintWith({plugins: ['./spell.mjs']}, {'spell.mjs': retext, 'a.txt': page})
    expect(status).toBe(0)
    expect(JSON.parse(out)[0].messages[0]).toMatchObject({
      ruleId: 'spell',
      severity: 'warning',
      reason: 'Unexpected `bridge`',
      note: 'The desk says so.',
      place: {start: {line: 3, column: 3}}
    })
  })

  test('named again above its base, with other options: it runs once', async () => {
    const {out, err} = await lintWith(
      {extends: ['./base.json'], plugins: [['./spell.mjs', {word: 'opened'}]]},
      {'spell.mjs': retext, 'a.txt': page, 'base.json': '{"plugins": ["./spell.mjs"]}'}
    )
    expect(err).toBe('')
    expect(JSON.parse(out)[0].messages.map((it: {reason: string}) => it.reason)).toEqual(['Unexpected `opened`'])
  })

  test('its options, its severity, off', async () => {
    const run = (config: unknown) => lintWith(config, {'spell.mjs': retext, 'a.txt': page})
    expect((await run({plugins: [['./spell.mjs', {word: 'canal'}]]})).err).toBe(
      'a.txt: the rule spell failed and could not finish its work: no canal\n'
    )
    expect(found((await run({plugins: ['./spell.mjs'], rules: {spell: 'error'}})).out)).toEqual(['spell error'])
    expect(found((await run({plugins: ['./spell.mjs'], rules: {spell: 'off'}})).out)).toEqual([])
  })
})

describe('print-config', () => {
  test('says what holds and where each line comes from, and reads as a config again', async () => {
    const config = '{\n  "extends": ["./base.json"],\n  "lang": "en",\n  "rules": {"doubled-phrase": "warning"}\n}'
    const base = '{"extends": "minimal", "rules": {"doubled-phrase": ["error", {"allow": ["讨论"]}]}}'
    const {root} = folder({'a.txt': clean, '.lintrc.json': config, 'base.json': base})
    const {out, status} = await copylint(root, ['print-config', 'a.txt', '--rule', 'swapped-headline:off'])
    expect(status).toBe(0)
    expect(out).toMatch(/"lang": "en", +\/\/ \.lintrc\.json:3:3\n/)
    expect(out).toMatch(
      /"doubled-phrase": \["warning", \{.*"讨论".*\}\], +\/\/ \.lintrc\.json:4:13; options: base\.json:1:34\n/
    )
    expect(out).toMatch(/"repeated-paragraph": .*\/\/ minimal\n/)
    expect(out).toMatch(/"swapped-headline": .*"off".*\/\/ --rule\n/)
    expect(parse(out)).toMatchObject({
      lang: 'en',
      rules: {'repeated-paragraph': ['error', {least: expect.any(Number)}]}
    })
    const again = folder({'a.txt': doubled, '.lintrc.json': out})
    expect((await copylint(again.root, ['a.txt'])).err).toBe('')
  })
})

describe('the other commands', () => {
  test('init writes a config that works, once', async () => {
    const {root, read} = folder({'a.txt': doubled})
    for (const lang of ['zh', 'en']) {
      const {root: own} = folder({'a.txt': doubled})
      expect((await copylint(own, ['init', '--lang', lang])).status).toBe(0)
      expect(await copylint(own, ['a.txt'])).toMatchObject({status: 1, err: ''})
    }
    await copylint(root, ['init'])
    const before = read('.lintrc.json')
    expect(await copylint(root, ['init'])).toMatchObject({status: 2})
    expect(read('.lintrc.json')).toBe(before)
  })

  test('rules', async () => {
    const {root} = folder()
    const {out} = await copylint(root, ['rules', '--format', 'json'])
    expect(JSON.parse(out)).toContainEqual({
      name: 'repeated-paragraph',
      severity: 'error',
      scope: 'issue',
      counts: 'character',
      summary: {zh: expect.any(String), en: expect.any(String)}
    })
    expect((await copylint(root, ['rules'], {env: {LANG: 'zh_CN.UTF-8'}})).out).toMatch(
      /^repeated-paragraph +错误 +全期/m
    )
  })

  test('explain, in both languages', async () => {
    const {root} = folder()
    for (const lang of ['zh', 'en']) {
      const {out, status} = await copylint(root, ['explain', 'repeated-paragraph', '--lang', lang])
      expect(status).toBe(0)
      expect(out).toContain('repeated-paragraph')
      expect(out).not.toMatch(/^#|\*\*/m)
    }
  })

  test('rules and explain speak the language of the config here', async () => {
    const {root} = folder({'.lintrc.json': '{"lang": "zh"}'})
    expect((await copylint(root, ['rules'])).out).toMatch(/^repeated-paragraph +错误 +全期/m)
    expect((await copylint(root, ['rules', '--lang', 'en'])).out).toMatch(/^repeated-paragraph +error/m)
    expect((await copylint(root, ['explain', 'repeated-paragraph'])).out).toContain('整段文字排了两次')
    const {root: broken} = folder({'.lintrc.json': '{"lang": '})
    expect(await copylint(broken, ['rules'])).toMatchObject({status: 0, err: ''})
  })

  test('explain names the nearest rule, or says where else to look', async () => {
    const {root} = folder()
    expect(await copylint(root, ['explain', 'repeated-paragrap', '--lang', 'en'])).toMatchObject({
      status: 2,
      err: 'copylint: there is no rule “repeated-paragrap”; did you mean repeated-paragraph?\n'
    })
    expect(await copylint(root, ['explain', 'desk-jargon', '--lang', 'en'])).toMatchObject({
      status: 2,
      err: 'copylint: there is no rule “desk-jargon”; rules of packages are explained by their own pages\n'
    })
  })

  test('--version and --help, in both languages', async () => {
    const {root} = folder()
    expect((await copylint(root, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await copylint(root, ['--help'])).out).toContain('Usage: copylint [options]')
    expect((await copylint(root, ['--help', '--lang', 'zh'])).out).toContain('用法: copylint')
    // an example that takes the whole width has what it is for below
    expect((await copylint(root, ['--help', '--lang', 'zh'])).out).toContain('--reason "…"\n    ')
    expect((await copylint(root, ['rules', '--help'])).out).toContain('copylint rules')
  })
})
