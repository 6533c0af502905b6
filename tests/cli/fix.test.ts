import {chmodSync, lstatSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
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
