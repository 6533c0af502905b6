import {parsePage, sentenceAt, toIssue, words} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createUse} from '../../src/rule/use.ts'
import type {Block} from '../../src/tree/issue.ts'
import {issueOf, storyOf} from './pages.ts'

const pieces = [
  '渡轮靠岸',
  '“上来吧！”',
  '他说',
  '。',
  '！',
  '？',
  '……',
  ' ',
  '\u3000',
  '，',
  'It docked. ',
  'No. 3',
  '（完）'
]
const paragraph = fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 40}).map((parts) => parts.join(''))

/** The sentence that an offset lies in, found by looking at each. */
const lookThrough = ({node}: Block, offset: number) =>
  node.children.find(
    ({type, position}) =>
      type === 'SentenceNode' &&
      (position?.start.offset ?? Infinity) <= offset &&
      offset < (position?.end.offset ?? -Infinity)
  )

describe('sentenceAt', () => {
  test('gives the sentence that an offset of the page lies in', () => {
    const source = '# 渡轮首航\n\n渡轮靠岸了。“上来吧！”船长说。人们上了船。\n'
    const issue = issueOf(source)
    const [body] = issue.articles[0]?.body ?? []
    if (!body) throw new Error('a story without a body')
    const at = (word: string) => {
      const {start, end} = sentenceAt(body, source.indexOf(word))?.position ?? {}
      return source.slice(start?.offset, end?.offset)
    }
    expect(at('靠岸')).toBe('渡轮靠岸了。')
    expect(at('渡轮靠')).toBe('渡轮靠岸了。')
    expect(at('船长')).toContain('船长说。')
    expect(at('船。')).toBe('人们上了船。')
  })

  test('finds by halving what looking at each sentence finds', () => {
    fc.assert(
      fc.property(fc.array(paragraph, {minLength: 1, maxLength: 4}), (paragraphs) => {
        const source = `# 渡轮首航\n\n${paragraphs.join('\n\n')}\n`
        for (const {blocks} of issueOf(source).articles) {
          for (const block of blocks) {
            for (let offset = block.start; offset < block.end; offset++) {
              expect(sentenceAt(block, offset)).toBe(lookThrough(block, offset))
            }
          }
        }
      })
    )
  })

  test('looks at few of many sentences', () => {
    const [body] = storyOf(['渡轮靠岸了。'.repeat(4000)]).articles[0]?.body ?? []
    if (!body) throw new Error('a story without a body')
    let looked = 0
    const children = body.node.children.map((child) => ({
      ...child,
      get position() {
        looked++
        return child.position
      }
    })) as unknown as Block['node']['children']
    const found = sentenceAt({...body, node: {...body.node, children}}, body.start + 6 * 2718 + 3)
    expect(found?.position?.start.offset).toBe(body.start + 6 * 2718)
    expect(looked).toBeLessThan(30)
  })
})

describe('words', () => {
  const breaksOf = (source: string) => {
    const use = createUse()
    const issue = toIssue([{path: '', source, tree: parsePage(source)}])
    const blocks = issue.articles.flatMap((article) => article.body)
    return {
      use,
      blocks,
      mayBreak: (block: Block, offset: number) => {
        const sentence = sentenceAt(block, offset)
        return sentence === undefined ? undefined : use(words, sentence)(offset)
      }
    }
  }

  test('says where words begin, in offsets of the page', () => {
    const source = '# 渡轮首航\n\n天亮了。老师和学生上了船。\n'
    const {
      blocks: [body],
      mayBreak
    } = breaksOf(source)
    if (!body) throw new Error('a story without a body')
    const at = source.indexOf('老师')
    expect([at, at + 1, at + 2, at + 3, at + 4].map((offset) => mayBreak(body, offset))).toEqual([
      true, // |老师
      false, // 老|师
      true, // 老师|和
      true, // 和|学生
      false // 学|生
    ])
  })

  test('a sentence begins and ends with a word, and no character is cut in two', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const {use, blocks} = breaksOf(`# 渡轮首航\n\n𠮷家村${text}𠮷家村。\n`)
        for (const block of blocks) {
          for (const sentence of block.node.children) {
            if (sentence.type !== 'SentenceNode') continue
            const start = sentence.position?.start.offset ?? -1
            const end = sentence.position?.end.offset ?? -1
            const mayBreak = use(words, sentence)
            expect([start - 1, start, end, end + 1].map(mayBreak)).toEqual([false, true, true, false])
            for (let i = start; i < end; i++) {
              const unit = block.text.charCodeAt(i - block.start)
              if (unit >= 0xdc00 && unit <= 0xdfff) expect(mayBreak(i)).toBe(false)
            }
          }
        }
      })
    )
  })
})
