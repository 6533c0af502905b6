import type {Block} from 'copylint'
import {pairShare} from 'copylint'
import type {Story} from './stories.ts'

/** How much of a story is compared, in UTF-16 units: what it is about, it says first. */
const longest = 800
const opening = 160
/** A part of a story has more than this in common with its head, and goes on with it. */
const most = 0.12
/** A head says at least this of its own story. */
const least = 0.4

/** Whether a head below a story, deeper by a level and alone there, is that of another story: parts come in pairs, and are about the same. */
export function isApart(above: Story | undefined, story: Story, below: Story | undefined): boolean {
  if (above === undefined || above.level >= story.level) return false
  if (below && below.level >= story.level) return false
  const text = toText(story.body)
  if (pairShare(story.head.text, text) < least) return false
  return pairShare(above.head.text, text) < most && pairShare(text.slice(0, opening), toText(above.body)) < most
}

function toText(body: readonly Block[]): string {
  let text = ''
  for (const block of body) if (text.length < longest) text += block.text
  return text.slice(0, longest)
}
