import {headingMarks, toBlock} from 'copylint'
import {expect, test} from 'vitest'
import {parsePage} from '../../src/parse/parse.ts'
import {issueOf} from '../analysis/pages.ts'

test.each([
  ['## 引水渠全线通水', '##'],
  ['  ＃＃　引水渠全线通水', '＃＃'],
  ['###### 引水渠全线通水  ', '######'],
  ['引水渠全线通水', undefined]
])('the marks of %j are %j', (line, marks) => {
  const source = `${line}\n\n本报讯（记者 林岚）渠水进村了。\n`
  const headline = issueOf(source).articles[0]?.headline
  if (!headline) throw new Error('a story without a head')
  const span = headingMarks(headline)
  expect(span && source.slice(span.start, span.end)).toBe(marks)
  expect(headline.text).toBe('引水渠全线通水')
})

test('a paragraph of no story is a block too', () => {
  const source = '# 头\n\n渠水进村了。\n\n扫一扫 关注我们  \n'
  const {children} = parsePage(source)
  const node = children.find((it) => it.type === 'ParagraphNode')
  if (!node) throw new Error('nothing stands outside of the story')
  expect(toBlock(node, source, 3)).toMatchObject({page: 3, text: '扫一扫 关注我们', role: 'furniture'})
})
