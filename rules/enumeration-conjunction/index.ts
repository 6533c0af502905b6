import type {Article, Block} from 'copylint'
import {defineRule, spanIn} from 'copylint'
import type {List} from './members.ts'
import {listAround} from './members.ts'
import {judge} from './verdict.ts'

export default defineRule({
  name: 'enumeration-conjunction',
  scope: 'article',
  severity: 'warning',
  counts: 'fact',
  summary: {
    zh: '“和”不在并列的最后两项之间：“进度、难度和细节、部位”',
    en: 'a list whose 和 does not join its last two members: 进度、难度和细节、部位'
  },
  messages: {
    early: {
      zh: {
        what: '“{quote}”里的“和”早了，后面还有“、”',
        why: '并列的几项之间用“、”，“和”只放在最后两项之间。',
        how: '把“和”与最后一个“、”对调；如果“和”前后本是两组，可以不改。'
      },
      en: {
        what: '和 comes too early in “{quote}”: 、 follows',
        why: 'Members of a list are joined by 、, and only the last two by 和.',
        how: 'Exchange 和 and the last 、, unless 和 parts two groups.'
      }
    }
  },
  labels: {
    here: {zh: '“和”通常在这里', en: '和 is usual here'},
    exchange: {zh: '“和”与最后一个“、”对调', en: 'Exchange 和 and the last 、'}
  },

  *check(article) {
    let counts: ReadonlyMap<string, number> | undefined
    for (const block of article.blocks) {
      if (!block.text.includes('、')) continue
      for (let at = block.text.indexOf('和'); at >= 0; at = block.text.indexOf('和', at + 1)) {
        const list = listAround(block.text, at)
        const verdict = list && judge(list, block.text)
        if (!verdict) continue
        counts ??= countPairs(article)
        if ((counts.get(around(block.text, at)) ?? 0) > 1) continue
        const end = list.members.at(-1)?.start ?? at
        const mark = spanIn(block, end - 1, end)
        yield {
          id: 'early',
          at: place(list, block),
          ...(verdict === 'doubtful' && {severity: 'info'}),
          related: [{at: mark, label: 'here'}],
          fixes: [
            {
              title: 'exchange',
              safety: 'unsafe',
              edits: [
                {...spanIn(block, at, at + 1), text: '、'},
                {...mark, text: '和'}
              ]
            }
          ]
        }
      }
    }
  }
})

/** From the member before 和 to the end of the list. */
const place = ({members, before}: List, block: Block) =>
  spanIn(block, members[before]?.start ?? 0, members.at(-1)?.end ?? 0)

/** How often the two letters on either side of a 和 stand so in a story: 种植和养殖 twice is one thing. */
function countPairs({blocks}: Article): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {text} of blocks) {
    for (let at = text.indexOf('和'); at >= 0; at = text.indexOf('和', at + 1)) {
      const pair = around(text, at)
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  return counts
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 2), at + 3)
