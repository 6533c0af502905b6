// the ES modules by their path: the package's `main` is UMD, which bundlers cannot follow
import type {Node, ParseError} from 'jsonc-parser/lib/esm/main.js'
import {findNodeAtLocation, getNodeValue, parseTree} from 'jsonc-parser/lib/esm/main.js'
import type {Texts} from '../rule/rule.ts'

/** Something wrong at a UTF-16 offset of a config. */
export interface Fault {
  readonly offset: number
  readonly texts: Texts
}

/** A JSON document that may have comments and trailing commas, with the places of what it says. */
export interface Document {
  /** Undefined where the text is empty. */
  readonly value: unknown
  readonly faults: readonly Fault[]
  /** Where the value at a path begins (its key, with `key`); where the nearest thing around it does, if it is not there. */
  readonly offsetOf: (path: readonly (string | number)[], part?: 'key' | 'value') => number
}

/** What the parser's numbers mean (its enum exists for the compiler only). */
const syntax: Readonly<Record<number, Texts>> = {
  1: {
    zh: '这里有不认识的字（字符串要用英文双引号 " 括起来）',
    en: 'unexpected character (strings stand in double quotes)'
  },
  2: {zh: '数字的写法不对', en: 'this is not a number'},
  3: {zh: '这里应当是用英文双引号括起来的键', en: 'a key in double quotes is expected here'},
  4: {zh: '这里缺一个值', en: 'a value is expected here'},
  5: {zh: '键后面缺英文冒号 :', en: 'a colon is expected after the key'},
  6: {zh: '这里缺英文逗号 ,', en: 'a comma is expected here'},
  7: {zh: '缺右花括号 }', en: 'a closing brace } is missing'},
  8: {zh: '缺右方括号 ]', en: 'a closing bracket ] is missing'},
  9: {zh: '多出了内容', en: 'nothing more is expected here'},
  11: {zh: '注释没有结束', en: 'this comment does not end'},
  12: {zh: '字符串没有结束，缺右边的双引号', en: 'this string does not end: a double quote is missing'},
  13: {zh: '数字没有写完', en: 'this number does not end'},
  14: {zh: '\\u 后面应当有四位十六进制数', en: 'four hexadecimal digits must follow \\u'},
  15: {zh: '反斜杠后面的字不对（路径请用 / ）', en: 'invalid escape after a backslash (use / in paths)'},
  16: {zh: '字符串里有控制符', en: 'a control character stands in this string'}
}

const other: Texts = {zh: 'JSON 写得不对', en: 'this is not JSON'}

/** Reads JSON with comments and trailing commas; tells of every fault and of keys that are written twice. */
export function parseJsonc(text: string): Document {
  const errors: ParseError[] = []
  // an order mark is no part of the document
  const start = text.startsWith('\ufeff') ? 1 : 0
  const root = parseTree(text.slice(start), errors, {allowTrailingComma: true})
  const faults = errors.map(({error, offset}) => ({offset: offset + start, texts: syntax[error] ?? other}))
  return {
    value: root && getNodeValue(root),
    // one fault is followed by others that it has caused
    faults:
      faults.length > 0
        ? faults.slice(0, 1)
        : root
          ? [...doubled(root)].map((it) => ({...it, offset: it.offset + start}))
          : [],
    offsetOf: (path, part = 'value') => start + (root ? find(root, path, part) : 0)
  }
}

function find(root: Node, path: readonly (string | number)[], part: 'key' | 'value'): number {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (!node) continue
    const isProperty = length === path.length && part === 'key' && node.parent?.type === 'property'
    return isProperty ? (node.parent?.offset ?? node.offset) : node.offset
  }
  return root.offset
}

function* doubled(node: Node): Generator<Fault> {
  const seen = new Set<string>()
  for (const child of node.children ?? []) {
    if (node.type === 'object') {
      const key = child.children?.[0]
      const name = String(key?.value)
      if (seen.has(name)) yield {offset: child.offset, texts: {zh: `“${name}”写了两次`, en: `“${name}” is set twice`}}
      seen.add(name)
    }
    yield* doubled(child)
  }
}
