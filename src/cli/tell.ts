import {overScore, unjudged} from '../node/index.ts'
import type {Run} from '../node/run.ts'
import {isForTerminals} from '../report/index.ts'
import {count} from '../report/reporter.ts'
import {orderless, visible} from '../report/visible.ts'
import type {Language, Texts} from '../rule/rule.ts'

/** Tells something in a line of its own. */
export function tell(language: Language, texts: Texts, to: NodeJS.WriteStream = process.stderr): void {
  to.write(`copylint: ${visible(texts[language])}\n`)
}

/** What could not be done. On one terminal the report has told it already. */
export function tellComplaints({complaints}: Run, format: string, elsewhere: boolean): void {
  if (isForTerminals(format) && !elsewhere && process.stdout.isTTY && process.stderr.isTTY) return
  for (const complaint of complaints) process.stderr.write(`${orderless(visible(complaint))}\n`)
}

/** Without errors the report looks as if all were well: why the status is 1 must be said. */
export function tellTooMany({pages, language}: Run, most = Number.POSITIVE_INFINITY): void {
  const {warning} = count(pages)
  if (warning <= most) return
  tell(language, {
    zh: `疑点有 ${warning} 处，多于 --max-warnings 允许的 ${most} 处`,
    en: `there are more warnings (${warning}) than --max-warnings allows (${most})`
  })
}

/** Each issue is judged by itself; a page without text cannot be. */
export function tellTooHigh({pages, language}: Run, most: number | undefined): void {
  for (const path of unjudged(pages, most)) {
    tell(language, {
      zh: `${path} 没有文字，差错率不能算（--max-score），请看稿件导出来没有`,
      en: `there is no text in ${path}: --max-score has nothing to judge; was the page exported?`
    })
  }
  for (const {path, rate, issue} of overScore(pages, most)) {
    const what = issue ? {zh: '这一期', en: 'the issue'} : {zh: path, en: path}
    tell(language, {
      zh: `${what.zh}的差错率是 ${rate}/10000，高于 --max-score 允许的 ${most}/10000`,
      en: `the error rate of ${what.en} is ${rate} in 10,000, more than --max-score allows (${most})`
    })
  }
}

/** Where the time went. */
export function tellTimings({timings}: Run, report: number): void {
  for (const [step, time] of [...timings, ['report', report] as const]) {
    process.stderr.write(`${time.toFixed(1).padStart(9)} ms  ${step}\n`)
  }
}
