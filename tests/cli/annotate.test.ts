import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readWord} from '../../src/formats/word/read.ts'
import {commentsIn} from '../formats/word/comments.ts'
import {partsOf, wordFileOf} from '../formats/word/file.ts'
import {clean, copylint, doubled, folder} from './command.ts'

const page = wordFileOf(doubled)
/** Its second paragraph is printed twice, and a word is doubled. */
const two = wordFileOf(doubled.replace('施工期间', '施工期间期间的的'))

describe('copylint page.docx --annotate out.docx', () => {
  test('writes the file with a comment for each finding, on its words, and reports as always', async () => {
    const {root, bytes} = folder({'page.docx': page})
    const plain = await copylint(root, ['page.docx', '--no-config', '--lang', 'zh'])
    const done = await copylint(root, ['page.docx', '--no-config', '--lang', 'zh', '--annotate', 'out.docx'])
    expect(done.out).toBe(plain.out)
    expect(done.status).toBe(1)
    expect(done.err).toBe('copylint: 加了 1 条批注：out.docx\n')
    expect(Uint8Array.from(bytes('page.docx'))).toEqual(page)
    expect(commentsIn(bytes('out.docx'))).toEqual([
      {
        author: 'copylint',
        words: '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。',
        text: [
          '错误：“镇里请来的…样铺回去。”一段与第5段重复',
          expect.stringMatching(/^\S{5,}。$/),
          expect.stringMatching(/^\S{5,}。$/),
          '先排在这里：第5段“镇里请来的石匠邱三水说，桥面…编号，修好以后照原样铺回去。”',
          '两处一字不差。',
          '改法（--fix 可自动改）：删去后排的文字',
          '规则：repeated-paragraph'
        ]
      }
    ])
    expect(readWord(bytes('out.docx')).copy).toBe(readWord(page).copy)
  })

  test('in the language of the report', async () => {
    const {root, bytes} = folder({'page.docx': page})
    const {err} = await copylint(root, ['page.docx', '--no-config', '--lang', 'en', '--annotate', 'out.docx'])
    expect(err).toBe('copylint: 1 comment: out.docx\n')
    const [comment] = commentsIn(bytes('out.docx'))
    expect(comment?.text[0]).toMatch(/^Error: The paragraph “.*” repeats paragraph 5$/)
    expect(comment?.text).toContain('Word for word the same.')
    expect(comment?.text).toContainEqual(expect.stringMatching(/^Printed first here: paragraph 5 “/))
  })

  test('a file without findings comes out as it is', async () => {
    const {root, bytes} = folder({'page.docx': wordFileOf(clean)})
    const {status, err} = await copylint(root, ['page.docx', '--no-config', '--lang', 'zh', '--annotate', 'out.docx'])
    expect([status, err]).toEqual([0, 'copylint: 没有要加的批注，原样写出：out.docx\n'])
    expect(bytes('out.docx')).toEqual(bytes('page.docx'))
  })

  test('over a file that is there; a second time over its own', async () => {
    const {root, bytes} = folder({'page.docx': page, 'out.docx': 'old'})
    const args = ['--no-config', '--annotate', 'out.docx']
    await copylint(root, ['page.docx', ...args])
    const first = bytes('out.docx')
    expect(commentsIn(first)).toHaveLength(1)
    await copylint(root, ['page.docx', ...args])
    expect(bytes('out.docx')).toEqual(first)
    // and of an annotated file: as many comments as before. Paragraphs with comments are mended by hand: that mend is not offered
    await copylint(root, ['out.docx', '--no-config', '--annotate', 'again.docx'])
    const [again, before] = [partsOf(bytes('again.docx')), partsOf(first)]
    expect(again['word/document.xml']).toBe(before['word/document.xml'])
    expect(again['word/comments.xml']).toBe(
      before['word/comments.xml']?.replace(/<w:p>(?:(?!<w:p>).)*--fix.*?<\/w:p>/, '')
    )
  })

  test('with --quiet comments on errors only', async () => {
    const {root, bytes} = folder({'page.docx': two})
    const rule = ['--rule', 'repeated-paragraph:warning', '--no-config', '--annotate', 'out.docx']
    await copylint(root, ['page.docx', ...rule])
    const all = commentsIn(bytes('out.docx')).map(({words}) => words.slice(0, 4))
    await copylint(root, ['page.docx', ...rule, '--quiet'])
    const errors = commentsIn(bytes('out.docx')).map(({words}) => words.slice(0, 4))
    expect(all).toEqual(['镇里请来', ...errors])
    expect(errors.length).toBeGreaterThan(0)
  })

  test('with --fix the mended file, with comments on what is left', async () => {
    const {root, bytes} = folder({'page.docx': wordFileOf(`${doubled}\n为了为了他，镇里的“灯会照常。\n`)})
    const {err} = await copylint(root, ['page.docx', '--no-config', '--lang', 'zh', '--fix', '--annotate', 'out.docx'])
    expect(err).toMatch(/^copylint: 改了 \d 处：page\.docx\ncopylint: 加了 \d 条批注：out\.docx\n$/)
    const mended = readWord(bytes('page.docx')).copy
    expect(readWord(bytes('out.docx')).copy).toBe(mended)
    expect(mended.match(/邱三水/g)).toHaveLength(1)
    const left = commentsIn(bytes('out.docx'))
    expect(left.length).toBeGreaterThan(0)
    expect(left.some(({words}) => words.includes('邱三水'))).toBe(false)
  })

  test('from standard input, to standard output', async () => {
    const {root, bytes} = folder({'out.docx': ''})
    const args = ['-', '--stdin-filename', 'page.docx', '--no-config']
    expect((await copylint(root, [...args, '--annotate', 'out.docx'], {input: page})).status).toBe(1)
    expect(commentsIn(bytes('out.docx'))).toHaveLength(1)
    const {status, err} = await copylint(root, [...args, '--annotate', '-', '--output', 'report.txt', '--lang', 'zh'], {
      input: page
    })
    expect([status, err]).toEqual([1, 'copylint: 加了 1 条批注：标准输出\n'])
  })

  test.each([[['--cache']], [['--format', 'ndjson']], [['--format', 'ndjson', '--output', 'r.ndjson', '--cache']]])(
    'the same comments with %j, and again',
    async (more) => {
      const {root, bytes} = folder({'page.docx': two})
      const args = ['page.docx', '--no-config', '--annotate']
      await copylint(root, [...args, 'out.docx'])
      expect(commentsIn(bytes('out.docx')).length).toBeGreaterThan(1)
      for (const name of ['1.docx', '2.docx']) {
        await copylint(root, [...args, name, ...more])
        expect(bytes(name)).toEqual(bytes('out.docx'))
      }
    }
  )

  test('beside other copy, on another page of the issue', async () => {
    const {root, bytes} = folder({'1.docx': page, '2.txt': doubled})
    const args = ['--issue', '1.docx', '2.txt', '--no-config', '--lang', 'zh', '--annotate', 'out.docx']
    const {out} = await copylint(root, [...args, '--format', 'json'])
    const [first] = JSON.parse(out) as {messages: {related: {path?: string}[]}[]}[]
    expect(commentsIn(bytes('out.docx'))).toHaveLength(first?.messages.length ?? 0)
  })
})

