import type {Evidence, Span, TiedStory, Ties} from 'copylint'
import {evidence, pairShare} from 'copylint'

/** Words that must tie a closing to another story; a list of those who attended is made of names, and needs more. */
const leastWords = 4
const leastNames = 20
/** From so few letters nothing can be said to be absent. */
const shortestStory = 120

/** Two stories tell of one thing where the other, or the closing itself, has so much of the own head: a summit and its opening. */
const oneThing = 0.4

/** Letters at the ends of a paragraph by which a second print is told. */
const ends = 12

/** The story that a closing’s words are of. */
export interface Found {
  readonly home: TiedStory
  /** Words that only that story has, longest first. */
  readonly words: readonly Evidence[]
}

/**
 * The story of the page in which the words of a closing gather, where its own has next to none of them.
 *
 * @param least how many times more strongly the closing must be tied to it
 */
export function findWords(tied: Ties, place: number, least: number): Found | undefined {
  const story = tied.stories[place]
  if (story?.closing === undefined) return undefined
  const {closing, attendance} = story
  if (story.letters - (attendance ? 0 : closing.end - closing.start) < shortestStory) return undefined
  const {own, other: tie} = tied.of(closing, place)
  if (tie === undefined || tie.words < (attendance ? leastNames : leastWords)) return undefined
  const home = tied.stories[tied.placeOf[tie.story] ?? -1]
  if (tie.strength < least * own.strength || home === undefined || home.group === story.group) return undefined
  if (story.comment || home.comment || speaksOf(story, closing.block.text)) return undefined
  if (isCopy(closing.block.text, home) || tellOfOneThing(story, home)) return undefined
  const words = evidence(closing.block, home.all, story.above)
  // two stories may close in the same words
  if (words.every(({at}) => isInside(at, home.closing?.block))) return undefined
  return {home, words}
}

function tellOfOneThing({headline, closing}: TiedStory, {all}: TiedStory): boolean {
  if (headline === undefined) return false
  const {text} = headline.block
  const there = all.map(({block}) => block.text).join('\n')
  return pairShare(text, there) + pairShare(text, closing?.block.text ?? '') >= oneThing
}

/** A paragraph that opens and closes as one of the other story does is printed twice, not misplaced. */
function isCopy(closing: string, {body}: TiedStory): boolean {
  const [opening, end] = [closing.slice(0, ends), closing.slice(-ends)]
  return body.some(({block: {text}}) => text.startsWith(opening) && text.endsWith(end))
}

const isInside = (span: Span, block: Span | undefined) =>
  block !== undefined && span.start >= block.start && span.end <= block.end

/** `社论指出，…` under a leader: whoever speaks has been named, whatever new is said. */
function speaksOf({above}: TiedStory, closing: string): boolean {
  const speaker = speech.exec(closing)?.[1]?.slice(-2)
  return speaker !== undefined && above.some(({block}) => block.text.includes(speaker))
}

const speech = /^(.{2,6}?)(?:还|最后)?(?:指出|强调|表示|认为|要求|号召|说|写道|希望)/
