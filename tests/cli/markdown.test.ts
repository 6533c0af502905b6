import {expect, test} from 'vitest'
import {renderMarkdown} from '../../src/cli/markdown.ts'

const page = `# same-closing

<!-- generated -->
| Option | Meaning |
|---|---|
| \`least\` | 少于这么多字的句子不查，短的套话常常重复，不必一一指出 |
<!-- /generated -->

两篇稿件的**结尾**一字不差，
见[说明](https://example.com)。

- 一条很长的说明，长到一行里放不下，要折到下一行去
- 另一条

\`\`\`page fail
海棠镇修桥，⟦#1|为全镇高质量发展作出应有贡献，也为乡亲出行带来方便。⟧
\`\`\`

\`\`\`json
{"least": 8}
\`\`\`
`

test('a page of markdown, for a terminal', () => {
  const style = {columns: 40, color: false, caption: (info: string) => (info === 'page fail' ? '✖ found' : undefined)}
  expect(renderMarkdown(page, style)).toMatchSnapshot()
})

test('controls of a page are drawn', () => {
  const style = {columns: 40, color: false, caption: () => undefined}
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(renderMarkdown('# a\u001b[2J\n\n`\u001b`\n\n```\n\u001b\n```\n', style)).not.toMatch(/\u001b/)
})
