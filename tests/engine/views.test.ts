import type {Article, Block, Issue} from 'copylint'
import {isArticle, parsePage, toIssue} from 'copylint'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Outline} from '../../src/parse/outline.ts'

const source = `临溪日报

# 林州新桥今日通车

## 全长两千米

　　本报讯（记者 林岚）新桥今天通车。车来了！

<!-- copylint-disable -->

　　“真方便。”何大妈说。

扫一扫 关注我们

# The council met

The council met in the new hall. It said no.
`

/** The view of a page whose nodes somebody has read, and may have changed: it is made from them. */
function readIssue(text: string, outline?: Outline): Issue {
  const tree = parsePage(text, outline)
  expect(tree.children.length >= 0).toBe(true)
  return toIssue([{path: 'a.txt', source: text, tree}])
}

const issueOf = (text: string, outline?: Outline): Issue =>
  toIssue([{path: 'a.txt', source: text, tree: parsePage(text, outline)}])

/** All that a view says, its nodes too. */
function plain({pages, articles}: Issue) {
  const ofBlock = ({page, start, end, text, role, level, latin, node}: Block) => ({
    ...{page, start, end, text, role, level, latin, node}
  })
  const ofArticle = ({page, kickers, headline, decks, body, blocks, node}: Article) => ({
    ...{page, headline: headline && ofBlock(headline), node},
    ...{kickers: kickers.map(ofBlock), decks: decks.map(ofBlock), body: body.map(ofBlock), blocks: blocks.map(ofBlock)}
  })
  return {
    articles: articles.map(ofArticle),
    parts: pages.map(({parts}) => parts.map((part) => (isArticle(part) ? ofArticle(part) : ofBlock(part))))
  }
}

describe('the view of a page', () => {
  it('has the stories and what stands between them', () => {
    const [page] = issueOf(source).pages
    expect(page?.parts.map((part) => (isArticle(part) ? part.headline?.text : part.text))).toEqual([
      undefined,
      '林州新桥今日通车',
      '扫一扫 关注我们',
      'The council met'
    ])
  })

  it('says of a block what it is without its node', () => {
    const {articles} = issueOf(source)
    const headline = articles[1]?.headline
    expect([headline?.level, headline?.latin]).toEqual([1, false])
    expect([articles[1]?.decks[0]?.level, articles[1]?.body[0]?.level]).toEqual([2, 0])
    expect(articles[2]?.body[0]?.latin).toBe(true)
  })

  it('has the nodes of the tree, the very same ones', () => {
    const {pages, articles} = issueOf(source)
    const node = articles[1]?.body[0]?.node
    expect(node?.children.map(({type}) => type)).toEqual(['WhiteSpaceNode', 'SentenceNode', 'SentenceNode'])
    const story = pages[0]?.tree.children.filter(({type}) => type === 'ArticleNode')[1]
    expect(articles[1]?.node).toBe(story)
    expect(articles[1]?.node.children.includes(node as never)).toBe(true)
  })

  it('is the same whether the nodes of the tree were read before or not', () => {
    const pieces = [
      ...source.split('\n'),
      '# ',
      '## ',
      '\n',
      '\n\n',
      '\r\n',
      '\u2028',
      '　',
      '\u180e',
      'a b. C d',
      '---',
      '第三版'
    ]
    const outline: Outline = {
      marks: false,
      lines: [
        {start: 0, level: 1},
        {start: 12, role: 'caption'}
      ]
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), fc.boolean(), (parts, outlined) => {
        const text = parts.join('')
        const known = outlined ? outline : undefined
        expect(plain(issueOf(text, known))).toEqual(plain(readIssue(text, known)))
      })
    )
  })

  it('sees what a plugin has made of the tree', () => {
    const tree = parsePage(source)
    tree.children = tree.children.filter(({type}) => type === 'ArticleNode').slice(1)
    const {articles, pages} = toIssue([{path: 'a.txt', source, tree}])
    expect(articles.map(({headline}) => headline?.text)).toEqual(['林州新桥今日通车', 'The council met'])
    expect(pages[0]?.parts).toEqual(articles)
  })

  it('cannot be changed where the tree is frozen', () => {
    const tree = parsePage(source)
    Object.freeze(tree)
    expect(() => {
      tree.children = []
    }).toThrow(TypeError)
    expect(tree.children.length).toBeGreaterThan(0)
  })

  it('is of plain data where the tree is copied', () => {
    expect(structuredClone(parsePage(source))).toEqual(JSON.parse(JSON.stringify(parsePage(source))))
  })
})
