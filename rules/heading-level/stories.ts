import type {Article, Block, Page} from 'copylint'
import {datelineLength, isArticle} from 'copylint'

/** An introduction is not longer, in UTF-16 units. */
const longestIntro = 150

/** A story that stands beside the others of its page, in no section. */
export interface Story {
  /** The head that says how it is ranked: the shallowest of kicker, headline and decks. */
  readonly head: Block
  /** How many `#`. */
  readonly level: number
  /** Whether a dateline or a byline shows that it is a story of its own. */
  readonly dated: boolean
  readonly body: readonly Block[]
  /** Whether it is so short, and without a dateline, that it may lead in what stands below. */
  readonly intro: boolean
}

/** Whether marked heads of a page differ at all: of most they do not, and nothing else need be asked of their stories. */
export function isUneven({parts}: Page): boolean {
  let first = 0
  for (const part of parts) {
    const level = isArticle(part) ? (topOf(part)?.level ?? 0) : 0
    if (level > 0 && first > 0 && level !== first) return true
    if (level > 0) first = level
  }
  return false
}

/** The marked stories of a page that are in no section: those in `## 攻坚季` may have `###`. */
export function storiesOf({parts}: Page): Story[] {
  const stories: Story[] = []
  // the level of the section that we are in; 0: in none
  let section = 0
  const title = titleOf(parts)
  for (const part of parts) {
    if (!isArticle(part)) {
      const {role, level} = part
      if (role === 'section' && part !== title && level > 0 && (section === 0 || level <= section)) section = level
      continue
    }
    const story = toStory(part)
    if (story === undefined) continue
    if (section > 0 && story.level > section) continue
    section = 0
    const above = stories.at(-1)
    // an introduction without a dateline over heads of a lower level is a section too: `## 一周要闻`
    if (above?.intro && story.level > above.level) section = above.level
    else stories.push(story)
  }
  return stories
}

/** `# 第三版` over all other heads of the page is its title, not a section of it. */
function titleOf(parts: Page['parts']): Block | undefined {
  let title: Block | undefined
  for (const part of parts) {
    if (isArticle(part)) {
      if (title === undefined || (topOf(part)?.level ?? 7) <= title.level) return undefined
    } else if (part.role === 'section') {
      if (title && part.level <= title.level) return undefined
      title ??= part
    }
  }
  return title
}

function toStory(article: Article): Story | undefined {
  const top = topOf(article)
  if (top === undefined) return undefined
  const {blocks, body} = article
  const [first, second] = body
  const dated = datelineLength(first?.text ?? '') > 0 || blocks.some(({role}) => role === 'byline')
  const intro = !dated && second === undefined && (first?.text.length ?? 0) <= longestIntro
  return {...top, dated, intro, body}
}

/** The shallowest of the heads of a story that are marked. */
function topOf({blocks, headline}: Article): Pick<Story, 'head' | 'level'> | undefined {
  if (headline === undefined) return undefined
  let top: {head: Block; level: number} | undefined
  for (const head of blocks) {
    const level = head.role === 'kicker' || head.role === 'headline' || head.role === 'deck' ? head.level : 0
    if (level > 0 && level < (top?.level ?? 7)) top = {head, level}
  }
  return top
}
