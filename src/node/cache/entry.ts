import * as v from 'valibot'
import {visible, visibleLines} from '../../report/visible.ts'
import {severities} from '../../rule/finding.ts'
import type {Role} from '../../tree/nodes.ts'
import type {Draft} from '../lint-issue.ts'
import type {Outcome} from '../outcomes.ts'
import {digestOf} from './digest.ts'

/**
 * What is kept of an issue: its key and the digest of the rest; what all reports need; and the copy and the blocks, which
 * few need: a line each.
 */
export function toEntry(key: string, {pages, language}: Outcome): string {
  const told = pages.map(toTold)
  const rest = pages.map(({copy, source, blocks}) => ({copy, ...(source !== undefined && {source}), blocks}))
  const body = `${JSON.stringify({...(language && {language}), pages: told})}\n${JSON.stringify(rest)}\n`
  return `${key} ${digestOf(body)}\n${body}`
}

/** All but what only failures have, and what stands on the other line. */
function toTold(draft: Draft): object {
  const apart = new Set(['copy', 'source', 'blocks', 'shared', 'own', 'failures'])
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !apart.has(name)))
}

/**
 * What was kept of an issue; nothing where the text is not what `toEntry` has made under that key for these pages. Whoever
 * can write to the folder of the cache can make an entry: it may neither name other files nor reach a terminal.
 *
 * @param lean without the copy and the blocks
 */
export function fromEntry(text: string, key: string, paths: readonly string[], lean: boolean): Outcome | undefined {
  try {
    const [head = '', first = '', second = ''] = text.split('\n', 3)
    if (head !== `${key} ${digestOf(text.slice(head.length + 1))}`) return undefined
    const {pages, language} = v.parse(toldSchema, JSON.parse(first))
    const rest = lean ? undefined : v.parse(restSchema, JSON.parse(second))
    if (pages.length !== paths.length || (rest && rest.length !== paths.length)) return undefined
    const whole = pages[0]?.score?.issue
    const drafts = pages.map((page, index): Draft => {
      const {copy = '', source, blocks = []} = rest?.[index] ?? {}
      if (page.path !== paths[index] || !namesOnly(page, paths)) throw new Error('foreign')
      if (rest && !within(page, copy, blocks)) throw new Error('damaged')
      // one object for all pages of an issue: they are one issue by it
      const score = page.score && {...page.score, ...(whole && {issue: whole})}
      return {
        ...page,
        ...(score && {score}),
        copy,
        ...(source !== undefined && {source}),
        blocks,
        shared: [],
        own: []
      } as Draft
    })
    return {pages: drafts, ...(language && {language})}
  } catch {
    return undefined
  }
}

type Told = v.InferOutput<typeof toldSchema>['pages'][number]
type Rest = v.InferOutput<typeof restSchema>[number]

function namesOnly({messages}: Told, paths: readonly string[]): boolean {
  const named = messages.flatMap(({related, fixes}) => [
    ...related,
    ...fixes.flatMap(({edits, changes}) => [...edits, ...changes])
  ])
  return named.every(({path}) => path === undefined || paths.includes(path))
}

function within({stories, messages}: Told, copy: string, blocks: Rest['blocks']): boolean {
  const stretches = [...stories, ...blocks, ...messages.map(({at}) => at)]
  return (
    stretches.every(({end}) => end <= copy.length) &&
    blocks.every(({story}) => story === undefined || story < stories.length)
  )
}

const isRole: Readonly<Record<Role, true>> = {
  section: true,
  kicker: true,
  headline: true,
  deck: true,
  subhead: true,
  byline: true,
  body: true,
  caption: true,
  furniture: true,
  note: true
}
const roles = Object.keys(isRole) as Role[]

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1))
const ordered = <T extends {start: number; end: number}>() => v.check<T>(({start, end}) => start <= end)
const line = v.pipe(
  v.string(),
  v.check((it) => visible(it) === it)
)
const lines = v.pipe(
  v.string(),
  v.check((it) => visibleLines(it) === it)
)
const severity = v.picklist(severities)
const stretch = v.pipe(v.strictObject({start: whole, end: whole}), ordered())
const point = v.strictObject({line: fromOne, column: fromOne, offset: whole})
const place = v.pipe(
  v.strictObject({start: point, end: point}),
  v.check(({start, end}) => start.offset <= end.offset)
)

const message = v.strictObject({
  ruleId: line,
  severity,
  reason: line,
  why: v.optional(lines),
  how: v.optional(lines),
  url: v.optional(line),
  place,
  at: stretch,
  text: v.string(),
  related: v.array(
    v.strictObject({
      label: line,
      place,
      at: stretch,
      path: v.optional(v.string()),
      text: v.string(),
      counts: v.optional(v.literal('paragraphs')),
      compare: v.boolean()
    })
  ),
  fixes: v.array(
    v.strictObject({
      title: line,
      safety: v.picklist(['safe', 'unsafe']),
      edits: v.array(v.strictObject({start: whole, end: whole, text: v.string(), path: v.optional(v.string())})),
      changes: v.array(v.strictObject({at: stretch, text: v.string(), path: v.optional(v.string())}))
    })
  )
})

const sum = {points: v.number(), rate: v.number(), passed: v.nullable(v.boolean())}
const total = {...sum, characters: whole, likely: v.strictObject(sum)}
const score = v.strictObject({
  ...total,
  kind: v.picklist(['newspaper', 'periodical']),
  limit: v.number(),
  severities: v.array(severity),
  items: v.array(
    v.strictObject({
      ruleId: line,
      counts: v.picklist(['fact', 'character', 'numeral', 'punctuation', 'layout']),
      certain: v.boolean(),
      also: v.optional(v.literal(true)),
      characters: v.optional(whole),
      places: v.optional(whole),
      weight: v.number(),
      doubled: v.optional(v.picklist(roles)),
      spared: v.optional(v.picklist(['thrice', 'numerals', 'told'])),
      points: v.number(),
      place,
      text: v.string(),
      severity,
      reason: line
    })
  ),
  uncounted: v.array(
    v.strictObject({ruleId: line, findings: whole, why: v.picklist(['question', 'nothing', 'unclassed'])})
  ),
  issue: v.optional(v.strictObject({...total, pages: whole}))
})

const toldSchema = v.strictObject({
  language: v.optional(v.picklist(['zh', 'en'])),
  pages: v.array(
    v.strictObject({
      path: v.string(),
      binary: v.optional(v.literal(true)),
      stories: v.array(v.pipe(v.strictObject({start: whole, end: whole, headline: v.optional(v.string())}), ordered())),
      messages: v.array(message),
      accepted: v.optional(whole),
      unused: v.optional(v.array(v.strictObject({rule: v.string(), text: v.string(), reason: v.optional(v.string())}))),
      score: v.optional(score)
    })
  )
})

const restSchema = v.array(
  v.strictObject({
    copy: v.string(),
    source: v.optional(v.string()),
    blocks: v.array(
      v.pipe(v.strictObject({start: whole, end: whole, role: v.picklist(roles), story: v.optional(whole)}), ordered())
    )
  })
)
