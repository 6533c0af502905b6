import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {noRule} from '../config/check.ts'
import {printSettings} from '../config/print.ts'
import {Complaint, located} from '../node/complaint.ts'
import {noFile} from '../node/files.ts'
import {createSettings} from '../node/settings.ts'
import {chooseLanguage} from '../report/language.ts'
import {orderless, visible, visibleLines} from '../report/visible.ts'
import {columnsOf, commonWidth} from '../report/width.ts'
import {type Parsed, refuseExtra} from './parse.ts'
import {localeOf} from './terminal.ts'
import {languageOf, rulesOf} from './values.ts'

/** `copylint print-config FILE`: what holds for the file, and where each line comes from. Gives the exit status. */
export async function printConfig(parsed: Parsed): Promise<number> {
  refuseExtra(parsed, 1)
  const {operands, options} = parsed
  const [file] = operands
  if (file === undefined) {
    throw new Complaint({
      zh: '没有给出文件，例如：copylint print-config issue.txt',
      en: 'no file given, for example: copylint print-config issue.txt'
    })
  }
  if (!existsSync(file)) throw new Complaint(located(file, noFile(resolve(file))))
  const asked = languageOf(options)
  const rules = rulesOf(options)
  const finder = createSettings({
    cwd: process.cwd(),
    builtin,
    rules,
    ...(typeof options.config === 'string' && {config: resolve(options.config)}),
    ...(options.config === false && {config: false as const})
  })
  const {states, known, lang, score, errors, failures} = await finder.settingsOf(resolve(file))
  const locale = localeOf(process.env)
  const language = chooseLanguage({
    ...(asked && {asked}),
    ...(lang && {config: lang.value}),
    ...(locale !== undefined && {locale})
  })
  const unknown = rules.find(({rule}) => !known.has(rule))
  if (unknown && failures.length === 0) throw new Complaint(noRule(unknown.rule, known.keys()))
  for (const texts of [...errors, ...failures]) process.stderr.write(`${orderless(visible(texts[language]))}\n`)
  if (errors.length > 0) return 2
  process.stdout.write(
    visibleLines(
      printSettings({rules: states, score, ...(lang && {lang})}, known, (text) => columnsOf(text, commonWidth))
    )
  )
  return failures.length > 0 ? 2 : 0
}
