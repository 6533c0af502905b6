import {existsSync, writeFileSync} from 'node:fs'
import {Complaint} from '../node/complaint.ts'
import {reasonOf} from '../node/reasons.ts'
import {configName} from '../node/settings.ts'
import type {Language} from '../rule/rule.ts'
import {type Parsed, refuseExtra} from './parse.ts'

/** `SCHEMA` is a line that depends on the folder. */
const templates: Readonly<Record<Language, string>> = {
  zh: `{
  // 编辑器据此提示键名和选项
SCHEMA

  // 从哪一套规则开始：recommended（推荐）、minimal（只查能断定的错误）、strict（从严），
  // 也可以是 ./别的配置.json，或规则包的名字
  "extends": ["recommended"],

  // 报告的语言：zh 或 en；不写则看系统的语言
  // "lang": "zh",

  // 逐条调整：off（不查）、error（错误）、warning（疑点）、info（提示）
  "rules": {
    // "repeated-paragraph": "warning",
    // "repeated-paragraph": ["error", {"least": 30}],
    // 本报自己的用语表（人名职务、固定提法、禁用词），写法见 docs/house-terms.zh-CN.md：
    // "house-terms": ["error", {"files": ["terms/house.yaml"]}]
  },

  // 规则包或 retext 插件（先用 npm 安装）
  "plugins": [],

  // 差错率怎么算（--score）：newspaper（报纸）或 periodical（期刊）
  // "score": {"kind": "newspaper"},

  // 不检查的文件
  "ignore": [],

  // 个别版面另有规定
  "overrides": [
    // {"files": ["opinion/*"], "rules": {"repeated-paragraph": "off"}}
  ]
}
`,
  en: `{
  // for completion in your editor
SCHEMA

  // where to start from: recommended, minimal (only what can be proved), strict;
  // also ./another-config.json, or the name of a package of rules
  "extends": ["recommended"],

  // the language of reports: zh or en; else that of your system
  // "lang": "en",

  // rule by rule: off, error, warning, info
  "rules": {
    // "repeated-paragraph": "warning",
    // "repeated-paragraph": ["error", {"least": 30}],
    // the house's own terms (people and offices, set phrases, forbidden words), see docs/house-terms.md:
    // "house-terms": ["error", {"files": ["terms/house.yaml"]}]
  },

  // packages of rules, or retext plugins (install them with npm)
  "plugins": [],

  // how the error rate is counted (--score): newspaper or periodical
  // "score": {"kind": "newspaper"},

  // files that are not linted
  "ignore": [],

  // pages with rules of their own
  "overrides": [
    // {"files": ["opinion/*"], "rules": {"repeated-paragraph": "off"}}
  ]
}
`
}

/** The line of the schema; a comment where copylint is not installed in this folder, and the schema would not be found. */
function schemaLine(language: Language): string {
  const line = '"$schema": "./node_modules/copylint/schema/lintrc.json",'
  if (existsSync('node_modules/copylint')) return `  ${line}`
  const why = {zh: '（在这个文件夹装了 copylint 之后才有）', en: '(once copylint is installed in this folder)'}[
    language
  ]
  return `  // ${why}\n  // ${line}`
}

/** `copylint init`: writes a config to begin with; never over another. */
export function init(parsed: Parsed, language: Language): number {
  refuseExtra(parsed, 0)
  try {
    writeFileSync(
      configName,
      templates[language].replace('SCHEMA', () => schemaLine(language)),
      {flag: 'wx'}
    )
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    const {zh, en} = reasonOf(error)
    throw new Complaint(
      code === 'EEXIST'
        ? {zh: `这里已有 ${configName}，没有改动`, en: `there is a ${configName} here already; it was left alone`}
        : {zh: `写不了 ${configName}（${zh}）`, en: `${configName} cannot be written (${en})`}
    )
  }
  process.stdout.write(language === 'zh' ? `写好了 ${configName}\n` : `wrote ${configName}\n`)
  return 0
}
