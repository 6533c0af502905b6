import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {readWord} from '../../src/formats/word/read.ts'
import {docx, p, style, styled, t} from '../formats/word/build.ts'
import {copylint, doubled, folder} from './command.ts'

/** A page of plain text as a Word file: a paragraph a line; heads in styles where it has marks, unless they are to be left as they are. */
function toWord(text: string, heads: 'styles' | 'marks' = 'styles'): Uint8Array {
  const lines = text.replace(/\n$/, '').split('\n')
  const body = lines.map((line) => {
    const [, marks, words] = /^(#{1,6}) (.*)$/.exec(line) ?? []
    return marks && words && heads === 'styles' ? styled(`${marks.length}`, words) : p(line)
  })
  const styles = [1, 2, 3, 4, 5, 6].map((level) => style(`${level}`, `heading ${level}`)).join('')
  return docx({body: body.join(''), styles})
}

type Place = {readonly line: number; readonly column: number; readonly offset: number}
type Message = {
  readonly ruleId: string
  readonly place: {readonly start: Place; readonly end: Place}
  readonly related?: readonly Message[]
}

interface Report {
  readonly path: string
  readonly messages: readonly Message[]
}

/** What is found, by file, with the words it is found on. */
async function found(cwd: string, files: readonly string[], copyOf: (file: string) => string): Promise<string[][]> {
  const {out} = await copylint(cwd, ['--format', 'json', '--rule', 'inconsistent-term:info', ...files])
  return (JSON.parse(out) as Report[]).map(({path, messages}) => {
    const copy = copyOf(path)
    const words = ({place: {start, end}}: Pick<Message, 'place'>) => copy.slice(start.offset, end.offset)
    return messages.map((it) => `${it.ruleId} ${words(it)} ${it.related?.map(words).join(' / ') ?? ''}`)
  })
}

const paragraph = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。'

describe('Word files', () => {
  test('have the findings of the text, on the same words', async () => {
    const pages = join(import.meta.dirname, '../../fixtures')
    const texts = readdirSync(pages, {recursive: true, encoding: 'utf8'})
      .filter((it) => it.endsWith('.txt') && !it.includes('gb18030'))
      .sort()
      .map((it) =>
        readFileSync(join(pages, it), 'utf8')
          .replaceAll(/⟦(?:[\w#-]+\|)?|⟧/g, '')
          .replace(/\n*$/, '\n')
      )
    const files = (ending: string) => texts.map((_, i) => `${i + 100}${ending}`)
    const all = (ending: string, make: (text: string) => string | Uint8Array) =>
      texts.map((text, i) => [`${i + 100}${ending}`, make(text)] as const)
    const {root, bytes} = folder(
      Object.fromEntries([
        ...all('.txt', (it) => it),
        ...all('.docx', (it) => toWord(it)),
        ...all('-marks.docx', (it) => toWord(it, 'marks'))
      ])
    )
    const inTexts = await found(root, files('.txt'), (file) => texts[Number.parseInt(file, 10) - 100] ?? '')
    expect(inTexts.flat().length).toBeGreaterThan(50)
    const inWord = (ending: string) => found(root, files(ending), (file) => readWord(bytes(file)).copy)
    expect(await inWord('-marks.docx')).toEqual(inTexts)
    // this rule points at the marks, which heads in styles have none of
    const others = (list: readonly string[][]) =>
      list.map((it) => it.filter((line) => !line.startsWith('heading-level')))
    expect(others(await inWord('.docx'))).toEqual(others(inTexts))
  })

  test('the line is the paragraph’s number', async () => {
    const {root} = folder({'a.docx': toWord(doubled)})
    const {out} = await copylint(root, ['--format', 'json', 'a.docx'])
    expect(JSON.parse(out)[0].messages[0].place).toMatchObject({
      start: {line: 7, column: 1},
      end: {line: 7, column: 40}
    })
  })

  test('are known by what is in them', async () => {
    const {root} = folder({'a.doc': toWord(doubled), 'b.txt': toWord(doubled), page: toWord(doubled)})
    const {status, out, err} = await copylint(root, ['a.doc', 'b.txt', 'page', '--format', 'json'])
    expect(JSON.parse(out).map((it: {messages: unknown[]}) => it.messages.length)).toEqual([1, 1, 1])
    expect({status, err}).toEqual({status: 1, err: ''})
  })

  test('from standard input', async () => {
    const {root} = folder()
    const {status, out} = await copylint(root, ['-', '--format', 'json', '--stdin-filename', 'a.docx'], {
      input: toWord(doubled)
    })
    expect(JSON.parse(out)[0].messages).toHaveLength(1)
    expect(status).toBe(1)
  })

  test('are found in folders, but for what Word puts beside them', async () => {
    const lock = Buffer.alloc(162, 7)
    const {root} = folder({'b/a.docx': toWord(doubled), 'b/~$a.docx': lock, 'b/c.docm': toWord(doubled)})
    for (const what of ['b', 'b/*.doc?']) {
      const {out} = await copylint(root, [what, '--format', 'json'])
      expect(JSON.parse(out).map(({path}: {path: string}) => path)).toEqual(['b/a.docx', 'b/c.docm'])
    }
    // as a shell's *.docx does
    const {status, err} = await copylint(root, ['b/a.docx', 'b/~$a.docx', '--lang', 'en'])
    expect(status).toBe(2)
    expect(err).toMatch(/^b\/~\$a\.docx: Word keeps this file beside a page that is open.*\n$/)
  })

  test('one that cannot be read is said in a line, and takes no other down', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le')
    ])
    const {root} = folder({'a.docx': ole, 'b.docx': toWord(doubled), 'c.docx': toWord(doubled).slice(0, 900)})
    const {status, out, err} = await copylint(root, ['a.docx', 'b.docx', 'c.docx', '--lang', 'en', '--format', 'json'])
    expect(status).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^a\.docx: this Word file has a password; /),
      expect.stringMatching(/^c\.docx: this Word file is damaged \(its end is missing\); /)
    ])
    expect(JSON.parse(out)[1].messages).toHaveLength(1)
  })

  test('old ones are to be saved as .docx, whatever they are called', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('WordDocument', 'utf16le')
    ])
    const {root} = folder({'a.doc': ole, 'b.wps': ole, 'c.docx': ole})
    const {err} = await copylint(root, ['a.doc', 'b.wps', 'c.docx', '--lang', 'zh'])
    expect(
      err
        .trim()
        .split('\n')
        .map((it) => it.replace(/^.*请/, ''))
    ).toEqual(new Array(3).fill('另存为 .docx 或纯文本（.txt，UTF-8）再检查。'))
  })
})

