import {retext} from 'retext'
import retextRepeatedWords from 'retext-repeated-words'
import {describe, expect, it} from 'vitest'
import {copyParser, parsePage} from '../../src/parse/plugin.ts'
import {printTree} from '../../src/tree/print.ts'

describe('copyParser', () => {
  it('is a parser for retext: plugins work on English copy, at the right places', async () => {
    const file = await retext()
      .use(copyParser)
      .use(retextRepeatedWords)
      .process('Council meets\n\nLONDON, March 3 — The council met\non the the bridge. It said no.\n')
    expect(file.messages.map(({place, ruleId}) => [ruleId, place])).toEqual([
      ['the', {start: {line: 4, column: 4, offset: 52}, end: {line: 4, column: 11, offset: 59}}]
    ])
    expect(String(file)).toContain('LONDON, March 3')
  })

  it('joins hard-wrapped lines of English copy, and parts paragraphs at blank lines', () => {
    const tree = parsePage(
      'Council meets\n\nBy Jane Doe\n\nThe council met\non the bridge.\n\nIt said no to all of the plans.\n'
    )
    const article = tree.children[0]
    expect(
      article?.type === 'ArticleNode' &&
        article.children.flatMap((it) => (it.type === 'ParagraphNode' ? [it.role] : []))
    ).toEqual(['headline', 'byline', 'body', 'body'])
  })

  it('has one text and no words in a sentence of Han script', () => {
    expect(
      printTree(
        parsePage('# 新桥今日通车\n\n　　“真方便。”何大妈说。车来了！\n'),
        '# 新桥今日通车\n\n　　“真方便。”何大妈说。车来了！\n'
      )
    ).toBe(
      `RootNode 1:1-4:1 0-28
  ArticleNode 1:1-3:18 0-27
    ParagraphNode(headline) 1:1-1:9 0-8 "# 新桥今日通车"
      SourceNode 1:1-1:3 0-2 "# "
      SentenceNode 1:3-1:9 2-8
        TextNode 1:3-1:9 2-8 "新桥今日通车"
    WhiteSpaceNode 1:9-3:1 8-10 "\\n\\n"
    ParagraphNode(body) 3:1-3:18 10-27 "　　“真方便。”何大妈说。车来了！"
      WhiteSpaceNode 3:1-3:3 10-12 "　　"
      SentenceNode 3:3-3:14 12-23
        TextNode 3:3-3:14 12-23 "“真方便。”何大妈说。"
      SentenceNode 3:14-3:18 23-27
        TextNode 3:14-3:18 23-27 "车来了！"
  WhiteSpaceNode 3:18-4:1 27-28 "\\n"
`
    )
  })

  it('is printed without control characters', () => {
    expect(printTree(parsePage('桥\u001b[31m通\u202e'), '桥\u001b[31m通\u202e')).toContain('"桥\\u{1b}[31m通\\u{202e}"')
  })
})
