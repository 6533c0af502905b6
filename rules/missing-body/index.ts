import type {Article, Block} from 'copylint'
import {defineRule, pairShare, shorten} from 'copylint'
import {foreignHeads} from './foreign.ts'
import {isStoryHead, isTitle} from './heads.ts'
import {headsOf, isBare, looseHead, toText} from './stories.ts'

/** A kicker that is marked like its headline stands over one story that says more than this of its words. */
const kicker = 0.45
/** So many heads in a row without copy are a list of contents, not stories. */
const contents = 3

/** So much of a head stands in a message, in UTF-16 units. */
const longestShown = 16

export default defineRule({
  name: 'missing-body',
  scope: 'issue',
  severity: 'warning',
  counts: 'fact',
  summary: {
    zh: '标题下面没有正文，或者正文说的是别的事',
    en: 'a head without its story below'
  },
  messages: {
    empty: {
      zh: {
        what: '标题“{quote}”下面没有正文',
        why: '紧接着就是另一篇的标题“{next}”。',
        how: '补上正文，或者删去标题；如果是栏目名，不必改动。'
      },
      en: {
        what: 'No story below the head “{quote}”',
        why: 'The head of another story, “{next}”, follows at once.',
        how: 'Put in the story, or delete the head; the name of a column may stay.'
      }
    },
    last: {
      zh: {
        what: '标题“{quote}”下面没有正文',
        why: '这是版面上的最后一行，后面再没有文字。',
        how: '补上正文，或者删去标题。'
      },
      en: {
        what: 'No story below the head “{quote}”',
        why: 'It is the last line of the page.',
        how: 'Put in the story, or delete the head.'
      }
    },
    foreign: {
      zh: {
        what: '标题“{quote}”与下面的正文无关',
        why: '正文说的是下一行“{next}”的事，这个标题自己的正文可能漏排了。',
        how: '如果是两篇稿件的标题，补上前一篇的正文。'
      },
      en: {
        what: 'The head “{quote}” has no part in its story',
        why: 'The story is that of the next line, “{next}”; the story of this head may be missing.',
        how: 'If the two lines are heads of two stories, put in the first one’s.'
      }
    }
  },
  labels: {
    next: {zh: '下一篇的标题', en: 'the next story’s head'},
    fits: {zh: '正文说的是这一行', en: 'the story is about this line'}
  },

  *check({articles}) {
    const columns = repeatedHeads(articles)
    for (let i = 0; i < articles.length; ) {
      const {page} = articles[i] as Article
      let end = i
      while (articles[end]?.page === page && isBare(articles[end] as Article)) end++
      if (end - i < contents)
        for (let k = i; k < end; k++) if (!columns.has(textOf(articles[k] as Article))) yield* empty(articles, k, end)
      i = Math.max(end, i + 1)
      // the last line of a page without marks
      const last = articles[i]?.page === page ? undefined : looseHead(articles[i - 1] as Article)
      if (last) yield {id: 'last', at: last, severity: 'info'}
    }
    for (const {head, line} of foreignHeads(articles)) {
      yield {
        id: 'foreign',
        at: head,
        severity: 'info',
        data: {next: shorten(line.text, longestShown)},
        related: [{at: line, label: 'fits'}]
      }
    }
  }
})

/**
 * A head over the head of another story, or at the end of the page.
 *
 * @param end where the first story with copy is: lines above it may all be its heads
 */
function* empty(articles: readonly Article[], i: number, end: number) {
  const {page, headline} = articles[i] as Article
  const heads = headsOf(articles[i] as Article)
  const next = articles[i + 1]
  const top = articles[i - 1]?.page !== page
  if (headline === undefined || !heads.some(isStoryHead) || (top && isTitle(headline.text))) return
  if (next?.page !== page) {
    // a page that is nothing but a head is not made up yet
    if (!top) yield {id: 'last' as const, at: headline}
    return
  }
  const [below] = headsOf(next) as [Block?]
  const story = toText(articles, end)
  if (below === undefined || heads.some(({text}) => pairShare(text, story, below.text) > kicker)) return
  yield {
    id: 'empty' as const,
    at: headline,
    data: {next: shorten(below.text, longestShown)},
    related: [{at: below, label: 'next' as const}]
  }
}

/** Heads that stand twice without a story below: 新春走基层·记者蹲点 over each story of a column. */
function repeatedHeads(articles: readonly Article[]): Set<string> {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const article of articles) {
    if (!isBare(article)) continue
    const text = textOf(article)
    if (once.has(text)) twice.add(text)
    else once.add(text)
  }
  return twice
}

const textOf = ({headline}: Article) => headline?.text ?? ''
