import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {join, resolve} from 'node:path'
import iconv from 'iconv-lite'
import {describe, expect, onTestFinished, test} from 'vitest'
import {generatePage} from '../../bench/generate.ts'
import {needs} from '../tools.ts'
import {copylint, doubled, folder} from './command.ts'

const paragraph = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。'
/** The page as it is when the second print is gone. */
const mended = doubled.replace(`\n${paragraph}\n\n${paragraph}\n`, `\n${paragraph}\n`)

/** A page of a bad night: every safe mend has its place, and much that no mend may touch. */
const night = `# 松岭镇召开水利工作会议 部署冬修

本报讯(记者林岚 通讯员何苗)11月28日,松岭镇召开水利工作会议,传达了学习了全县水利会议精神,研究《松岭镇冬修 方案》。

会议指出,要督促各村把支渠管起来,镇里先后察看了东桥、西桥、南桥等施

工现场,施工现场由水利站派人看守(白天两人,夜里三人)。

会议还研究了其他事项。韦青、周启出席会议。

会议还研究了其他事项。韦青、周启出席会议。
`
const morning = `# 松岭镇召开水利工作会议 部署冬修

本报讯（记者林岚 通讯员何苗）11月28日，松岭镇召开水利工作会议，传达学习了全县水利会议精神，研究《松岭镇冬修 方案》。

会议指出，要督促各村把支渠管起来，镇里先后察看了东桥、西桥、南桥等施工现场，施工现场由水利站派人看守（白天两人，夜里三人）。

会议还研究了其他事项。韦青、周启出席会议。
`

const bom = {
  'utf-8': [0xef, 0xbb, 0xbf],
  utf16le: [0xff, 0xfe],
  utf16be: [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33]
}

