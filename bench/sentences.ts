import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ActiveRule, Found} from '../src/index.ts'
import {lint} from '../src/index.ts'
import {activeRules} from './active.ts'

/** What stands before each sentence, so that it is read as the body of a story. */
const head = '# 标题标题标题\n\n'
/** How much of the sentence is shown on each side of a finding, in UTF-16 units. */
const context = 25

/** A line of a file: a sentence as it was written, and as it should be (null where nobody says); the same where nothing is wrong. */
interface Sentence {
  readonly src: string
  readonly trg: string | null
}

/**
 * What the rules say of sentences: of those that are right, false alarms; of those that are wrong, hits, which may be of another
 * slip than the one marked. Each is printed, to be read, then the shares by rule.
 *
 *     node scripts/run.mjs bench/sentences.ts FOLDER RULE…
 */
export async function main([folder, ...names]: readonly string[]): Promise<number> {
  if (folder === undefined || names.length === 0) {
    console.error('usage: node scripts/run.mjs bench/sentences.ts FOLDER RULE…')
    return 2
  }
  const rules = await activeRules(names)
  const sentences = readSentences(folder)
  const counts = new Map(names.map((name) => [name, {right: 0, wrong: 0}]))
  for (const {src, trg} of sentences) {
    const kind = src === trg ? 'right' : 'wrong'
    const found = findIn(src, rules)
    for (const it of found) console.log([kind, it.severity, it.ruleId, around(src, it)].join(' '))
    for (const name of new Set(found.map((it) => it.ruleId))) {
      const count = counts.get(name)
      if (count) count[kind]++
    }
  }
  const right = sentences.filter(({src, trg}) => src === trg).length
  const wrong = sentences.length - right
  for (const [name, count] of counts) {
    console.log(
      `${name}: ${share(count.right, right)} of the right sentences, ${share(count.wrong, wrong)} of the wrong`
    )
  }
  return 0
}

function readSentences(folder: string): Sentence[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines.flatMap((line) => {
    if (line === '') return []
    const {src, trg} = JSON.parse(line) as Sentence
    return [{src: src.replaceAll('\n', ''), trg: trg?.replaceAll('\n', '') ?? null}]
  })
}

const findIn = (sentence: string, rules: readonly ActiveRule[]): readonly Found[] =>
  lint([{path: 'sentence.txt', source: `${head}${sentence}\n`}], rules).findings

function around(sentence: string, {at}: Found): string {
  const [start, end] = [at.start - head.length, at.end - head.length]
  return `${sentence.slice(Math.max(0, start - context), start)}⟦${sentence.slice(start, end)}⟧${sentence.slice(end, end + context)}`
}

const share = (count: number, of: number): string => `${count} of ${of} (${((count / of) * 100).toFixed(2)} %)`
