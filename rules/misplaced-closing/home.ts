import type {TiedStory} from 'copylint'
import type {Presumed, Thing} from './things.ts'
import {occasion} from './things.ts'

/** So many stories away a closing is not looked for. */
const farthest = 12

/** Paragraphs from the top in which a story says what it is about. */
const leadParagraphs = 2

/**
 * The story whose closing another has: the nearest on its page that tells of the thing and does not say who attended. None
 * where the story that has the closing has the thing itself.
 */
export function findHome(
  stories: readonly TiedStory[],
  place: number,
  {thing, index}: Presumed
): TiedStory | undefined {
  const own = stories[place]
  if (own === undefined || hasIt(own, thing, index)) return undefined
  for (let away = 1; away <= farthest; away++) {
    for (const other of [stories[place - away], stories[place + away]]) {
      if (other?.page === own.page && other.group !== own.group && !other.attendance && tellsOfIt(other, thing))
        return other
    }
  }
  return undefined
}

const hasIt = ({above, closing}: TiedStory, {has}: Thing, index: number) =>
  above.some(({block}) => has.test(block.text)) || has.test(closing?.block.text.slice(0, index) ?? '')

/** Whether a story tells of something held that its closing may mean by another name. */
export const tellsOfOccasion = ({above}: TiedStory) => above.some(({block}) => occasion.test(block.text))

/** In its lead, or because a paragraph begins with it: `会议指出，…` */
const tellsOfIt = ({body}: TiedStory, {tells}: Thing) =>
  body.some(({block}, paragraph) => tells.test(paragraph < leadParagraphs ? block.text : block.text.slice(0, 8)))