describe('--fix of Word files', () => {
  test('lines that Shift+Enter breaks are cut out with their breaks', async () => {
    const lines = doubled
      .replace(/^# /, '')
      .trimEnd()
      .split('\n')
      .filter((it) => it !== '')
    const pasted = (all: readonly string[]) => p(`<w:r>${all.map(t).join('<w:br/>')}</w:r>`)
    const {root, bytes} = folder({'a.docx': docx({body: pasted(lines)})})
    const {out} = await copylint(root, ['--format', 'json', 'a.docx'])
    expect(JSON.parse(out)[0].messages).toMatchObject([
      {ruleId: 'repeated-paragraph', place: {start: {line: 1}}, related: [{place: {start: {line: 1}}}]}
    ])
    await copylint(root, ['--fix', 'a.docx'])
    expect(readWord(bytes('a.docx')).copy).toBe(`${[...new Set(lines)].join('\u2028')}\n`)
  })

  test('writes the file: nothing but the words is changed', async () => {
    const before = toWord(doubled)
    const {root, bytes} = folder({'a.docx': before})
    const {status, err} = await copylint(root, ['--fix', 'a.docx', '--lang', 'en'])
    expect({status, err}).toEqual({status: 0, err: 'copylint: 1 mended: a.docx\n'})
    expect(readWord(bytes('a.docx')).copy).toBe(doubled.replace(/^# /, '').replace(`${paragraph}\n\n`, ''))
    const [was, is] = [unzipSync(before), unzipSync(bytes('a.docx'))]
    expect(Object.keys(is)).toEqual(Object.keys(was))
    for (const name of Object.keys(was).filter((it) => it !== 'word/document.xml')) expect(is[name]).toEqual(was[name])
    const after = bytes('a.docx')
    await copylint(root, ['--fix', 'a.docx'])
    expect(bytes('a.docx').equals(after)).toBe(true)
  })

  test('mends widths, joins what is broken, cuts what is twice', async () => {
    const night = toWord(
      '# 松岭镇召开水利工作会议 部署冬修\n\n本报讯(记者林岚 通讯员何苗)11月28日,松岭镇召开水利工作会议,研究冬修 方案。\n\n会议指出,镇里先后察看了东桥、西桥、南桥等施\n\n工现场,施工现场由水利站派人看守(白天两人,夜里三人)。\n\n会议还研究了其他事项。韦青、周启出席会议。\n\n会议还研究了其他事项。韦青、周启出席会议。\n'
    )
    const {root, bytes} = folder({'a.docx': night})
    await copylint(root, ['--fix', 'a.docx'])
    expect(readWord(bytes('a.docx')).copy).toBe(
      '松岭镇召开水利工作会议 部署冬修\n\n本报讯（记者林岚 通讯员何苗）11月28日，松岭镇召开水利工作会议，研究冬修 方案。\n\n会议指出，镇里先后察看了东桥、西桥、南桥等施工现场，施工现场由水利站派人看守（白天两人，夜里三人）。\n\n会议还研究了其他事项。韦青、周启出席会议。\n'
    )
  })

  test('a dry run shows what would change, and writes nothing', async () => {
    const before = toWord(doubled)
    const {root, bytes} = folder({'a.docx': before})
    const {out} = await copylint(root, ['--fix-dry-run', 'a.docx'])
    expect(out).toContain(`-${paragraph}\n`)
    expect(bytes('a.docx').equals(before)).toBe(true)
  })

  test('a mend that a picture stands in the way of is left to be made by hand', async () => {
    const body =
      p('本报讯 海棠镇的老石桥昨天开始修缮，三个月后完工。') +
      p(paragraph) +
      p(`<w:r><w:drawing/></w:r><w:r><w:t>${paragraph}</w:t></w:r>`)
    const {root, bytes} = folder({'a.docx': docx({body})})
    const before = bytes('a.docx')
    const {status, err} = await copylint(root, ['--fix', 'a.docx', '--lang', 'en'])
    expect(bytes('a.docx').equals(before)).toBe(true)
    expect(err).toContain('a picture or markup stands within a mend of duplicate-closing')
    expect(status).toBeGreaterThan(0)
  })

  test('have paragraphs, not lines, in every report for people', async () => {
    const {root} = folder({'a.docx': toWord(doubled)})
    for (const format of ['pretty', 'text', 'html', 'sarif', 'junit', 'github']) {
      const {out} = await copylint(root, ['a.docx', '--lang', 'zh', '--format', format, '--score', '--no-color'])
      // of the style and the script of the page nothing is said
      const said = out.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
      expect(said, format).toContain('a.docx')
      expect(said, format).not.toMatch(/第 ?\d+ ?行|^ *行 /m)
      expect(said, format).toMatch(/第\d+段/)
    }
  })
})