describe('--fix', () => {
  test.each<[keyof typeof bom, boolean, string]>([
    ['utf-8', false, '\n'],
    ['utf-8', true, '\r\n'],
    ['utf16le', true, '\r\n'],
    ['utf16le', false, '\n'],
    ['utf16be', true, '\n'],
    ['utf16be', false, '\r\n'],
    ['gb18030', false, '\n'],
    ['gb18030', true, '\r\n']
  ])('keeps encoding, order mark and line ends: %s, %s, %j', async (encoding, marked, end) => {
    const bytes = (text: string) =>
      Buffer.concat([Buffer.from(marked ? bom[encoding] : []), iconv.encode(text.replaceAll('\n', end), encoding)])
    const {root, bytes: read} = folder({'a.txt': bytes(doubled)})
    const {status, err} = await copylint(root, ['--fix', 'a.txt', '--lang', 'en'])
    expect({status, err}).toEqual({status: 0, err: 'copylint: 1 mended: a.txt\n'})
    expect(read('a.txt').toString('hex')).toBe(bytes(mended).toString('hex'))
  })

  test('a second run changes nothing; the report shows what is left', async () => {
    const {root, read} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['--fix', 'a.txt', '--format', 'json'])
    expect(JSON.parse(out)[0].messages).toEqual([])
    const {err} = await copylint(root, ['--fix', 'a.txt', '--lang', 'en'])
    expect(err).toBe('copylint: nothing to mend\n')
    expect(read('a.txt')).toBe(mended)
  })

  test('does all that is safe and nothing else: names, heads and titles keep their blanks', async () => {
    const {root, read} = folder({'a.txt': night})
    const {status, out} = await copylint(root, ['--fix', 'a.txt', '--format', 'json'])
    expect(read('a.txt')).toBe(morning)
    expect({status, messages: JSON.parse(out)[0].messages}).toEqual({status: 0, messages: []})
    await copylint(root, ['--fix', 'a.txt'])
    expect(read('a.txt')).toBe(morning)
  })

  test('permissions are kept; of a link the target is replaced', async () => {
    const {root, read} = folder({'real/a.txt': doubled})
    chmodSync(join(root, 'real/a.txt'), 0o640)
    symlinkSync('real/a.txt', join(root, 'link.txt'))
    await copylint(root, ['--fix', 'link.txt'])
    expect(lstatSync(join(root, 'link.txt')).isSymbolicLink()).toBe(true)
    expect(statSync(join(root, 'real/a.txt')).mode & 0o777).toBe(0o640)
    expect(read('real/a.txt')).toBe(mended)
  })

  test('--fix-dry-run prints a unified diff and writes nothing', async () => {
    const {root, read} = folder({'a.txt': doubled})
    const {out, err, status} = await copylint(root, ['--fix-dry-run', 'a.txt', '--lang', 'en'])
    expect(out).toContain('--- a.txt\n+++ a.txt\n@@ ')
    expect(out).toContain(`-${paragraph}\n`)
    expect(err).toBe('copylint: 1 to mend (nothing was written): a.txt\n')
    // the file has its error still
    expect(status).toBe(1)
    expect(read('a.txt')).toBe(doubled)
  })

  test('unsafe mends only when asked for', async () => {
    const rule = (safety: string) => `export const rules = [{
      name: 'desk-river', scope: 'article', severity: 'error',
      summary: {zh: '河名', en: 'river'},
      messages: {found: {zh: {what: '河名', why: '', how: ''}, en: {what: 'river', why: '', how: ''}}},
      labels: {mend: {zh: '改', en: 'mend'}},
      *check(article) {
        for (const {start, text} of article.blocks) {
          const at = text.indexOf('柳溪')
          if (at < 0) continue
          const span = {start: start + at, end: start + at + 2}
          yield {id: 'found', at: span, fixes: [{title: 'mend', safety: '${safety}', edits: [{...span, text: '杨溪𠮷'}]}]}
        }
      }
    }]`
    const config = '{"extends": [], "plugins": ["./river.mjs"]}'
    for (const [safety, flag, changed] of [
      ['unsafe', '--fix', false],
      ['unsafe', '--fix-unsafe', true],
      ['safe', '--fix-unsafe', true]
    ] as const) {
      const {root, bytes} = folder({
        'a.txt': iconv.encode(doubled, 'gb18030'),
        'river.mjs': rule(safety),
        '.lintrc.json': config
      })
      await copylint(root, [flag, 'a.txt'])
      const text = changed ? doubled.replace('柳溪', '杨溪𠮷') : doubled
      expect(iconv.decode(bytes('a.txt'), 'gb18030')).toBe(text)
    }
  })

  test('mends that undo one another are told and left out', async () => {
    const rule = (name: string, from: string, to: string) => `{
      name: '${name}', scope: 'article', severity: 'error', summary: {zh: '词', en: 'word'},
      messages: {found: {zh: {what: '词', why: '', how: ''}, en: {what: 'word', why: '', how: ''}}},
      *check(article) {
        for (const {start, text} of article.blocks) {
          const at = text.indexOf('${from}')
          if (at >= 0) yield {id: 'found', at: {start, end: start + 1}, fixes: [{title: 'x', safety: 'safe', edits: [{start: start + at, end: start + at + 2, text: '${to}'}]}]}
        }
      }
    }`
    const {root, read} = folder({
      'a.txt': doubled,
      'p.mjs': `export const rules = [${rule('to-east', '柳溪', '东溪')}, ${rule('to-willow', '东溪', '柳溪')}]`,
      '.lintrc.json': '{"plugins": ["./p.mjs"]}'
    })
    const {status, err} = await copylint(root, ['--fix', 'a.txt', '--lang', 'en'])
    expect(status).toBe(2)
    expect(err).toContain('the mends of to-east never come to an end and were not made; make them by hand\n')
    // what goes in no circle is mended all the same
    expect(read('a.txt')).toBe(mended)
  })
})

