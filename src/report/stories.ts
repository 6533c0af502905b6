import type {Message, PageReport, Story} from './message.ts'

/** The stories of all pages. */
export const storiesOf = (pages: readonly PageReport[]): number =>
  pages.reduce((total, {stories}) => total + stories.length, 0)

/** The stories in which something was found. */
export function badStories(pages: readonly PageReport[]): number {
  return pages.reduce((total, page) => {
    const bad = new Set(page.messages.map((message) => storyOf(message, page)))
    bad.delete(undefined)
    return total + bad.size
  }, 0)
}

/** Findings whose first mend is of a kind. */
export function mends(pages: readonly PageReport[], safety: 'safe' | 'unsafe'): number {
  const messages = pages.flatMap((page) => page.messages)
  return messages.filter(
    ({fixes}) => fixes.length > 0 && fixes.some((it) => it.safety === 'safe') === (safety === 'safe')
  ).length
}

/** The story in which a finding lies: the last that begins before it. */
export function storyOf({at}: Pick<Message, 'at'>, {stories}: PageReport): Story | undefined {
  return stories[storyIndex(at.start, stories)]
}

/** Index of the last story that begins at an offset or before it; -1 before the first. */
export function storyIndex(offset: number, stories: readonly Story[]): number {
  let low = 0
  let high = stories.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stories[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
