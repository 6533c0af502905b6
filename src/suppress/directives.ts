import {meant} from '../config/nearest.ts'
import type {Directive, Document} from '../formats/format.ts'
import type {Found} from '../lint.ts'
import {visible} from '../report/visible.ts'
import type {Texts} from '../rule/rule.ts'

/** A comment of the copy that does not do what it was written for. */
export interface Idle {
  readonly page: number
  readonly directive: Directive
  /** `unused-directive`: nothing is found there (any more); `invalid-directive`: it cannot be understood. */
  readonly name: 'unused-directive' | 'invalid-directive'
  readonly texts: Texts
}

/** What the comments of the pages accept. */
export interface Directed {
  readonly findings: readonly Found[]
  /** How many findings they accept, by page. */
  readonly accepted: readonly number[]
  readonly idle: readonly Idle[]
}

/** What it begins with, and what parts its rules from its reason. */
const [verb, dash] = ['copylint-disable-next-line', /--|—/]

/**
 * Leaves out what comments in the copy accept: findings of the rules that they name which begin in the line behind them.
 *
 * @param known the rules there are
 * @param ran whether a rule has done its work: of one that is switched off a comment is not idle
 */
export function direct(
  findings: readonly Found[],
  documents: readonly Pick<Document, 'directives'>[],
  known: Iterable<string>,
  ran: (rule: string) => boolean
): Directed {
  const kept = new Set(findings)
  const idle: Idle[] = []
  const accepted = documents.map(() => 0)
  const names = new Set(known)
  for (const {ruleId} of findings) names.add(ruleId)
  for (const [page, {directives = []}] of documents.entries()) {
    if (directives.length === 0) continue
    const here = findings.filter((it) => it.at.page === page)
    for (const directive of directives) {
      const rules = rulesOf(directive)
      const unknown = rules?.find((it) => !names.has(it))
      if (!rules) idle.push({page, directive, name: 'invalid-directive', texts: malformed(directive)})
      if (unknown !== undefined) idle.push({page, directive, name: 'invalid-directive', texts: noRule(unknown, names)})
      for (const rule of rules ?? []) {
        const own = lineOf(here, directive).filter((it) => it.ruleId === rule)
        for (const found of own) if (kept.delete(found)) accepted[page] = (accepted[page] ?? 0) + 1
        if (own.length === 0 && names.has(rule) && ran(rule)) {
          idle.push({page, directive, name: 'unused-directive', texts: unused(rule)})
        }
      }
    }
  }
  return {findings: findings.filter((it) => kept.has(it)), accepted, idle}
}

/** Commas and dashes may be Chinese ones. Nothing where a rule or the reason is missing. */
function rulesOf({text}: Directive): string[] | undefined {
  const at = text.search(dash)
  const words = text.slice(0, Math.max(at, 0)).split(/[\s,，、]+/u)
  const rules = words.slice(1).filter((it) => it !== '')
  const reason = text.slice(at).replace(/^[-—]+/, '')
  return at > 0 && words[0] === verb && rules.length > 0 && reason.trim() !== '' ? [...new Set(rules)] : undefined
}

/** The findings, sorted, that begin in the line that a comment covers. None at the end of the copy, where no line is. */
function lineOf(findings: readonly Found[], {covers: {start, end}}: Directive): readonly Found[] {
  return start === end ? [] : findings.slice(firstFrom(findings, start), firstFrom(findings, end + 1))
}

/** The first that begins at an offset or behind it. */
function firstFrom(findings: readonly Found[], offset: number): number {
  let low = 0
  let high = findings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((findings[middle]?.at.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function malformed({text}: Directive): Texts {
  const right = `${verb} RULE -- reason`
  if (/^copylint-disable-next-line\s+[\w-]/.test(text) && !dash.test(text.slice(verb.length))) {
    return {
      zh: `这条注释没有写理由，没有起作用；应当写成 ${right}（规则名 -- 理由）`,
      en: `this comment gives no reason, and does nothing; it is written ${right}`
    }
  }
  return {
    zh: `这条注释 copylint 看不懂，没有起作用；应当写成 ${right}（规则名 -- 理由）`,
    en: `copylint does not understand this comment, which does nothing; it is written ${right}`
  }
}

function noRule(name: string, names: Iterable<string>): Texts {
  const {zh, en} = meant(name, names)
  const shown = visible(name)
  return {
    zh: `这条注释里的“${shown}”不是规则名，没有起作用${zh || '；用 copylint rules 看有哪些规则'}`,
    en: `“${shown}” in this comment is no rule, and accepts nothing${en || '; see copylint rules'}`
  }
}

function unused(rule: string): Texts {
  return {
    zh: `下一行已经没有 ${rule} 要报的了，这条注释可以删去`,
    en: `nothing of ${rule} is found in the next line: this comment can go`
  }
}
