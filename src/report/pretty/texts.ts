import type {Severity} from '../../rule/finding.ts'
import type {Language} from '../../rule/rule.ts'
import {severityWords} from '../words.ts'

/** What the report says besides the findings. */
export interface PrettyTexts {
  readonly noHeadline: string
  readonly alike: (where: string) => string
  readonly legend: {readonly same: string; readonly differs: string}
  readonly mend: {readonly safe: (title: string) => string; readonly unsafe: (title: string) => string}
  readonly failed: string
  readonly files: (count: number) => string
  /** Behind the names of some: that there are more. */
  readonly others: (count: number) => string
  readonly clean: (files: number, stories: number) => string
  readonly found: (bad: number, stories: number, files: number) => string
  readonly counted: (count: number, severity: Severity) => string
  readonly comma: string
  /** Between two clauses. */
  readonly pause: string
  readonly stop: string
  readonly mendable: (safe: number, unsafe: number) => string
  readonly quiet: string
  readonly unchecked: (count: number) => string
  readonly accepted: (count: number) => string
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const prettyTexts: Readonly<Record<Language, PrettyTexts>> = {
  zh: {
    noHeadline: '（没有标题的稿件）',
    alike: (where) => `与${where}一字不差`,
    legend: {same: '相同', differs: '不同'},
    mend: {
      safe: (title) => `可自动改（--fix）：${title}`,
      unsafe: (title) => `看过可改（--fix-unsafe）：${title}`
    },
    failed: '没有查完',
    files: (count) => `（${count} 个文件）`,
    others: (count) => `等 ${count} 个文件`,
    clean: (files, stories) => `${files} 个文件、${stories} 篇稿件，没有发现问题`,
    found: (bad, stories, files) => `${files > 1 ? `${files} 个文件、` : ''}${stories} 篇稿件，${bad} 篇有问题：`,
    counted: (count, severity) => `${count} 处${severityWords.zh[severity]}`,
    comma: '、',
    pause: '，',
    stop: '。',
    mendable: (safe, unsafe) =>
      [safe > 0 ? `${safe} 处可用 --fix 自动改` : '', unsafe > 0 ? `${unsafe} 处看过后可用 --fix-unsafe 改` : '']
        .filter((it) => it !== '')
        .join('，'),
    quiet: '（--quiet：只显示错误）',
    unchecked: (count) => `${count} 个文件没有查完，见上`,
    accepted: (count) => `已接受 ${count} 处，没有列出`
  },
  en: {
    noHeadline: '(a story without a head)',
    alike: (where) => `word for word as ${where}`,
    legend: {same: 'the same', differs: 'differs'},
    mend: {
      safe: (title) => `Mended by --fix: ${title}`,
      unsafe: (title) => `Mended by --fix-unsafe, look first: ${title}`
    },
    failed: 'Not finished',
    files: (count) => ` (${plural(count, 'file')})`,
    others: (count) => ` and others, ${plural(count, 'file')} in all`,
    clean: (files, stories) => `${plural(files, 'file')}, ${plural(stories, 'story', 'stories')}: nothing found`,
    found: (bad, stories, files) =>
      `${bad} of ${plural(stories, 'story', 'stories')}${files > 1 ? ` in ${files} files` : ''}: `,
    counted: (count, severity) => (severity === 'info' ? plural(count, 'query', 'queries') : plural(count, severity)),
    comma: ', ',
    pause: ', ',
    stop: '.',
    mendable: (safe, unsafe) =>
      [safe > 0 ? `${safe} can be mended by --fix` : '', unsafe > 0 ? `${unsafe} by --fix-unsafe, after a look` : '']
        .filter((it) => it !== '')
        .join(', '),
    quiet: '(--quiet: errors only)',
    unchecked: (count) => `${plural(count, 'file')} not finished, see above`,
    accepted: (count) => `${count} accepted and not listed`
  }
}