describe('--fix loses nothing', () => {
  const outcome = async (root: string, ...args: string[]) => {
    const {status, err} = await copylint(root, ['--fix', '--no-config', '--lang', 'en', ...args])
    return {status, err}
  }

  test('a file with a second name is left alone, and why', async () => {
    const {root, read} = folder({'a.txt': doubled})
    linkSync(join(root, 'a.txt'), join(root, 'b.txt'))
    const {status, err} = await outcome(root, 'a.txt')
    expect({status, err}).toEqual({status: 2, err: expect.stringMatching(/^a\.txt: it has 2 names \(hard links\)/)})
    expect([read('a.txt'), read('b.txt')]).toEqual([doubled, doubled])
  })

  needs('unprivileged', () => {
    const asNobody = (root: string) => {
      const args = [resolve('dist/cli.js'), '--fix', '--no-config', '--lang', 'en', 'pages/a.txt']
      const how = {cwd: root, encoding: 'utf8', env: {PATH: process.env.PATH ?? ''}} as const
      const {status, stderr} =
        process.getuid?.() === 0
          ? spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, ...args], how)
          : spawnSync(process.execPath, args, how)
      return {status, stderr}
    }
    const pageOfNobody = () => {
      const {root, read} = folder({'pages/a.txt': doubled})
      if (process.getuid?.() === 0)
        for (const name of ['', 'pages', 'pages/a.txt']) chownSync(join(root, name), 65534, 65534)
      return {root, read}
    }

    test('a file that may only be read is left alone', () => {
      const {root, read} = pageOfNobody()
      chmodSync(join(root, 'pages/a.txt'), 0o444)
      expect(asNobody(root)).toEqual({
        status: 2,
        stderr: 'pages/a.txt: it cannot be written (permission denied) and is left as it was\n'
      })
      expect(read('pages/a.txt')).toBe(doubled)
    })

    test('so is one whose folder takes no new file: it could not be exchanged whole', () => {
      const {root, read} = pageOfNobody()
      chmodSync(join(root, 'pages'), 0o555)
      expect(asNobody(root)).toEqual({
        status: 2,
        stderr: 'pages/a.txt: its folder does not take a new file (permission denied): it is left as it was\n'
      })
      expect(read('pages/a.txt')).toBe(doubled)
      chmodSync(join(root, 'pages'), 0o755)
    })
  })

  needs('root', () => {
    test('owner and group are kept', async () => {
      const {root, read} = folder({'a.txt': doubled})
      chownSync(join(root, 'a.txt'), 12, 34)
      chmodSync(join(root, 'a.txt'), 0o6664)
      await outcome(root, 'a.txt')
      const {uid, gid, mode} = statSync(join(root, 'a.txt'))
      expect({uid, gid, mode: mode & 0o7777, text: read('a.txt')}).toEqual({
        uid: 12,
        gid: 34,
        mode: 0o6664,
        text: mended
      })
    })
  })

  needs('xattr', () => {
    test('extended attributes and access lists are kept', async () => {
      const {root, read} = folder({'a.txt': doubled})
      execFileSync('setfattr', ['-n', 'user.desk', '-v', 'night', join(root, 'a.txt')])
      execFileSync('setfacl', ['-m', 'u:12:rw,g::-', join(root, 'a.txt')])
      const attributes = () => [
        execFileSync('getfattr', ['-d', 'a.txt'], {cwd: root, encoding: 'utf8'}),
        execFileSync('getfacl', ['a.txt'], {cwd: root, encoding: 'utf8'})
      ]
      const before = attributes()
      expect(before.join()).toMatch(/night[\s\S]*user:\w+:rw-/)
      await outcome(root, 'a.txt')
      expect(read('a.txt')).toBe(mended)
      expect(attributes()).toEqual(before)
    })
  })

  needs('mount', () => {
    test('on a full disk: both pages of the issue stay as they were, and nothing is left beside them', async () => {
      const {root} = folder({'disk/.keep': ''})
      const disk = join(root, 'disk')
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk])
      onTestFinished(() => void execFileSync('umount', [disk]))
      // 16 blocks: one for the folder of its own, so much is free that the first page can be written beside and the second not
      const long = `${'施工期间行人请走下游的便桥。'.repeat(170)}\n\n${doubled}`
      const pages = {'disk/1.txt': `# 一版\n\n${long}`, 'disk/2.txt': `# 二版\n\n${long.replaceAll('桥', '坝')}`}
      for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, name), text)
      const free = Number(statfsSync(disk).bavail) * statfsSync(disk).bsize
      const size = statSync(join(root, 'disk/1.txt')).size
      writeFileSync(join(disk, 'filler'), Buffer.alloc(free - Math.ceil(size / 4096) * 4096 - 4096))
      const {status, err} = await outcome(
        root,
        '--issue',
        '--fix-rule',
        'repeated-paragraph',
        '--fix-rule',
        'duplicate-closing',
        'disk/1.txt',
        'disk/2.txt'
      )
      expect(err).toMatch(/^disk\/2\.txt: it cannot be written \(the disk is full\) and is left as it was$/m)
      expect(status).toBe(2)
      for (const [name, text] of Object.entries(pages)) expect(readFileSync(join(root, name), 'utf8')).toBe(text)
      expect(readdirSync(disk).sort()).toEqual(['1.txt', '2.txt', 'filler'])
      rmSync(join(disk, 'filler'))
      expect((await outcome(root, '--issue', 'disk/1.txt', 'disk/2.txt')).err).toContain('mended: disk/2.txt')
    })

    test('a file that is mounted by itself is left alone, and why', async () => {
      const {root} = folder({'real/a.txt': doubled, 'a.txt': ''})
      execFileSync('mount', ['--bind', join(root, 'real/a.txt'), join(root, 'a.txt')])
      onTestFinished(() => void execFileSync('umount', [join(root, 'a.txt')]))
      const {status, err} = await outcome(root, 'a.txt')
      expect({status, err}).toEqual({
        status: 2,
        err: 'a.txt: it is mounted by itself and cannot be replaced; it is left as it was; mount its folder instead\n'
      })
      expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe(doubled)
      expect(readdirSync(root).sort()).toEqual(['a.txt', 'real'])
    })
  })

  needs('bash', () => {
    test('where the system cuts files short, the page stays whole', async () => {
      const {root, read} = folder({'a.txt': `${generatePage({bytes: 20_000})}\n${doubled}`})
      const before = read('a.txt')
      const run = `ulimit -f 2; exec '${process.execPath}' '${resolve('dist/cli.js')}' --fix --no-config --lang en --format json --output /dev/null a.txt`
      const {status, stderr} = spawnSync('bash', ['-c', run], {cwd: root, encoding: 'utf8'})
      expect({status, stderr}).toEqual({
        status: 2,
        stderr: 'a.txt: it cannot be written (it is larger than the system allows) and is left as it was\n'
      })
      expect(read('a.txt')).toBe(before)
      expect(readdirSync(root)).toEqual(['a.txt'])
    })
  })

  test('a page that is changed while it is checked is left alone', async () => {
    // a rule of the house writes to the page, as an editor would who saves meanwhile
    const {root, read} = folder({
      'a.txt': doubled,
      'save.mjs': `import {writeFileSync} from 'node:fs'
        export const rules = [{
          name: 'desk-save', scope: 'article', severity: 'info', summary: {zh: '存', en: 'save'}, messages: {},
          *check() { writeFileSync('a.txt', '新稿') }
        }]`,
      '.lintrc.json': '{"extends": ["recommended"], "plugins": ["./save.mjs"], "rules": {"desk-save": "info"}}'
    })
    const {status, err} = await copylint(root, ['--fix', 'a.txt', '--lang', 'en'])
    expect({status, err}).toEqual({
      status: 2,
      err: 'a.txt: it was changed by another program meanwhile and is left alone; run again\n'
    })
    expect(read('a.txt')).toBe('新稿')
  })
})

