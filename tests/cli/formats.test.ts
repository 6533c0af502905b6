import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

const html = (text: string) =>
  text
    .trim()
    .split(/\n+/)
    .map((it) => (it.startsWith('# ') ? `<h1>${it.slice(2)}</h1>` : `<p>${it}</p>`))
    .join('\n')

const paths = (out: string): string[] => (JSON.parse(out) as {path: string}[]).map(({path}) => path)
const json = ['--format', 'json']

/** A format of a house, as docs/formats.md shows it. */
const plugin = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/formats.md', 'utf8'))?.[1] ?? ''

describe('what a folder has', () => {
  test('the files of all formats, those of the plugins of their own config too', async () => {
    const {root} = folder({
      'a.txt': clean,
      'b.md': clean,
      'c.HTML': html(clean),
      'd.htm': html(clean),
      'e.markdown': clean,
      'f.jpg': '\0',
      'g.story': clean,
      'house/.lintrc.json': '{"plugins": ["./story.js"]}',
      'house/story.js': plugin,
      'house/h.story': clean
    })
    const {out, status} = await copylint(root, ['.', ...json])
    expect(paths(out)).toEqual(['a.txt', 'b.md', 'c.HTML', 'd.htm', 'e.markdown', 'house/h.story'])
    expect(status).toBe(0)
  })

  test('no reports: those that this run writes, and those that copylint made', async () => {
    const {root} = folder({
      'a.txt': doubled,
      'old.html':
        '<!doctype html><html><head><meta charset="utf-8"><meta name="generator" content="copylint"></head></html>',
      'new.txt': ''
    })
    const {out} = await copylint(root, ['.', ...json, '--report', 'json=new.txt'])
    expect(paths(out)).toEqual(['a.txt'])
    expect((await copylint(root, ['*.html', '--lang', 'en'])).err).toContain('only reports of copylint here')
    expect(paths((await copylint(root, ['old.html', ...json])).out)).toEqual(['old.html'])
    expect((await copylint(root, ['.', 'new.txt', '--report', 'json=new.txt', '--lang', 'en'])).err).toMatch(
      /new\.txt, which is linted/
    )
  })
})

test('the same mend in each', async () => {
  const {root, read} = folder({'a.txt': doubled, 'b.md': doubled, 'c.html': html(doubled)})
  expect((await copylint(root, ['.', '--fix'])).status).toBe(0)
  expect(read('b.md')).toBe(read('a.txt'))
  expect(read('c.html')).toBe(html(read('a.txt')))
})

test('a page in GBK, whatever it says of itself', async () => {
  const page = Buffer.from('<meta charset="big5"><p>', 'latin1')
  // 新桥 in GBK, twice
  const words = Buffer.from([0xd0, 0xc2, 0xc7, 0xc5])
  const {root} = folder({'a.html': Buffer.concat([page, words, Buffer.from('</p>')])})
  const {out} = await copylint(root, ['a.html', '--tree'])
  expect(out).toContain('"新桥"')
})

test('standard input goes by its name, and by what is in it', async () => {
  const {root} = folder()
  const tree = async (input: string, ...args: string[]) => (await copylint(root, ['-', '--tree', ...args], {input})).out
  expect(await tree('<b>新</b>桥', '--stdin-filename', 'a.html')).toContain('"新桥"')
  expect(await tree('新**桥**', '--stdin-filename', 'a.md')).toContain('"新桥"')
  expect(await tree(' <!DOCTYPE html><p>新<b>桥')).toContain('"新桥"')
  expect(await tree('<b>新</b>桥')).toContain('"<b>新</b>桥"')
})

test('--tree of a format of a plugin', async () => {
  const {root} = folder({
    '.lintrc.json': '{"plugins": ["./story.js"]}',
    'story.js': plugin,
    'a.story': '@headline 新桥\n通车了。\n'
  })
  expect((await copylint(root, ['a.story', '--tree'])).out).toMatch(/ParagraphNode\(headline\).*"新桥"/)
})

test('what is nested without end is refused, and the others are linted', async () => {
  const {root} = folder({'a.html': '<div>'.repeat(100_000), 'b.txt': doubled})
  const {status, err, out} = await copylint(root, ['.', '--lang', 'en', ...json])
  expect(status).toBe(2)
  expect(err).toMatch(/^a\.html: the elements of this HTML file lie in one another more than 512 deep[^\n]*\n$/)
  expect(paths(out)).toEqual(['a.html', 'b.txt'])
})

test('a file whose name looks like an option', async () => {
  const {root} = folder()
  expect((await copylint(root, ['-a.html', '--lang', 'en'])).err).toContain('if it is a file, write ./-a.html')
})
