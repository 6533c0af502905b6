import {defineRule, shorten} from 'copylint'
import {fitsAbove, isOwnOpening, isRepeat, speaksOf} from './above.ts'
import {endOf, headOf, isIntroduced, isRoundUp, isSummary, openingOf, repeatedOpenings, runs} from './runs.ts'

/** Up to this much the page proves that the head above speaks of something else. */
const proven = 0.15
/** From here on it is a question: the head may speak of both. */
const doubtful = 0.5
/** What stands above may have in common with a dispatch from a place, or with a story below a summary of one paragraph. */
const most = {placed: 0.22, summary: 0.25}

/** A shorter head may name a column, and says too little of its story to be asked: `家常`. */
const leastHead = 5

/** So much of a head stands in a message, in UTF-16 units. */
const longestShown = 16

export default defineRule({
  name: 'missing-headline',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '稿件开头没有标题，与上一篇连在了一起',
    en: 'a story that begins without a head, run on to the one above'
  },
  messages: {
    joined: {
      zh: {
        what: '“{quote}”另起一篇，却没有标题',
        why: '上面的标题“{head}”说的不是这件事：两篇稿件连成了一篇。',
        how: '对照原稿补上标题；如果确是同一篇的另一条电讯，不必改动。'
      },
      en: {
        what: '“{quote}” opens a story without a head',
        why: 'The head above, “{head}”, does not speak of it: two stories have run together.',
        how: 'Put in its head from the copy; if it is one more dispatch under the same head, leave it.'
      }
    },
    again: {
      zh: {
        what: '同一个标题下又有一个“{quote}”',
        why: '一篇稿件只有一个这样的开头；标题“{head}”也许管两篇，也许只管前一篇。',
        how: '如果是另一篇，补上标题；如果是同一篇，删去这个开头。'
      },
      en: {
        what: '“{quote}” again under the same head',
        why: 'A story opens so once; the head “{head}” may speak of both, or of the first alone.',
        how: 'If it is another story, put in its head; if it is the same one, delete the opening.'
      }
    },
    first: {
      zh: {
        what: '“{quote}”这一篇没有标题',
        why: '版面从这一篇的正文开始，其他稿件都有标题。',
        how: '对照原稿补上标题。'
      },
      en: {
        what: '“{quote}” opens a story without a head',
        why: 'The page begins with its copy; the other stories have heads.',
        how: 'Put in its head from the copy.'
      }
    }
  },
  labels: {
    head: {zh: '上一篇的标题', en: 'the head of the story above'},
    end: {zh: '上一篇到这里为止', en: 'the story above ends here'},
    other: {zh: '下一篇有标题', en: 'the next story has its head'}
  },

  *check(issue, {text}) {
    let pasted: ReadonlySet<string> | undefined
    for (const {stories, top} of runs(issue)) {
      const [above, ...rest] = stories
      const head = headOf(above)
      if (head === undefined) {
        const at = top ? openingOf(above) : undefined
        const other = at && issue.articles.find((it) => it.page === above.page && headOf(it))?.headline
        if (at && other) yield {id: 'first', at, severity: 'warning', related: [{at: other, label: 'other'}]}
        continue
      }
      if (rest.length === 0 || head.text.length < leastHead || isRoundUp(head.text, stories) || isIntroduced(above))
        continue
      for (const [i, story] of rest.entries()) {
        const before = stories[i] ?? above
        const at = openingOf(story)
        const end = endOf(before, story)
        if (at === undefined || end === undefined || isRepeat(stories.slice(0, i + 1), story)) continue
        const own = isOwnOpening(text(at))
        const summary = isSummary(before)
        const fit = fitsAbove(stories.slice(0, i + 1), story)
        if (summary ? fit >= most.summary : !own && fit >= most.placed) continue
        // the first paragraph of another story, pasted here or above, is another defect
        pasted ??= repeatedOpenings(issue)
        if ([before, story].some(({body: [first]}) => pasted?.has(first?.text ?? ''))) continue
        yield {
          id: fit < doubtful ? 'joined' : 'again',
          at,
          ...((!own || summary || fit >= proven || !speaksOf(head, above)) && {
            severity: fit < doubtful ? 'warning' : 'info'
          }),
          data: {head: shorten(head.text, longestShown)},
          related: [
            {at: head, label: 'head'},
            {at: end, label: 'end'}
          ]
        }
      }
    }
  }
})