describe('what cannot be is said in one sentence, and nothing is written', () => {
  const files = {'page.docx': page, '2.docx': page, 'page.txt': doubled, 'page.docm': page}
  test.each([
    [['page.txt', '--annotate', 'out.docx'], '给出的文件里没有 Word 文件'],
    [
      ['page.docx', '2.docx', '--annotate', 'out.docx'],
      '一次只给一个 Word 文件加批注，给出的有 2 个：page.docx、2.docx'
    ],
    [['page.docx', '--annotate', 'page.docx'], '不能写进要检查的文件 page.docx'],
    [['page.docx', 'page.txt', '--annotate', 'page.txt'], '不能写进要检查的文件 page.txt'],
    [['page.docx', '--annotate', 'link.docx'], '不能写进要检查的文件 link.docx'],
    [['page.docx', '--annotate', 'r.docx', '--report', 'json=r.docx'], '不能写进同一个地方：r.docx'],
    [['page.docx', '--annotate', '-'], '不能写进同一个地方：标准输出'],
    [['page.docx', '--annotate', 'out.txt'], '要以 .docx 结尾，现在是“out.txt”'],
    [['page.docm', '--annotate', 'out.docx'], '要以 .docm 结尾，现在是“out.docx”'],
    [['page.docx', '--annotate', 'no/out.docx'], '写不进 no/out.docx'],
    [['page.docx', '--annotate', 'out.docx', '--fix-dry-run'], '--fix-dry-run 什么文件都不写'],
    [['page.docx', '--annotate', ''], '要以 .docx 结尾，现在是“”']
  ])('%j', async (args, sentence) => {
    const {root, bytes} = folder(files)
    symlinkSync('page.docx', join(root, 'link.docx'))
    const {status, err, out} = await copylint(root, [...args, '--no-config', '--lang', 'zh', '--fix'])
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect([status, out]).toEqual([2, ''])
    for (const [name, content] of Object.entries(files)) expect(`${bytes(name)}`).toBe(`${Buffer.from(content)}`)
    expect(() => readFileSync(join(root, 'out.docx'))).toThrow()
  })

  test('a file that cannot be read', async () => {
    const {root} = folder({'page.docx': page.slice(0, 500)})
    const {status, err} = await copylint(root, ['page.docx', '--no-config', '--lang', 'zh', '--annotate', 'out.docx'])
    expect(status).toBe(2)
    expect(err).toMatch(/这个 Word 文件坏了[\s\S]*copylint: page\.docx 没有检查成，没有写 out\.docx\n$/)
    expect(() => readFileSync(join(root, 'out.docx'))).toThrow()
  })

  test('comments in the file that cannot be read', async () => {
    const marked = folder({'page.docx': page})
    await copylint(marked.root, ['page.docx', '--no-config', '--annotate', 'out.docx'])
    const {zip} = await import('../formats/word/build.ts')
    const broken = zip({...partsOf(marked.bytes('out.docx')), 'word/comments.xml': '<w:comments author="copylint">'})
    const {root} = folder({'page.docx': broken})
    const {status, err, out} = await copylint(root, [
      'page.docx',
      '--no-config',
      '--lang',
      'zh',
      '--annotate',
      'o.docx'
    ])
    expect(status).toBe(2)
    expect(out).toContain('repeated-paragraph')
    expect(err).toContain('没有写 o.docx：这个 Word 文件坏了（word/comments.xml 第 1 行的 XML 有错）')
  })
})
