import type {Language} from '../rule/rule.ts'
import type {PageReport} from './message.ts'
import type {Reporter, ReportOptions} from './reporter.ts'
import {type Tally, tally} from './tally.ts'
import {orderless, visible} from './visible.ts'
import {columnsOf, loadMeasure, type Measure, padEnd} from './width.ts'
import {severityWords} from './words.ts'
import {wrap} from './wrap.ts'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const texts = {
  zh: {
    heads: ['规则', '级别', '处数', '占比', '文件', '可自动改', '看过可改'],
    total: '合计',
    found: (files: number, bad: number, quiet: boolean) =>
      `${files} 个文件，${bad} 个有${quiet ? '错误（--quiet：只算错误）' : '问题'}。`,
    clean: (files: number, quiet: boolean) =>
      `检查了 ${files} 个文件，没有${quiet ? '错误（--quiet：只算错误）' : '发现问题'}。`,
    failed: (files: number) => `没有查完的有 ${files} 个文件：`,
    more: (count: number) => `……还有 ${count} 条原因`,
    times: (count: number) => (count > 1 ? `（${count} 个文件）` : ''),
    score: (passed: number, judged: number) =>
      `差错率：${judged} 个版中 ${passed} 个合格（同一期的各版合起来算一个）。`,
    first: (rules: number, left: number) =>
      `刚开始用，报得太多？可以先关掉报得最多的${rules === 1 ? '这一条' : `这 ${rules} 条`}，还剩 ${left} 处；以后再逐条打开。把下面一行写进 .lintrc.json：`
  },
  en: {
    heads: ['rule', 'severity', 'found', 'share', 'files', '--fix', '--fix-unsafe'],
    total: 'all',
    found: (files: number, bad: number, quiet: boolean) =>
      `${plural(files, 'file')}, ${bad} with ${quiet ? 'errors (--quiet: errors only)' : 'findings'}.`,
    clean: (files: number, quiet: boolean) =>
      `${plural(files, 'file')} checked: ${quiet ? 'no errors (--quiet: errors only)' : 'nothing found'}.`,
    failed: (files: number) => `${plural(files, 'file')} not finished:`,
    more: (count: number) => `… and ${plural(count, 'further reason')}`,
    times: (count: number) => (count > 1 ? ` (${count} files)` : ''),
    score: (passed: number, judged: number) =>
      `Error rate: ${passed} of ${plural(judged, 'page')} passed (pages of one issue together).`,
    first: (rules: number, left: number) =>
      `Too much on the first day? Switch off what reports most (${plural(rules, 'rule')}; ${left} would be left) and take it back later: this line goes into .lintrc.json.`
  }
} as const

/** So many reasons are told; standard error has them all. */
const mostReasons = 10

/** Findings by rule over all files: what there is most of, what can be mended, what to switch off on the first day. */
export const summary: Reporter = async (pages, options) => {
  const say = texts[options.language]
  const finished = pages.filter(({failures}) => failures.length === 0).length
  const counts = tally(pages, options)
  const blocks: string[] = []
  if (counts.rules.length > 0) {
    const rows = toRows(counts, options.language)
    const measure = await loadMeasure(rows.flat())
    blocks.push([say.found(pages.length, counts.files, options.quiet), '', ...table(rows, measure)].join('\n'))
  } else if (finished > 0) blocks.push(say.clean(finished, options.quiet))
  if (options.score === true) blocks.push(...score(pages, options.language))
  blocks.push(...failures(pages, options.language), ...(await advice(counts, options)))
  return orderless(blocks.map((it) => `${it}\n`).join('\n'))
}

function toRows({rules, all, files}: Tally, language: Language): string[][] {
  const say = texts[language]
  const share = (count: number) => `${Math.round((count / all.count) * 100)}%`
  return [
    [...say.heads],
    ...rules.map(({ruleId, severity, count, safe, unsafe, files: own}) => [
      visible(ruleId),
      severityWords[language][severity],
      String(count),
      share(count),
      String(own),
      String(safe),
      String(unsafe)
    ]),
    [say.total, '', String(all.count), share(all.count), String(files), String(all.safe), String(all.unsafe)]
  ]
}

/** Words to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[], measure: Measure): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? '', measure)))
  )
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0
        return column < 2 ? padEnd(text, width, measure) : ' '.repeat(width - columnsOf(text, measure)) + text
      })
      .join('  ')
  )
}

/** Each issue once: its pages pass or fail together. */
function score(pages: readonly PageReport[], language: Language): string[] {
  const totals = new Set(pages.flatMap(({score: own}) => (own ? [own.issue ?? own] : [])))
  const passed = [...totals].filter((it) => it.passed === true).length
  return totals.size === 0 ? [] : [texts[language].score(passed, totals.size)]
}

function failures(pages: readonly PageReport[], language: Language): string[] {
  const say = texts[language]
  const files = pages.filter((page) => page.failures.length > 0).length
  if (files === 0) return []
  const reasons = new Map<string, number>()
  for (const {path, failures: own} of pages) {
    for (const {reason, shared} of own) {
      const told = shared ? reason : `${path}${language === 'zh' ? '：' : ': '}${reason}`
      reasons.set(told, (reasons.get(told) ?? 0) + 1)
    }
  }
  const lines = [...reasons].slice(0, mostReasons).map(([it, count]) => `  ${visible(it)}${say.times(count)}`)
  const rest = reasons.size - lines.length
  return [[say.failed(files), ...lines, ...(rest > 0 ? [`  ${say.more(rest)}`] : [])].join('\n')]
}

/** What to switch off: JSON that can be pasted. */
async function advice({rules: found, all}: Tally, {language, width, rules = []}: ReportOptions): Promise<string[]> {
  const noisy = noisiest(found, all.count, new Set(rules.map(({name}) => name)))
  if (noisy.length === 0) return []
  const left = all.count - noisy.reduce((total, {count}) => total + count, 0)
  const off = Object.fromEntries(noisy.map(({ruleId}) => [ruleId, 'off']))
  const sentence = texts[language].first(noisy.length, left)
  const measure = await loadMeasure([sentence])
  return [[...wrap(sentence, width, measure), '', `  "rules": ${JSON.stringify(off)}`].join('\n')]
}

/**
 * A rule is noisy where it makes a tenth of all findings and twenty at least; three at most are named. One that reports errors, too, is
 * never switched off, and what a retext plugin says is no rule.
 */
function noisiest(found: Tally['rules'], all: number, known: ReadonlySet<string>): Tally['rules'] {
  const grave = new Set(found.flatMap(({ruleId, severity}) => (severity === 'error' ? [ruleId] : [])))
  return found
    .filter(({ruleId, count}) => known.has(ruleId) && !grave.has(ruleId) && count >= 20 && count * 10 >= all)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
}
