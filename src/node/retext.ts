import type {Root} from 'nlcst'
import {type Pluggable, unified} from 'unified'
import {VFile} from 'vfile'
import type {Found} from '../lint.ts'
import {parsePage} from '../parse/parse.ts'
import {failureTexts} from '../report/describe.ts'
import {lineStarts} from '../report/lines.ts'
import type {Severity} from '../rule/finding.ts'
import type {Texts} from '../rule/rule.ts'
import {toTexts} from './complaint.ts'
import type {Plugin} from './plugins.ts'
import type {Settings} from './settings.ts'
import {settled} from './settled.ts'

/** A point of unist: lines and columns from 1, offsets where the tree has them. */
interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number | undefined
}

/** What a plugin did not finish, on which page. */
interface RetextFailure {
  readonly page: number
  readonly texts: Texts
}

/** The message of a virtual file, as far as it is read here. */
type VMessage = VFile['messages'][number]

/**
 * Runs retext plugins over a page, each on a tree of its own, so that none sees what another has done to it. Their messages
 * become findings; a plugin that throws is a failure of that plugin.
 */
export async function runRetext(
  plugins: readonly Plugin[],
  {path, source}: {readonly path: string; readonly source: string},
  page: number,
  states: Settings['states']
): Promise<{findings: Found[]; failures: RetextFailure[]}> {
  const findings: Found[] = []
  const failures: RetextFailure[] = []
  for (const {name, retext} of plugins) {
    if (retext === undefined || states.get(name)?.level === 'off') continue
    const file = new VFile({path, value: source})
    try {
      const tree: Root = parsePage(source)
      await settled(async () => processorOf(retext).run(tree, file), unsettled)
    } catch (error) {
      // `file.fail` throws the message that it has just left in the file
      if (!(file.messages as unknown[]).includes(error)) failures.push(failureOf(name, page, error))
    }
    for (const message of file.messages) findings.push(...toFound(message, name, page, source, states))
  }
  return {findings, failures}
}

/** What a plugin's work may come to, besides an error. */
const unsettled: Texts = {zh: '它的 Promise 一直没有结果', en: 'its promise never settled'}

/** A failure of a plugin, as those of rules are told. */
function failureOf(rule: string, page: number, error: unknown): RetextFailure {
  const {zh, en} = toTexts(error)
  return {page, texts: failureTexts({rule, page, reason: en, zh})}
}

/** A processor of one plugin. To unified, `throw null` is no error: here it is one. */
function processorOf(retext: Pluggable) {
  const processor = unified()
  const {transformers} = processor
  const use = transformers.use
  transformers.use = (transformer) => use(guarded(transformer))
  return processor.use([retext]).freeze()
}

type Middleware = Parameters<ReturnType<typeof unified>['transformers']['use']>[0]

/** The same function, of as many parameters (unified counts them), throwing errors only. */
function guarded(transformer: Middleware): Middleware {
  const refuse = (error: unknown): never => {
    throw error ?? new Error(`throw ${error}`)
  }
  const guard = (...parameters: Parameters<Middleware>): unknown => {
    try {
      const result: unknown = transformer(...parameters)
      return result instanceof Promise ? result.catch(refuse) : result
    } catch (error) {
      return refuse(error)
    }
  }
  return Object.defineProperty(guard, 'length', {value: transformer.length}) as Middleware
}

function toFound(message: VMessage, plugin: string, page: number, source: string, states: Settings['states']): Found[] {
  const ruleId = message.source ?? plugin
  const level = (states.get(ruleId) ?? states.get(plugin))?.level ?? severityOf(message)
  if (level === 'off') return []
  const {start, end} = spanOf(message.place, source)
  const note = noteOf(message)
  return [
    {
      ruleId,
      id: message.ruleId ?? ruleId,
      severity: level,
      at: {page, start, end},
      said: {reason: message.reason, ...(note !== '' && {note}), ...(message.url !== undefined && {url: message.url})}
    }
  ]
}

/** vfile's way: `fatal` true, false or nothing. */
function severityOf({fatal}: VMessage): Severity {
  return fatal ? 'error' : fatal === false ? 'warning' : 'info'
}

function noteOf({note, expected}: VMessage): string {
  const words = (expected ?? []).filter((it) => it !== '').map((it) => `“${it}”`)
  return [note ?? '', words.length > 0 ? `→ ${words.join(' / ')}` : ''].filter((it) => it !== '').join('\n')
}

/** A message without a place is about the page: it stands at its beginning. */
function spanOf(place: VMessage['place'], source: string): {start: number; end: number} {
  if (!place) return {start: 0, end: 0}
  const [from, to] = 'start' in place ? [place.start, place.end] : [place, place]
  const start = offsetOf(from, source)
  return {start, end: Math.max(start, offsetOf(to, source))}
}

function offsetOf({offset, line, column}: Point, source: string): number {
  const at = offset ?? (lineStarts(source)[line - 1] ?? 0) + column - 1
  return Math.min(Math.max(at, 0), source.length)
}
