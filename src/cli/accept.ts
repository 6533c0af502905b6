import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {meant} from '../config/nearest.ts'
import type {PageAcceptance} from '../node/accepting.ts'
import {createBaselines} from '../node/baseline.ts'
import {Complaint, located} from '../node/complaint.ts'
import {noFile} from '../node/files.ts'
import {lintFiles, type Run} from '../node/run.ts'
import type {Message} from '../report/message.ts'
import {quote} from '../report/quote.ts'
import {orderless, visible} from '../report/visible.ts'
import type {Texts} from '../rule/rule.ts'
import {type Parsed, refuseExtra} from './parse.ts'
import {tell} from './tell.ts'
import {localeOf} from './terminal.ts'
import {encodingOf, languageOf} from './values.ts'

/** `a.txt:39` or `a.txt:39:5`; a name may have colons of its own (`C:\a.txt:39`). */
const placeForm = /^(.+?):(\d+)(?::(\d+))?$/

const example = 'copylint accept issue.txt:39 repeated-paragraph --reason "…"'

/** A finding, and the entry that would accept it. */
type Candidate = PageAcceptance['candidates'][number] & {readonly message: Message}

/** `copylint accept FILE:LINE RULE --reason "…"`: adds one finding to the baseline. Gives the exit status. */
export async function accept(parsed: Parsed): Promise<number> {
  refuseExtra(parsed, 2)
  const {operands, options} = parsed
  const {file, line, column, rule, reason} = understood(operands, options)
  if (!existsSync(file)) throw new Complaint(located(file, noFile(resolve(file))))
  const language = languageOf(options)
  const encoding = encodingOf(options)
  const locale = localeOf(process.env)
  const cwd = process.cwd()
  const baseline = typeof options.baseline === 'string' ? {file: resolve(options.baseline)} : {}
  const run = await lintFiles([file], {
    cwd,
    builtin,
    baseline: {...baseline, task: 'accept'},
    ...(typeof options.config === 'string' && {config: resolve(options.config)}),
    ...(options.config === false && {config: false as const}),
    ...(language && {language}),
    ...(encoding && {encoding}),
    ...(locale !== undefined && {locale})
  })
  for (const complaint of run.complaints) process.stderr.write(`${orderless(visible(complaint))}\n`)
  const [acceptance] = run.acceptances
  if (!acceptance || run.pages.length !== 1) return 2
  refuseUnknownRule(rule, run, acceptance)
  const candidates = candidatesOf(run, acceptance)
  const ofRule = candidates.filter(({message}) => message.ruleId === rule)
  const begin = ofRule.filter(
    ({message: {place}}) => place.start.line === line && (column === undefined || place.start.column === column)
  )
  // an editor may point at any line of it, or at its other end
  const chosen = begin.length > 0 ? begin : ofRule.filter(({message}) => covers(message, line, column))
  if (chosen.length === 0) {
    tell(run.language, nothingThere({file, line, column, rule}, candidates, (run.pages[0]?.accepted ?? 0) > 0))
    return 2
  }
  const own = await createBaselines({cwd, ...baseline, isNew: true}).baselineOf(resolve(file))
  if (!own) return 2
  const replaced = new Set(chosen.map(({instead}) => instead))
  const entries = [
    ...acceptance.entries.filter((it) => !replaced.has(it)),
    ...chosen.map(({entry}) => ({...entry, reason}))
  ]
  const {writeBaseline} = await import('../node/write-baseline.ts')
  const {path, failure} = writeBaseline(own, [{...acceptance, entries}], {cwd, keepsGone: true})
  if (failure) {
    tell(run.language, failure)
    return 2
  }
  for (const {message} of chosen) {
    const place = `${file}:${message.place.start.line}:${message.place.start.column}`
    const words = message.text === '' ? '' : `“${quote(message.text)}”`
    tell(
      run.language,
      {zh: `接受了 ${place} ${rule} ${words}（记在 ${path}）`, en: `accepted ${place} ${rule} ${words} (in ${path})`},
      process.stdout
    )
  }
  return run.complaints.length > 0 ? 2 : 0
}

