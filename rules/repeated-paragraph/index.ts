import {defineRule} from 'copylint'
import * as v from 'valibot'

export default defineRule({
  name: 'repeated-paragraph',
  scope: 'issue',
  severity: 'error',
  summary: {zh: '整段重复', en: 'a paragraph printed twice'},
  options: v.strictObject({least: v.optional(v.pipe(v.number(), v.integer(), v.minValue(10)), 20)}),
  messages: {
    again: {
      zh: {what: '“{quote}”一段与{other}重复', why: '同一段文字排了两次。', how: '保留一处，删去另一处。'},
      en: {
        what: '“{quote}” repeats {other}',
        why: 'The same paragraph is printed twice.',
        how: 'Keep one and delete the other.'
      }
    }
  },
  labels: {first: {zh: '先排在这里', en: 'printed first here'}, drop: {zh: '删去这一段', en: 'Delete this paragraph'}},
  *check(issue, {options}) {
    const seen = new Map<string, {start: number; end: number; page: number}>()
    for (const article of issue.articles) {
      for (const block of article.body) {
        if (block.text.length < options.least) continue
        const first = seen.get(block.text)
        if (first) {
          yield {
            id: 'again',
            at: block,
            related: [{at: first, label: 'first', compare: true}],
            fixes: [{title: 'drop', safety: 'safe', edits: [{...block, text: ''}]}]
          }
        } else seen.set(block.text, block)
      }
    }
  }
})
