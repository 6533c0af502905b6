import type {Article, Block} from 'copylint'
import {datelineLength, pairShare} from 'copylint'

/** How much of a story is compared, in UTF-16 units: what it is about, it says first. */
const opening = 160
const longest = 600
const longestAbove = 2000
/** A head has so much in common with its story. */
const leastSaid = 0.15
/** So much of a paragraph that stands above is no new story. */
const repeated = 0.85

/**
 * How well a dispatch fits what stands above it: what share of the head it speaks of, and how much it goes on with the story. From 0
 * to 1.5. A head over two dispatches speaks of both: `中国党政代表团抵平壤` over the farewell in Beijing and the welcome in Pyongyang.
 */
export function fitsAbove(above: readonly Article[], story: Article): number {
  const text = toText(story, longest)
  const heads = above.flatMap(({blocks}) => blocks.filter(isHeadLike).map((it) => it.text))
  return pairShare(heads.join(' '), text) + pairShare(text.slice(0, opening), toTexts(above)) / 2
}

/** Whether a head speaks of the story below it: the name of a column, 新春走基层, may stand over several. */
export const speaksOf = (head: Block, story: Article): boolean =>
  pairShare(head.text, toText(story, longest)) >= leastSaid

/** Whether a story opens as one above it does: its first paragraph was printed twice, which is another defect. */
export function isRepeat(above: readonly Article[], {body: [first]}: Article): boolean {
  const text = first?.text.slice(datelineLength(first.text)).slice(0, opening) ?? ''
  return pairShare(text, toTexts(above)) >= repeated
}

/** `本报讯（记者…）` opens what the paper wrote itself, one a story; `据新华社东京3月2日电` may be one dispatch of several. */
export function isOwnOpening(text: string): boolean {
  return /^[（(]?据?(?:本报|本刊|本台|本网|新华社|新华网|中新社|中新网|人民网)[\s　]*[讯电消]/u.test(text)
}

/** Heads, and the lines without a full stop between a head and its story: `（一）…` `老科学家热情指导，研究生刻苦钻研`. */
const isHeadLike = ({role, text}: Block) =>
  role === 'headline' || role === 'kicker' || role === 'deck' || (role === 'body' && !/[。！？”）)]$/u.test(text))

function toTexts(stories: readonly Article[]): string {
  let text = ''
  for (const story of stories) if (text.length < longestAbove) text += toText(story, longestAbove - text.length)
  return text
}

/** The paragraphs of a story without their datelines, so far. */
function toText({body}: Article, limit: number): string {
  let text = ''
  for (const block of body) {
    if (text.length >= limit) break
    text += block.text.slice(datelineLength(block.text)).replace(reporter, '')
  }
  return text.slice(0, limit)
}

/** `记者仓立德报道：` behind the dateline, as papers had it in 1990. */
const reporter = /^[（(][^（）()]{1,60}[）)]|^[^，。：]{2,24}报道[：:]/u
