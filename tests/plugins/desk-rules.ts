import {readFileSync} from 'node:fs'

/** The guide for strangers: what it tells them to write is what is tested here. */
const guide = readFileSync('docs/writing-a-rule.md', 'utf8')

/** The package that the guide writes. Files by path. */
export const deskRules = {
  'package.json': JSON.stringify({
    name: 'desk-rules',
    version: '1.0.0',
    type: 'module',
    exports: './index.js',
    peerDependencies: {copylint: '*'},
    dependencies: {valibot: '^1.0.0'}
  }),
  'index.js': `${block('js', '// index.js')}\n${block('js', 'export const presets')}`,
  'same-opening.js': block('js', '// same-opening.js'),
  'pages/unsourced-claim.md': block('markdown', '# unsourced-claim'),
  'pages/same-opening.md': block('markdown', '# same-opening'),
  'rules.test.js': block('js', '// rules.test.js')
} as const

/** The config with which the guide uses it. */
export const guideConfig = JSON.parse(block('json', '{')) as object

/** The guide's last word: the rule as a plugin of unified. Gets its rule and its page, and prints the messages. */
export const unifiedScript = (source: string) =>
  block('js', 'import {toPlugin}').replace(
    "import {VFile} from 'vfile'\n",
    `import {VFile} from 'vfile'\nimport {rules} from 'desk-rules'\nconst [unsourcedClaim] = rules\nconst source = ${JSON.stringify(source)}\n`
  )

/** A rule as it is written in TypeScript: its options' types come from the schema, and a misspelt message is refused. */
export const typedRule = (id: string) => `import {defineRule, type Article} from 'copylint'
import {copyParser} from 'copylint/parser'
import * as node from 'copylint/node'
import {testRule} from 'copylint/testing'
import * as v from 'valibot'

export const rule = defineRule({
  name: 'long-body',
  scope: 'article',
  severity: 'info',
  summary: {zh: '长文', en: 'a long story'},
  options: v.strictObject({most: v.optional(v.number(), 9)}),
  messages: {long: {zh: {what: '长', why: '长', how: '删'}, en: {what: 'long', why: 'long', how: 'cut'}}},
  *check(article: Article, {options}) {
    const most: number = options.most
    const [first] = article.body
    if (first && article.body.length > most) yield {id: '${id}', at: first}
  }
})

export const names: string[] = testRule(rule, '').map((it) => it.name)
export const parser: object = copyParser
export const files: object = node
`

/** The fenced block of a language that begins so. */
function block(language: string, beginning: string): string {
  for (const [, , text = ''] of guide.matchAll(new RegExp(`^(\`{3,})${language}\\n([\\s\\S]*?)^\\1$`, 'gm'))) {
    if (text.startsWith(beginning)) return text
  }
  throw new Error(`docs/writing-a-rule.md has no block of ${language} that begins with ${beginning}`)
}
