import type {Language} from '../../rule/rule.ts'
import type {PageReport} from '../message.ts'
import {toUri} from '../paths.ts'
import {type Reporter, type ReportOptions, shown} from '../reporter.ts'
import {toStrictJson} from '../to-json.ts'
import {createPlaces, type Places} from './places.ts'
import {toResults} from './results.ts'
import {toRules} from './rules.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** What is said of a file whose lines are none. */
const paragraphs: Readonly<Record<Language, string>> = {
  zh: '行号是段落号，列号是段内第几个字，偏移按提取出来的文字算',
  en: 'Lines are paragraphs, columns the characters in them; offsets count in the text as extracted.'
}

/** SARIF 2.1.0, the OASIS standard: what GitHub code scanning, Azure DevOps and the viewers of editors read. */
export const sarif: Reporter = (pages, options) => {
  const {language, version, homepage} = options
  const all = pages.map((page) => ({page, messages: shown(page.messages, options)}))
  const {rules, indexOf} = toRules(
    options.rules ?? [],
    all.flatMap(({messages}) => messages),
    language
  )
  const places = createPlaces(pages)
  const driver = {
    name: 'copylint',
    ...(version !== undefined && {version}),
    ...(homepage !== undefined && {informationUri: homepage}),
    rules
  }
  const run = {
    tool: {driver},
    language,
    columnKind: 'utf16CodeUnits',
    invocations: [toInvocation(pages, places)],
    artifacts: pages.map((page) => toArtifact(page, options)),
    results: all.flatMap(({page, messages}) => toResults(page, messages, {language, places, indexOf}))
  }
  return `${toStrictJson({$schema: schema, version: '2.1.0', runs: [run]})}\n`
}

function toArtifact(page: PageReport, {language, score}: ReportOptions) {
  const {path, binary} = page
  return {
    location: {uri: toUri(path)},
    roles: ['analysisTarget'],
    ...(binary && {description: {text: paragraphs[language]}}),
    ...(score === true && page.score && {properties: {score: toAccount(page.score)}})
  }
}

/** The account in short: `json` tells it item by item. */
const toAccount = ({kind, limit, characters, points, rate, passed}: NonNullable<PageReport['score']>) => ({
  kind,
  limit,
  characters,
  points,
  rate,
  passed
})

/** What could not be done: of a file, or of the config and its word lists, once for all files. */
function toInvocation(pages: readonly PageReport[], places: Places) {
  const notify = (text: string) => ({level: 'error', message: {text}})
  const shared = new Set(pages.flatMap(({failures}) => failures.flatMap((it) => (it.shared ? [it.reason] : []))))
  const own = pages.flatMap(({path, failures}) =>
    failures.flatMap(({reason, shared}) =>
      shared ? [] : [{...notify(reason), locations: [{physicalLocation: {artifactLocation: places.artifact(path)}}]}]
    )
  )
  return {
    executionSuccessful: shared.size + own.length === 0,
    ...(own.length > 0 && {toolExecutionNotifications: own}),
    ...(shared.size > 0 && {toolConfigurationNotifications: [...shared].map(notify)})
  }
}
