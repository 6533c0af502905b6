import {overlap} from './edit.ts'
import {fault} from './fault.ts'
import type {Edit, Finding, Fix, Severity, Span} from './finding.ts'
import {severities} from './finding.ts'
import type {AnyRule} from './rule.ts'

/** Tells of a mistake that the finding outlives. */
export type Tell = (zh: string, en: string) => void

/**
 * What `check` gave, if it is a list.
 *
 * @throws where it is none: `check` is no generator, or is async
 */
export function listed<T>(given: Iterable<T>): Iterable<T> {
  if (typeof given?.[Symbol.iterator] === 'function') return given
  // what an async `check` throws would end the process
  if (given instanceof Promise) given.catch(() => {})
  throw fault(
    'check 没有给出发现的列表：请写成生成器（*check），不要用 async',
    'check gave no list of findings: make it a generator (*check), not async'
  )
}

/** @throws where it is no finding, has an `id` that is no message of the rule, or one thing where a list should stand */
export function requireFinding(finding: Finding, {messages}: AnyRule): void {
  if (typeof finding !== 'object' || finding === null || Array.isArray(finding)) {
    const it = named(finding)
    throw fault(`它给出的是 ${it}，不是发现 {id, at}`, `it yielded ${it}, not a finding {id, at}`)
  }
  const {id} = finding
  if (!Object.hasOwn(messages, id)) throw fault(`它没有“${id}”这条消息`, `it has no message “${id}”`)
  for (const key of ['related', 'wrong', 'fixes'] as const) {
    if (!finding[key] || Array.isArray(finding[key])) continue
    throw fault(`发现“${id}”的 ${key} 应当是列表 […]`, `“${key}” of the finding “${id}” must be a list […]`)
  }
}

/** @throws where there is none */
export function requirePlace(span: Span | undefined, id: string): asserts span is Span {
  if (typeof span === 'object' && span !== null) return
  throw fault(`发现“${id}”没有位置：请给出 at: {start, end}`, `the finding “${id}” has no place: give at: {start, end}`)
}

/** A place that begins or ends between the halves of a character (𪚥 is two units), with the whole of it: half of one cannot be shown. */
export function wholeCharacters({start, end}: Span, source: string): {readonly start: number; readonly end: number} {
  const cuts = (at: number) => (source.codePointAt(at - 1) ?? 0) > 0xffff
  return {start: start > 0 && cuts(start) ? start - 1 : start, end: end > start && cuts(end) ? end + 1 : end}
}

/** The less grave of the rule's severity, as the config has it, and the finding's own. */
export function severityOf({id, severity: own}: Finding, severity: Severity, tell: Tell): Severity {
  if (own === undefined) return severity
  if (severities.includes(own)) return severities.indexOf(own) > severities.indexOf(severity) ? own : severity
  tell(
    `发现“${id}”的 severity 是“${own}”，应当是 error、warning 或 info`,
    `the finding “${id}” has the severity “${own}”: it is error, warning or info`
  )
  return severity
}

/**
 * A mend that can be made as it is announced; nothing where it cannot be made at all.
 *
 * @param placed puts an edit on its page
 */
export function sound(fix: Fix, rule: AnyRule, placed: (edit: Edit) => Required<Span>, tell: Tell): Fix | undefined {
  const {title, safety} = fix
  const edits = (Array.isArray(fix.edits) ? fix.edits : []).map((edit) => ({...placed(edit), text: edit.text}))
  if (edits.length === 0) {
    tell(`改动“${title}”里没有 edits`, `the mend “${title}” has no edits`)
    return undefined
  }
  if (edits.some(({text}) => typeof text !== 'string')) {
    tell(`改动“${title}”有一处没有 text`, `an edit of the mend “${title}” has no text`)
    return undefined
  }
  if (edits.length > 1 && overlap(edits)) {
    tell(`改动“${title}”有两处 edits 重叠`, `two edits of the mend “${title}” overlap`)
    return undefined
  }
  const known = safety === 'safe' || safety === 'unsafe'
  if (!known) {
    tell(
      `改动“${title}”的 safety 是“${safety}”，应当是 safe 或 unsafe`,
      `the mend “${title}” has the safety “${safety}”: it is safe or unsafe`
    )
  }
  // what nobody has called safe is not made unread
  return {...fix, title: labelled(title, rule, tell), safety: known ? safety : 'unsafe', edits}
}

/** The key of a label; where the rule has no such label the key stands for the text. */
export function labelled(key: string, {labels}: AnyRule, tell: Tell): string {
  if (labels !== undefined && Object.hasOwn(labels, key)) return key
  tell(`它没有“${key}”这个标签（labels）`, `it has no label “${key}”`)
  return String(key)
}

/** A value that is no finding, as a complaint calls it. */
function named(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'string'
    ? `“${value.slice(0, 20)}”`
    : typeof value === 'function'
      ? 'function'
      : String(value)
}
