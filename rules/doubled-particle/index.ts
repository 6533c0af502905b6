import {characters, defineRule} from 'copylint'
import {findTwins} from './twins.ts'
import {findVerbs} from './verbs.ts'

export default defineRule({
  name: 'doubled-particle',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '虚词多出一个：两个动词各带一个“了”连在一起，或“的的”“在在”之类叠印',
    en: 'a particle too many: two verbs in a row, each with its 了, or 的的 and 在在'
  },
  messages: {
    verbs: {
      zh: {
        what: '“{quote}”多了一个“了”',
        why: '两个动词连用，中间没有标点，只在后一个后面用“了”；多半是两次改动叠在了一起。',
        how: '删去前一个“了”；如果本是两件事，中间加逗号。'
      },
      en: {
        what: '“{quote}” has one 了 too many',
        why: 'Two verbs in a row with no mark between them take one 了, behind the second; two edits seem to have met.',
        how: 'Delete the first 了, or put a comma between the two.'
      }
    },
    twin: {
      zh: {
        what: '“{particle}”连排了两个',
        why: '这里只需要一个“{particle}”。',
        how: '删去一个；如果后一个属于下面的词，可以不改。'
      },
      en: {
        what: '{particle} stands twice in a row',
        why: 'One {particle} is enough here.',
        how: 'Delete one, unless the second belongs to the next word.'
      }
    }
  },
  labels: {
    drop: {zh: '删去多余的一个', en: 'Delete the one too many'}
  },

  *check(issue, {use}) {
    const index = use(characters, issue)
    yield* findVerbs(index)
    yield* findTwins(index)
  }
})
