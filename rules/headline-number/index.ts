import type {Article, Block, Figure, Issue, Span} from 'copylint'
import {defineRule, figures, spanIn} from 'copylint'
import type {Placed} from './contrary.ts'
import {findContrary} from './contrary.ts'

/** A longer line is no head, a line with more figures that measure nothing a row of a table, a story with more in its heads a table. */
const mostLetters = 120
const mostBare = 2
const mostFigures = 16

export default defineRule({
  name: 'headline-number',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '标题里的数字与正文对不上',
    en: 'a figure in a head that its story contradicts'
  },
  messages: {
    other: {
      zh: {
        what: '标题说“{quote}”，正文说“{figure}”',
        why: '两处像是说同一件事，正文里没有标题的这个数。',
        how: '对照原稿，核实哪个数对，改另一处。'
      },
      en: {
        what: 'The head says “{quote}”, the story “{figure}”',
        why: 'Both seem to tell of one thing, and the head’s figure is nowhere in the story.',
        how: 'Ask which figure is right, and change the other.'
      }
    }
  },
  labels: {
    body: {zh: '正文里的数', en: 'the figure of the story'}
  },

  *check(issue, {use}) {
    const figuresOf = use(figures, issue)
    for (const story of storiesOf(issue)) {
      const heads = story.flatMap(({blocks}) => blocks.filter(isHead))
      const numbered = heads.flatMap((block) => figuresOfHead(block, figuresOf)).slice(0, mostFigures)
      if (numbered.length === 0) continue
      const all = story.flatMap(({blocks}) => blocks.flatMap((block) => place(block, figuresOf(block))))
      const copy = all.filter(({block}) => !isHead(block))
      const told = all.filter(({block}) => !isHead(block) || block.role === 'subhead')
      for (const head of numbered) {
        const sub = head.block.role === 'subhead'
        // 第二步 over a part of the story counts its parts
        if (sub && head.figure.kind === 'ordinal') continue
        const other = findContrary(head, sub ? copy : told)
        if (other === undefined) continue
        yield {
          id: 'other',
          at: spanOf(head),
          data: {figure: other.block.text.slice(other.figure.start, other.figure.unitEnd)},
          ...(!other.sure && {severity: 'warning'}),
          related: [{at: spanOf(other), label: 'body'}]
        }
      }
    }
  }
})

const spanOf = ({block, figure}: Placed): Span => spanIn(block, figure.start, figure.unitEnd)

function figuresOfHead(block: Block, figuresOf: (block: Block) => readonly Figure[]): Placed[] {
  if (block.text.length > mostLetters || block.text.includes('\t')) return []
  const found = figuresOf(block)
  return found.filter(({kind, unit}) => kind === 'count' && unit === '').length > mostBare ? [] : place(block, found)
}

/** Days are not what is counted, and names are no figures. */
function place(block: Block, found: readonly Figure[]): Placed[] {
  const placed: Placed[] = []
  for (const figure of found) if (figure.kind !== 'date' && figure.kind !== 'name') placed.push({block, figure})
  return placed
}

const headRoles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck', 'subhead'])

const isHead = ({role}: Block): boolean => headRoles.has(role)

/** What is printed under one head: a second dateline begins an article without a head, under the head of the first. */
function storiesOf(issue: Issue): Article[][] {
  const stories: Article[][] = []
  for (const article of issue.articles) {
    const story = stories.at(-1)
    if (story && article.headline === undefined && story[0]?.page === article.page) story.push(article)
    else stories.push([article])
  }
  return stories
}
