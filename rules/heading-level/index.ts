import {defineRule, headingMarks} from 'copylint'
import {isApart} from './apart.ts'
import type {Story} from './stories.ts'
import {isUneven, storiesOf} from './stories.ts'

export default defineRule({
  name: 'heading-level',
  scope: 'issue',
  severity: 'warning',
  counts: 'layout',
  summary: {
    zh: '并列的稿件，标题的“#”级别不一样',
    en: 'heads of stories side by side, marked at different levels'
  },
  messages: {
    uneven: {
      zh: {
        what: '这里的标题用“{own}”，前面用“{first}”',
        why: '并列的稿件标题级别应当一致：本版{same}个用“{first}”，{count}个不是。',
        how: '统一用一级；归在一个栏目下的稿件可以低一级。'
      },
      en: {
        what: 'This head has “{own}”, those before “{first}”',
        why: 'Stories side by side have heads of one level: here {same} have “{first}”, {count} have not.',
        how: 'Use one level; stories in a section may be lower.'
      }
    }
  },
  labels: {
    first: {zh: '前面用的是这一级', en: 'the level used before'},
    other: {zh: '这里也不是前面那一级', en: 'not at that level either'}
  },

  *check(issue) {
    for (const page of issue.pages) {
      if (!isUneven(page)) continue
      const stories = storiesOf(page)
      const first = stories[0]
      if (first === undefined) continue
      const same = stories.filter(({level}) => level === first.level)
      const others = stories.filter(({level}) => level !== first.level)
      const proof = proofOf(stories, same, others)
      if (proof === undefined) continue
      const [at, ...rest] = marksOf(others)
      if (at === undefined) continue
      yield {
        id: 'uneven',
        at,
        ...(proof === 'likely' && {severity: 'info'}),
        data: {
          own: '#'.repeat(others[0]?.level ?? 0),
          first: '#'.repeat(first.level),
          same: same.length,
          count: others.length
        },
        related: [
          ...marksOf(same).map((it) => ({at: it, label: 'first' as const})),
          ...rest.map((it) => ({at: it, label: 'other' as const}))
        ]
      }
    }
  }
})

/**
 * Whether heads of both levels are proved to be heads of stories: by datelines or bylines; the higher ones by copy of some length as well,
 * and the lower ones, less surely, by copy about something else than the story above. One head that begins the page, and is above all
 * others, may be meant so: its lead.
 */
function proofOf(
  stories: readonly Story[],
  same: readonly Story[],
  others: readonly Story[]
): 'proved' | 'likely' | undefined {
  const [first] = same
  if (first === undefined || (same.length === 1 && others.every(({level}) => level > first.level))) return undefined
  const top = stories.reduce((least, {level}) => Math.min(least, level), first.level)
  const isStory = ({dated, intro, level}: Story) => dated || (level === top && !intro)
  if (same.some(isStory) && others.some(isStory)) return 'proved'
  if (!stories.some((it) => it.level === top && isStory(it))) return undefined
  return stories.some((it, i) => isApart(stories[i - 1], it, stories[i + 1])) ? 'likely' : undefined
}

const marksOf = (stories: readonly Story[]) => stories.flatMap(({head}) => headingMarks(head) ?? [])
