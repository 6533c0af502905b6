import {VFile} from 'vfile'
import type {Language} from '../rule/rule.ts'
import type {FixMessage, Message, PageReport} from './message.ts'
import {passages, toNote} from './note.ts'
import {visible, visibleLines} from './visible.ts'

/** `fatal` of a vfile message, by severity. */
const fatal = {error: true, warning: false, info: undefined}

/** What is said of a mend. */
const mend = {
  zh: {safe: '可自动改（--fix）：', unsafe: '可改，请先看过（--fix-unsafe）：'},
  en: {safe: 'Mended by --fix: ', unsafe: 'Mended by --fix-unsafe, look first: '}
}

/**
 * A page as a virtual file with messages, as the unified tools know it: severity in `fatal`, the words in `actual`, mends
 * of the whole place in `expected`, the rest in `note`; `related` and `fixes` as own fields. Failures are fatal messages.
 * The one place that knows vfile's fields. Controls are drawn: names and messages are safe to print.
 */
export function toVFile(page: PageReport, language: Language): VFile {
  const file = new VFile({path: visible(page.path) || '?', value: page.source ?? page.copy})
  for (const message of page.messages) addMessage(file, message, language)
  for (const {reason} of page.failures) file.message(visible(reason)).fatal = true
  return file
}

/** Adds a finding to any virtual file. */
export function addMessage(file: VFile, message: Message, language: Language): void {
  const note = [...passages(message, language), toNote(message, language), ...mends(message, language)]
  const added = file.message(visible(message.reason), {
    ruleId: message.ruleId,
    source: 'copylint',
    place: message.place
  })
  added.fatal = fatal[message.severity]
  added.actual = message.text
  const expected = message.fixes.flatMap((fix) => wholeText(fix, message) ?? [])
  if (expected.length > 0) added.expected = expected
  added.note = visibleLines(note.filter((it) => it !== '').join('\n'))
  if (message.url !== undefined) added.url = visible(message.url)
  Object.assign(added, {related: message.related, fixes: message.fixes})
}

function mends({fixes}: Message, language: Language): string[] {
  return fixes.map(({title, safety}) => mend[language][safety] + visible(title))
}

/** The new words of a mend that replaces the place and nothing else. */
function wholeText({edits}: FixMessage, {place}: Message): string | undefined {
  const [edit, ...more] = edits
  const whole = edit && more.length === 0 && edit.path === undefined
  return whole && edit.start === place.start.offset && edit.end === place.end.offset ? edit.text : undefined
}
