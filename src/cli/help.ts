import {formats} from '../formats/registry.ts'
import {commonWidth, padEnd} from '../report/width.ts'
import {wrap} from '../report/wrap.ts'
import type {Language, Texts} from '../rule/rule.ts'
import {type CommandName, commands, optionGroups, ownOptions} from './options.ts'
import {columns} from './terminal.ts'

const names = formats.flatMap(({extensions}) => extensions.map((it) => `*${it}`))

const texts = {
  intro: {
    zh: '印前检查报纸版面：标题张冠李戴、文字重复、结尾重复、词语叠用……',
    en: 'Checks newspaper pages before they are printed: swapped heads, passages printed twice, repeated closings, doubled phrases.'
  },
  usage: {zh: '用法', en: 'Usage'},
  target: {zh: '文件|文件夹|通配符…', en: 'FILE|DIR|GLOB…'},
  options: {zh: '选项', en: 'options'},
  stdin: {
    zh: `用 - 读标准输入；文件夹里看 ${names.join('、')}，还有配置里的插件能读的文件。`,
    en: `- reads standard input; of a folder, ${names.join(', ')} are read, and what the config’s plugins can read.`
  },
  commands: {zh: '其他命令', en: 'Commands'},
  examples: {zh: '例子', en: 'Examples'},
  status: {zh: '结束状态', en: 'Exit status'},
  statuses: {
    zh: '0 没有错误；1 有错误（或疑点多于 --max-warnings，或差错率高于 --max-score）；2 有事没做成：用法或配置不对、文件读不了、版面没有文字而要算 --max-score、规则出错',
    en: '0: no errors; 1: errors, more warnings than --max-warnings, or a rate over --max-score; 2: not all could be done: usage, config, a file, a page without text for --max-score, a rule'
  }
} as const satisfies Record<string, Texts>

const examples: readonly {readonly line: string; readonly text: Texts}[] = [
  {line: 'copylint issue.txt', text: {zh: '检查一个版', en: 'check a page'}},
  {
    line: 'copylint --issue a01.txt a02.txt',
    text: {zh: '两个版作为一期，跨版也查', en: 'two pages of one issue, across them too'}
  },
  {line: 'copylint --fix-dry-run issue.txt', text: {zh: '看看能自动改什么', en: 'see what can be mended'}},
  {
    line: 'copylint accept issue.txt:39 repeated-paragraph --reason "…"',
    text: {zh: '接受一处，以后不再报', en: 'accept one finding: it is not reported again'}
  },
  {line: 'copylint explain repeated-paragraph', text: {zh: '了解一条规则', en: 'read about a rule'}}
]

/** `--help`, of the command or of one of its subcommands. */
export function printHelp(language: Language, command?: CommandName): number {
  process.stdout.write(command ? commandHelp(language, command) : fullHelp(language))
  return 0
}

function fullHelp(language: Language): string {
  const say = (text: Texts) => text[language]
  const groups = optionGroups.map(({title, options}) =>
    section(
      say(title),
      options.map((it) => [it.flags, say(it)])
    )
  )
  return [
    ...wrap(say(texts.intro), columns(), commonWidth),
    '',
    `${say(texts.usage)}: copylint [${say(texts.options)}] ${say(texts.target)}`,
    ...wrap(say(texts.stdin), columns() - 2, commonWidth).map((line) => `  ${line}`),
    '',
    ...groups,
    section(
      say(texts.commands),
      Object.values(commands).map(({usage, text}) => [`copylint ${usage}`, say(text)])
    ),
    section(
      say(texts.examples),
      examples.map(({line, text}) => [line, say(text)])
    ),
    `${say(texts.status)}:`,
    ...wrap(say(texts.statuses), columns() - 2, commonWidth).map((line) => `  ${line}`),
    ''
  ].join('\n')
}

function commandHelp(language: Language, name: CommandName): string {
  const {usage, text, options} = commands[name]
  const all = [...ownOptions, ...optionGroups.flatMap((group) => group.options)]
  const own = all.filter(({flags}) => (options as readonly string[]).includes(flags))
  const rows = own.map((it): [string, string] => {
    const only = name === 'rules' && it.flags.startsWith('--format')
    return [it.flags, only ? {zh: 'json 供程序用', en: 'json, for programs'}[language] : it[language]]
  })
  return `${text[language]}\n\n${texts.usage[language]}: copylint ${usage}\n\n${section(texts.options[language], rows)}`
}

/** A title and rows of two columns, the second wrapped. */
function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(Math.max(...rows.map(([name]) => name.length)) + 4, 40)
  const lines = rows.flatMap(([name, text]) => {
    const wrapped = wrap(text, Math.max(columns() - left, 20), commonWidth).map((line) => ' '.repeat(left) + line)
    // a name that takes the whole column has its text below
    if (name.length > left - 4) return [`  ${name}`, ...wrapped]
    const [first = '', ...more] = wrapped
    return [padEnd(`  ${name}`, left, commonWidth) + first.slice(left), ...more]
  })
  return `${title}:\n${lines.join('\n')}\n`
}
