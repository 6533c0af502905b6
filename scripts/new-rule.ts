import {existsSync, mkdirSync, writeFileSync} from 'node:fs'

const noun = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/
/** A name tells the defect; these tell the remedy. */
const orders = /^(no|disallow|prefer|require|forbid|ban|check|enforce)-/

/** Begins a rule: `npm run new-rule NAME`. Its folder compiles, and its examples pass; the TODOs are the work. */
export async function main([name = '', ...more]: readonly string[], _load?: unknown, rules = 'rules'): Promise<number> {
  const folder = `${rules}/${name}`
  const refusal = more.length > 0 ? 'Give the new rule one name: npm run new-rule NAME' : refuse(name, folder)
  if (refusal) {
    console.error(refusal)
    return 2
  }
  mkdirSync(folder, {recursive: true})
  writeFileSync(`${folder}/index.ts`, ruleFile(name))
  writeFileSync(`${folder}/README.md`, englishPage(name))
  writeFileSync(`${folder}/README.zh-CN.md`, chinesePage(name))
  console.log(`${folder} is begun. Do its TODOs, then: npm run generate && npx vitest run tests/rules -t ${name}`)
  return 0
}

function refuse(name: string, folder: string): string | undefined {
  if (name === '') return 'Give the new rule a name: npm run new-rule NAME'
  if (!noun.test(name))
    return `“${name}” is no name for a rule: write the defect as words with hyphens, as in repeated-paragraph`
  if (orders.test(name)) return `“${name}” is an order: name the defect instead, as in repeated-paragraph`
  if (existsSync(folder)) return `There is a rule ${name} already`
  return undefined
}

const ruleFile = (name: string) => `import {defineRule} from 'copylint'
import * as v from 'valibot'

export default defineRule({
  name: '${name}',
  // TODO: article, issue or archive
  scope: 'article',
  // TODO: error where the page proves it, warning where it is likely, info for a question to the desk
  severity: 'warning',
  // TODO: what its findings count as in the error rate, see docs/scoring.md
  counts: 'character',
  summary: {zh: 'TODO', en: 'TODO'},
  options: v.strictObject({
    least: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.description('TODO'), v.metadata({zh: 'TODO'})),
      2
    )
  }),
  messages: {
    found: {
      zh: {what: '“{quote}”TODO', why: 'TODO', how: 'TODO'},
      en: {what: '“{quote}” TODO', why: 'TODO', how: 'TODO'}
    }
  },

  *check(article, {options}) {
    for (const block of article.body) {
      // TODO: this finds a run of question marks
      for (const {0: marks, index} of block.text.matchAll(/？+/g)) {
        const start = block.start + index
        if (marks.length >= options.least) yield {id: 'found', at: {start, end: start + marks.length}}
      }
    }
  }
})
`

const englishPage = (name: string) => `# ${name}

<!-- generated -->
<!-- /generated -->

TODO: what it is, and how it comes about.

## Why

TODO

## Examples

These are found:

${examples}
These are left alone:

${counterexamples}
## When not to use it

TODO
`

const chinesePage = (name: string) => `# ${name}

<!-- generated -->
<!-- /generated -->

TODO：是什么，怎么来的。

## 为什么要查

TODO

## 例子

会报：

${examples}
不报：

${counterexamples}
## 什么时候不用

TODO
`

const fence = '```'

const examples = `${fence}page fail
# 青溪县新修三座便民桥

本报讯（记者 安禾）桥修好了吗⟦？？⟧青溪县交通局昨日作答：三座便民桥月底通车。

村民问得最多的是收不收费⟦？？⟧不收。
${fence}

${fence}page fail {"least": 1}
# 青溪县新修三座便民桥

本报讯（记者 安禾）桥修好了吗⟦？⟧青溪县交通局昨日作答：三座便民桥月底通车。
${fence}
`

const counterexamples = `${fence}page pass
# 青溪县新修三座便民桥

本报讯（记者 安禾）青溪县三座便民桥月底通车。
${fence}

${fence}page pass
# 青溪县新修三座便民桥

本报讯（记者 安禾）桥修好了吗？青溪县交通局昨日作答：月底通车。
${fence}
`
