import {existsSync} from 'node:fs'
import {Complaint} from '../node/complaint.ts'
import {configName} from '../node/settings.ts'
import {settled} from '../node/settled.ts'
import {chooseLanguage} from '../report/language.ts'
import {visible, visibleLines} from '../report/visible.ts'
import type {Language, Texts} from '../rule/rule.ts'
import {leave} from './leave.ts'
import {watchMishaps} from './mishaps.ts'
import {type Parsed, parseArguments} from './parse.ts'
import {localeOf} from './terminal.ts'
import {languageOf} from './values.ts'

/**
 * The command. Sets the exit status, and ends the process when all that was written is read.
 *
 * @param argv the arguments behind the command's name
 */
export async function main(argv: readonly string[]): Promise<void> {
  const language = earlyLanguage(argv)
  const tell = (texts: Texts) => void process.stderr.write(`copylint: ${visible(texts[language])}\n`)
  watchMishaps(tell, (error) => tellCrash(error, language, argv))
  try {
    process.exitCode = await settled(async () => run(parseArguments(argv)), unfinished)
  } catch (error) {
    process.exitCode = 2
    if (error instanceof Complaint) tell(error.texts)
    else tellCrash(error, language, argv)
  }
  leave()
}

const unfinished: Texts = {
  zh: '检查没有做完就停住了（多半是插件的 Promise 一直没有结果）',
  en: 'the work came to a halt before it was done (a promise, of a plugin most likely, never settled)'
}

/** Each command is loaded when it is asked for. */
async function run(parsed: Parsed): Promise<number> {
  const {command, options} = parsed
  const asked = languageOf(options)
  const language = asked ?? chooseLanguage(hints())
  if (options.help === true) return (await import('./help.ts')).printHelp(language, command)
  if (options.version === true) return (await import('./version.ts')).printVersion()
  switch (command) {
    case 'rules':
      return (await import('./rules.ts')).rules(parsed, asked ?? (await configured(language)))
    case 'explain':
      return (await import('./explain.ts')).explain(parsed, asked ?? (await configured(language)))
    case 'accept':
      return (await import('./accept.ts')).accept(parsed)
    case 'init':
      return (await import('./init.ts')).init(parsed, language)
    case 'print-config':
      return (await import('./print-config.ts')).printConfig(parsed)
    default:
      return options.tree === true
        ? (await import('./tree.ts')).tree(parsed, language)
        : (await import('./lint.ts')).lintCommand(parsed)
  }
}

/** The language of what lints nothing: that of the config in the working folder. */
async function configured(language: Language): Promise<Language> {
  if (!existsSync(configName)) return language
  return (await import('../node/config-file.ts')).languageIn(configName) ?? language
}

function hints(): {locale?: string} {
  const locale = localeOf(process.env)
  return locale === undefined ? {} : {locale}
}

/** The language for complaints about the command line itself. */
function earlyLanguage(argv: readonly string[]): Language {
  const asked = argv
    .findLast((it, index) => /^--lang=/.test(it) || argv[index - 1] === '--lang')
    ?.replace('--lang=', '')
  return asked === 'zh' || asked === 'en' ? asked : chooseLanguage(hints())
}

function tellCrash(error: unknown, language: Language, argv: readonly string[]): void {
  const reason = visible(error instanceof Error ? error.message : String(error))
  const sentence =
    language === 'zh'
      ? `copylint: 程序自己出错了（${reason}），请把这句话报告给开发者；加 --debug 可看细节。`
      : `copylint: it failed itself (${reason}); please report this. --debug shows the details.`
  process.stderr.write(`${sentence}\n`)
  const debug = argv.includes('--debug') || process.env.COPYLINT_DEBUG === '1'
  if (debug && error instanceof Error) process.stderr.write(`${visibleLines(error.stack ?? '')}\n`)
}
