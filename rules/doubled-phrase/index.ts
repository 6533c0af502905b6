import {characters, defineRule} from 'copylint'
import * as v from 'valibot'
import {findJoined} from './joined.ts'
import {findJoinedWords} from './joined-words.ts'
import {findMembers} from './members.ts'
import {findTwice} from './twice.ts'

export default defineRule({
  name: 'doubled-phrase',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '同一短语并列两次（X和X）、词语连排两次、并列成分重复',
    en: 'a phrase joined with itself (X和X), words printed twice in a row, a list that names a member twice'
  },
  options: v.strictObject({
    allow: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Words that may stand twice in a row.'),
        v.metadata({zh: '允许叠用的词。'})
      ),
      []
    )
  }),
  messages: {
    joined: {
      zh: {
        what: '“{phrase}”与自身并列',
        why: '“{phrase}{joint}{phrase}”前后是同一个短语，多半是改稿时漏改了一处。',
        how: '核对原稿：另一处应是别的内容，或者删去一处。'
      },
      en: {
        what: '“{phrase}” is joined with itself',
        why: 'Both sides of “{phrase}{joint}{phrase}” are the same, as an edit leaves it that stopped half-way.',
        how: 'Check the copy: one of the two should be something else, or should go.'
      }
    },
    twice: {
      zh: {
        what: '“{phrase}”连排了两次',
        why: '同一词语紧接着又排了一遍。',
        how: '删去一个；如果确是叠用，可在 allow 里登记。'
      },
      en: {
        what: '“{phrase}” stands twice in a row',
        why: 'The same words are printed twice, one print behind the other.',
        how: 'Delete one; if the doubling is meant, list the word in `allow`.'
      }
    },
    member: {
      zh: {
        what: '并列成分“{phrase}”出现了两次',
        why: '同一串并列里一个成分列了两次：多列了，或者另一处应是别的。',
        how: '核对名单或原稿，删去或改正一处。'
      },
      en: {
        what: 'The list names “{phrase}” twice',
        why: 'One member of the list is there twice: it is one too many, or should be another.',
        how: 'Check the list against the copy.'
      }
    }
  },
  labels: {
    first: {zh: '先出现在这里', en: 'first here'},
    drop: {zh: '删去重复的一个', en: 'Delete the repeat'}
  },

  *check(issue, {options, use}) {
    const all = use(characters, issue)
    yield* findJoined(all, use)
    yield* findJoinedWords(all)
    yield* findTwice(all, use, options.allow)
    yield* findMembers(all)
  }
})
