import type {Issue, Normalised, NormalisedBlock, Span, Use} from 'copylint'
import {defineRule, normalised, removal} from 'copylint'
import * as v from 'valibot'
import {findParagraph, findSentence} from './again.ts'
import {findClause} from './clause.ts'
import {shared} from './letters.ts'

export default defineRule({
  name: 'duplicate-closing',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '稿件的结尾重复：末段、末句排了两次，或前后两段用同一句收尾',
    en: 'a story that closes twice: its last paragraph or sentence again, or one closing clause under two paragraphs'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(4),
        v.description('Letters in a closing sentence or paragraph below which a repeat is left alone.'),
        v.metadata({zh: '末段、末句少于这么多字，重复了也不报。'})
      ),
      8
    ),
    leastClause: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(8),
        v.description('The same for a closing clause that closes another paragraph or story too.'),
        v.metadata({zh: '另一段或另一篇也用来收尾的话，少于这么多字不报。'})
      ),
      15
    )
  }),
  messages: {
    paragraph: {
      zh: {
        what: '结尾“{quote}”与{other}重复',
        why: '稿件的结尾排了两次。',
        how: '删去一处；如有一处属于别的稿件，移到那里去。'
      },
      en: {
        what: 'The closing “{quote}” repeats {other}',
        why: 'The story closes twice.',
        how: 'Delete one; if one of them belongs to another story, move it there.'
      }
    },
    sentence: {
      zh: {
        what: '末句“{quote}”排了两次',
        why: '稿件的最后一句重复了一遍。',
        how: '删去一句。'
      },
      en: {
        what: 'The last sentence “{quote}” stands twice',
        why: 'The story’s last sentence is printed a second time.',
        how: 'Delete one of them.'
      }
    },
    clause: {
      zh: {
        what: '“{quote}”在{other}已用来收尾',
        why: '一篇稿件里两段用同一句话收尾，像是改稿时留下的。',
        how: '留一处，另一处删去或改写。'
      },
      en: {
        what: '“{quote}” closes {other} as well',
        why: 'Two paragraphs of one story end in the same words, as if left over from an edit.',
        how: 'Keep one, delete or reword the other.'
      }
    },
    stories: {
      zh: {
        what: '“{quote}”也是{other}一篇的结尾',
        why: '两篇稿件用同一句话收尾，其中一句可能串了稿。',
        how: '核对两篇原稿的结尾。'
      },
      en: {
        what: '“{quote}” closes the story of {other} too',
        why: 'Two stories end in the same sentence; one of them may have been pasted under the wrong story.',
        how: 'Check the endings of both against the copy.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    drop: {zh: '删去后排的结尾', en: 'Delete the second closing'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    const closings = new Map<number, Closing[]>()
    for (const copy of stories(issue, use)) {
      const body = copy.filter(({block}) => block.role === 'body')
      const last = body.at(-1)
      const [end, ...rest] = copy.toReversed()
      if (last === undefined || end === undefined) continue
      const earlier = body.slice(0, -1)
      // a credit printed twice is a closing printed twice
      const paragraph =
        findParagraph(letters, earlier, last, options.least / last.weight) ??
        findParagraph(letters, rest.toReversed(), end, options.least / end.weight)
      const again = paragraph ?? findSentence(letters, earlier.at(-1), last, options.least / last.weight, text)
      const clause = again ?? findClause(letters, earlier, last, options.leastClause / last.weight, text)
      if (clause) {
        yield {
          id: paragraph ? 'paragraph' : again ? 'sentence' : 'clause',
          at: clause.at,
          ...((!again || again.likely) && {severity: 'warning'}),
          related: [{at: clause.first, label: 'first', compare: true}],
          ...(again && {fixes: [{title: 'drop', safety: again.mend, edits: [again.drop ?? removal(again.at, text)]}]})
        }
        continue
      }
      const closing = toClosing(letters, last)
      if (closing.length * last.weight < options.leastClause || isFormula(text(closing.at))) continue
      const other = exchange(closings, closing, letters)
      // two whole paragraphs are a repeated paragraph
      if (other && !(other.whole && closing.whole)) {
        yield {
          id: 'stories',
          at: closing.at,
          severity: 'warning',
          related: [{at: other.at, label: 'first', compare: true}]
        }
      }
    }
  }
})

/** The paragraphs of each story that are not heads, in order. */
function stories(issue: Issue, use: Use): NormalisedBlock[][] {
  const lists: NormalisedBlock[][] = issue.articles.map(() => [])
  for (const it of use(normalised, issue).blocks) {
    if (['body', 'caption', 'note'].includes(it.block.role)) lists[it.article]?.push(it)
  }
  return lists
}

/** The last sentence of a story. */
interface Closing {
  readonly at: Span
  /** Where its letters end. */
  readonly end: number
  readonly length: number
  /** Whether it is a paragraph of its own. */
  readonly whole: boolean
}

function toClosing({offsets}: Normalised, {block, start, end}: NormalisedBlock): Closing {
  const sentence = block.node.children.findLast(({type}) => type === 'SentenceNode')
  const from = sentence?.position?.start.offset ?? block.start
  let index = end
  while (index > start && (offsets[index - 1] ?? 0) >= from) index--
  return {
    at: {page: block.page, start: Math.max(from, block.start), end: block.end},
    end,
    length: end - index,
    whole: index === start
  }
}

/** Gives the last closing of the same letters, and puts this one in its place. */
function exchange(closings: Map<number, Closing[]>, closing: Closing, letters: Normalised): Closing | undefined {
  const {end, length} = closing
  let hash = length
  for (let i = end - length; i < end; i++) hash = (Math.imul(hash, 31) + (letters.codes[i] ?? 0)) | 0
  const like = closings.get(hash)
  if (like === undefined) closings.set(hash, [closing])
  // other letters may have the same hash
  const at = like?.findIndex((it) => it.length === length && shared(letters, it.end, end, length) === length) ?? -1
  const [other] = like?.splice(at < 0 ? like.length : at, 1, closing) ?? []
  return other
}

/** Who attended, who wrote, from when a rule holds: rightly the same under two stories (林某、周某等参加上述活动。). */
const isFormula = (text: string) =>
  /(?:参加|出席|陪同|随行|调研|会见|会谈|在座|编辑|摄影|报道|执笔)[^，。]{0,12}[。）)]?$|^[（(].*[）)]$|施行|负责解释|特此[公通]告|申报债权|热线|咨询|拨打|详情|报名|联系电话|^(?:本文)?作者[系为是：]/u.test(
    text
  )