/** Whether a line, or a place in it, lies within a finding or one of its other ends. */
function covers({place, related}: Message, line: number, column: number | undefined): boolean {
  const places = [place, ...related.filter(({path}) => path === undefined).map((it) => it.place)]
  return places.some(({start, end}) => {
    if (line < start.line || line > end.line) return false
    if (column === undefined) return true
    return (line > start.line || column >= start.column) && (line < end.line || column < end.column)
  })
}

function understood(operands: readonly string[], {reason}: Parsed['options']) {
  const [place, rule] = operands
  if (place === undefined || rule === undefined) {
    throw new Complaint({
      zh: `要写明哪个文件哪一行、哪条规则，例如：${example}`,
      en: `a place and a rule are needed, for example: ${example}`
    })
  }
  const [, file = '', line = '', column] = placeForm.exec(place) ?? []
  if (file === '' || Number(line) === 0) {
    throw new Complaint({
      zh: `位置应当写成 文件:行号（Word 文件是 文件:段号），现在是“${place}”，例如：${example}`,
      en: `a place is written FILE:LINE (of a Word file, FILE:PARAGRAPH), not “${place}”; for example: ${example}`
    })
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new Complaint({
      zh: `要写理由，好让同事知道为什么不算错，例如：${example}`,
      en: `a reason is needed, so that your colleagues know why it is right; for example: ${example}`
    })
  }
  return {
    file,
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
    rule,
    reason: reason.trim()
  }
}

function refuseUnknownRule(rule: string, {rules, pages}: Run, {candidates}: PageAcceptance): void {
  const names = new Set([...rules.map(({name}) => name), ...candidates.map(({entry}) => entry.rule)])
  if (names.has(rule) || (pages[0]?.failures.length ?? 0) > 0) return
  const {zh, en} = meant(rule, names)
  throw new Complaint({
    zh: `没有“${rule}”这条规则${zh || '；用 copylint rules 看有哪些'}`,
    en: `there is no rule “${rule}”${en || '; see copylint rules'}`
  })
}

/** The messages of the page are its findings in their order, and comments that do nothing among them. */
function candidatesOf({pages}: Run, {candidates}: PageAcceptance): Candidate[] {
  const messages = (pages[0]?.messages ?? []).filter(({ruleId}) => !/^(?:unused|invalid)-directive$/.test(ruleId))
  return messages.flatMap((message, index) => {
    const candidate = candidates[index]
    return candidate ? [{...candidate, message}] : []
  })
}

/** What stands nearest instead: of the rule, else on the line. */
function nothingThere(
  {file, line, column, rule}: {file: string; line: number; column: number | undefined; rule: string},
  candidates: readonly Candidate[],
  someAccepted: boolean
): Texts {
  const place = `${file}:${line}${column === undefined ? '' : `:${column}`}`
  const shown = ({message: {place: at, ruleId}}: Candidate) => `${at.start.line}:${at.start.column} ${ruleId}`
  const near = (list: readonly Candidate[]) =>
    [...list]
      .sort((a, b) => Math.abs(a.message.place.start.line - line) - Math.abs(b.message.place.start.line - line))
      .slice(0, 3)
      .map(shown)
  const there = near(candidates.filter(({message}) => message.place.start.line === line))
  const ofRule = near(candidates.filter(({message}) => message.ruleId === rule))
  const zhAlready = someAccepted ? '（已接受的不算在内）' : ''
  const enAlready = someAccepted ? ' (what is accepted already is not listed)' : ''
  if (ofRule.length > 0) {
    return {
      zh: `${place} 没有 ${rule} 要报的；最近的在 ${ofRule.join('、')}${zhAlready}`,
      en: `nothing of ${rule} is found at ${place}; the nearest: ${ofRule.join(', ')}${enAlready}`
    }
  }
  if (there.length > 0) {
    return {
      zh: `${place} 没有 ${rule} 要报的；那一行报的是 ${there.join('、')}${zhAlready}`,
      en: `nothing of ${rule} is found at ${place}; found in that line: ${there.join(', ')}${enAlready}`
    }
  }
  return {
    zh: `${file} 里没有 ${rule} 要报的${zhAlready}`,
    en: `nothing of ${rule} is found in ${file}${enAlready}`
  }
}
