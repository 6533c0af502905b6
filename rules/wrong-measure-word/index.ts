import {defineRule} from 'copylint'
import * as v from 'valibot'

export default defineRule({
  name: 'wrong-measure-word',
  // TODO: article, issue or archive
  scope: 'article',
  // TODO: error where the page proves it, warning where it is likely, info for a question to the desk
  severity: 'warning',
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
