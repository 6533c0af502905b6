import * as v from 'valibot'
import {readData} from '../config/data.ts'
import {mistakesIn} from '../config/mistakes.ts'
import type {Texts} from '../rule/rule.ts'
import {fromFingerprint} from './fingerprint.ts'
import type {Entry} from './suppress.ts'

/** The form of the file. A later copylint may have another. */
const version = 1

const schema = v.strictObject({
  version: v.number(),
  files: v.record(
    v.string(),
    v.array(
      v.strictObject({
        rule: v.string(),
        text: v.optional(v.string()),
        reason: v.optional(v.string()),
        with: v.optional(v.array(v.string())),
        fingerprint: v.string()
      })
    )
  )
})

/** Reads a baseline. Says what is wrong with it, each with its place; nothing of it holds then. */
export async function parseBaseline(
  path: string,
  text: string
): Promise<{readonly files: ReadonlyMap<string, readonly Entry[]>; readonly mistakes: readonly Texts[]}> {
  if (text.trim() === '') return {files: new Map(), mistakes: []}
  const own = ownFiles(text)
  if (own) return {files: own, mistakes: []}
  const {value, mistakes, placeOf} = await readData({path: '.json', text})
  const at = ({line = 1, column = 1}: {line?: number; column?: number}, {zh, en}: Texts): Texts => {
    const place = `${path}:${line}:${column}`
    return {zh: `${place}: ${zh}`, en: `${place}: ${en}`}
  }
  const conflict = /^(?:<{7}|={7}|>{7})(?=[ \r\n])/m.exec(text)
  if (conflict)
    return {files: new Map(), mistakes: [at({line: text.slice(0, conflict.index).split('\n').length}, noMerge)]}
  const wrong: Texts[] = mistakes
    .slice(0, mostTold)
    .map((it) => at(it, {zh: `${it.zh}；${wayOut.zh}`, en: `${it.en}; ${wayOut.en}`}))
  if (wrong.length === 0) {
    const now = (value as {version?: unknown} | undefined)?.version
    if (typeof now === 'number' && now !== version) {
      const texts = {
        zh: `这份基线是另一个版本的 copylint 写的（version ${now}，本版是 ${version}）；请升级 copylint，或删去它重做`,
        en: `another version of copylint wrote this baseline (version ${now}, this one knows ${version}); update copylint, or delete it and make it anew`
      }
      return {files: new Map(), mistakes: [at(placeOf(['version']), texts)]}
    }
    for (const {path: keys, part, ...texts} of mistakesIn(schema, value)) {
      wrong.push(at(placeOf(keys, part), texts))
      if (wrong.length >= mostTold) break
    }
  }
  if (wrong.length > 0) return {files: new Map(), mistakes: wrong}
  const {files} = value as {files: Readonly<Record<string, readonly Partial<Entry>[]>>}
  const read = new Map<string, Entry[]>()
  for (const [file, entries] of Object.entries(files)) {
    for (const [index, {fingerprint = ''}] of entries.entries()) {
      if (wrong.length < mostTold && !fromFingerprint(fingerprint))
        wrong.push(at(placeOf(['files', file, index, 'fingerprint']), noFingerprint))
    }
    read.set(
      file,
      entries.map(({rule = '', text = '', fingerprint = '', ...rest}) => ({...rest, rule, text, fingerprint}))
    )
  }
  return {files: wrong.length > 0 ? new Map() : read, mistakes: wrong}
}

/** What copylint itself has written, to the byte, has no mistakes: a hundred thousand entries are read in a fraction of a second. */
function ownFiles(text: string): Map<string, readonly Entry[]> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!v.is(schema, value)) return undefined
    const files = new Map(
      Object.entries(value.files).map(([file, entries]) => [
        file,
        entries.map((it) => ({...it, text: it.text ?? ''}) as Entry)
      ])
    )
    const isSound = [...files.values()].every((list) => list.every((it) => fromFingerprint(it.fingerprint)))
    return isSound && printBaseline(files) === text.replace(/\r\n/g, '\n') ? files : undefined
  } catch {
    return undefined
  }
}

/** A file that was cut or mended by hand may have thousands of mistakes; the first few tell what happened. */
const mostTold = 10

const noMerge: Texts = {
  zh: '这里是合并时留下的冲突标记；两边的行都可以留下，把标记删去就行',
  en: 'a merge has left its marks here; keep the lines of both sides, and delete the marks'
}

const wayOut: Texts = {
  zh: '请取回原来的文件，或删去它，再用 --update-baseline 重做',
  en: 'take the file as it was before, or delete it and run --update-baseline'
}

const noFingerprint: Texts = {
  zh: '这个 fingerprint 写坏了；请删去这一项，再用 --update-baseline 重写',
  en: 'this fingerprint is damaged; delete the entry and run --update-baseline again'
}

/** A baseline as it is written: sorted, an entry a line, so that a difference shows what was accepted and what is gone. */
export function printBaseline(files: ReadonlyMap<string, readonly Entry[]>): string {
  const parts = [...files]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([file, entries]) => `    ${print(file)}: [\n${entries.map(toLine).sort(compare).join(',\n')}\n    ]`)
  return `{\n  "version": ${version},\n  "files": {${parts.length > 0 ? `\n${parts.join(',\n')}\n  ` : ''}}\n}\n`
}

function toLine({rule, text, reason, with: others, fingerprint}: Entry): string {
  const entry = {
    rule,
    ...(text !== '' && {text}),
    ...(reason !== undefined && {reason}),
    ...(others && {with: others}),
    fingerprint
  }
  return `      {${Object.entries(entry)
    .map(([key, value]) => `"${key}": ${print(value)}`)
    .join(', ')}}`
}

/** What does not show is written as an escape: a reader of the file must see it. */
const print = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