describe('--fix-rule', () => {
  const page = doubled.replace('预计三个月', '预计，，三个月')
  const mend = async (...args: string[]) => {
    const {root, read} = folder({'a.txt': page})
    const {status, err} = await copylint(root, [...args, 'a.txt', '--no-config', '--lang', 'en'])
    return {status, err, text: read('a.txt')}
  }

  test('mends what this rule finds and nothing else; by itself it is --fix', async () => {
    const expected = {status: 1, err: 'copylint: 1 mended: a.txt\n', text: page.replace('，，', '，')}
    expect(await mend('--fix-rule', 'doubled-punctuation')).toEqual(expected)
    expect(await mend('--fix', '--fix-rule', 'doubled-punctuation')).toEqual(expected)
  })

  test('as often as wanted', async () => {
    const {err, text} = await mend(
      ...['--fix-rule', 'doubled-punctuation', '--fix-rule', 'repeated-paragraph', '--fix-rule', 'duplicate-closing']
    )
    expect({err, text}).toEqual({
      err: 'copylint: 2 mended: a.txt\n',
      text: mended.replace('预计三个月', '预计，三个月')
    })
  })

  test('with --fix-dry-run nothing is written', async () => {
    const {err, text} = await mend('--fix-rule', 'doubled-punctuation', '--fix-dry-run')
    expect({err, text}).toEqual({err: 'copylint: 1 to mend (nothing was written): a.txt\n', text: page})
  })

  test('a rule that nobody has: which is meant', async () => {
    expect(await mend('--fix-rule', 'doubled-punctation')).toEqual({
      status: 2,
      err: 'copylint: there is no rule “doubled-punctation”; did you mean doubled-punctuation?\n',
      text: page
    })
  })

  test('says so where a rule has no mend, or one that needs an editor’s eye', async () => {
    const {root, read} = folder({
      'a.txt': doubled.replace('昨天', '2月30日').replace('施工期间', '桥头栽下一颗颗小树苗，施工期间')
    })
    const before = read('a.txt')
    const said = async (...args: string[]) =>
      (await copylint(root, [...args, 'a.txt', '--no-config', '--lang', 'en'])).err
    expect(await said('--fix-rule', 'impossible-date')).toBe(
      'copylint: nothing to mend\ncopylint: 1 of the findings of impossible-date come without a mend: put them right by hand\n'
    )
    expect(await said('--fix-rule', 'wrong-measure-word')).toContain(
      'of the findings of wrong-measure-word need an editor’s eye: look, then add --fix-unsafe\n'
    )
    expect(read('a.txt')).toBe(before)
    expect(await said('--fix-unsafe', '--fix-rule', 'wrong-measure-word')).toContain('mended: a.txt')
    expect(read('a.txt')).toBe(before.replaceAll('一颗颗', '一棵棵'))
  })
})
