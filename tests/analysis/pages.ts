import {parsePage, toIssue} from 'copylint'
import fc from 'fast-check'
import type {Issue} from '../../src/tree/issue.ts'

/** An issue of the pages given, parsed as the command parses them. */
export const issueOf = (...sources: readonly string[]): Issue =>
  toIssue(sources.map((source, page) => ({path: `${page + 1}.txt`, source, tree: parsePage(source)})))

/**
 * An issue of one story with these paragraphs, and nothing else that has letters but its head.
 *
 * @throws where the parser sees other paragraphs: the test would be about something else
 */
export function storyOf(paragraphs: readonly string[]): Issue {
  const issue = issueOf(`# 岚\n\n${paragraphs.join('\n\n')}\n`)
  const seen = issue.articles.flatMap(({body}) => body.map(({text}) => text))
  if (seen.length !== paragraphs.length || seen.some((text, i) => text !== paragraphs[i])) {
    throw new Error(`The parser sees other paragraphs: ${JSON.stringify(seen).slice(0, 200)}`)
  }
  return issue
}

/** Letters as a string. */
export const wordsOf = (codes: Uint16Array): string => new TextDecoder('utf-16le').decode(codes)

/** A string as letters. */
export const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (it) => it.charCodeAt(0))

const plain = '春夏秋冬山川湖海松竹梅兰桃李杏桑麦稻粟豆桥路渠坝村镇街巷门窗灯火书画琴棋茶酒盐米牛羊马鹿鱼鸟花草'

/** Text of plain Han characters without marks: few of them, so that chance repeats are common. */
export const han = (minLength: number, maxLength: number, alphabet = plain): fc.Arbitrary<string> =>
  fc.string({unit: fc.constantFrom(...alphabet), minLength, maxLength})

/** Text in which no letter comes twice: only what a test plants is alike. */
export const distinct = (length: number, from = 0x4e00): string =>
  String.fromCharCode(...Array.from({length}, (_, i) => from + i))

/** A paragraph that the parser takes for nothing else. */
export const sentence = (text: string): string => `${text}。`
