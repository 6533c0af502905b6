import {datelineLength} from '../parse/dateline.ts'
import {headingMarks} from '../tree/issue.ts'
import type {NormalisedBlock} from './normalised.ts'

/** A story, with its closing apart. */
export interface TiedStory {
  /** The article that has its head. */
  readonly article: number
  readonly page: number
  readonly headline?: NormalisedBlock
  readonly body: readonly NormalisedBlock[]
  /** Its paragraphs, and behind them its head: what is in both is shown in the copy. */
  readonly all: readonly NormalisedBlock[]
  /** Its paragraphs up to the closing. */
  readonly rest: readonly NormalisedBlock[]
  /** Those, and behind them its head. */
  readonly above: readonly NormalisedBlock[]
  /** Its last paragraph, where it has others; of some that are alike the first. */
  readonly closing?: NormalisedBlock
  /** Whether the closing says who attended: such names are the same under many stories, and tie to none. */
  readonly attendance: boolean
  /** Whether it is signed as an opinion is (`□林岚`): what it says is said of the news beside it. */
  readonly comment: boolean
  /** Letters of the head and of the paragraphs that tie. */
  readonly letters: number
  /**
   * Stories of one group may be one: on a page without marks the parts of a round-up have heads of their own. A group begins at a
   * head that is marked, or above a dateline.
   */
  readonly group: number
}

export function toStory(
  codes: Uint16Array,
  article: number,
  body: readonly NormalisedBlock[],
  headline: NormalisedBlock | undefined,
  {comment, group}: Pick<TiedStory, 'comment' | 'group'>
): TiedStory {
  let last = body.length - 1
  while (last > 0 && isSame(codes, body[last - 1], body[last])) last--
  const closing = last > 0 ? body[last] : undefined
  const attendance = closing !== undefined && isAttendance(closing.block.text)
  const rest = closing ? body.slice(0, last) : body
  const withHead = (blocks: readonly NormalisedBlock[]) => (headline ? [...blocks, headline] : blocks)
  const tied = [...withHead(rest), ...(closing && !attendance ? [closing] : [])]
  return {
    article,
    page: body[0]?.block.page ?? 0,
    ...(headline && {headline}),
    body,
    all: withHead(body),
    rest,
    above: withHead(rest),
    ...(closing && {closing}),
    attendance,
    comment,
    letters: tied.reduce((sum, {start, end}) => sum + end - start, 0),
    group
  }
}

/** Whether a story certainly begins here. */
export const isCertain = (headline: NormalisedBlock | undefined, [lead]: readonly NormalisedBlock[]) =>
  (headline && headingMarks(headline.block)) !== undefined || datelineLength(lead?.block.text ?? '') > 0

/** `□林岚`, not `□本报记者 林岚`. */
export const isOpinion = (byline: string) => /^[□■◎○●◇◆△▲☆★]/.test(byline) && !byline.includes('记者')

function isSame(codes: Uint16Array, a: NormalisedBlock | undefined, b: NormalisedBlock | undefined): boolean {
  if (a === undefined || b === undefined || a.end - a.start !== b.end - b.start) return false
  for (let i = a.start, j = b.start; i < a.end; i++, j++) if (codes[i] !== codes[j]) return false
  return true
}

/** `县领导林岚、何苗等参加上述活动。` */
const isAttendance = (text: string): boolean =>
  text.length < 160 &&
  /(?:参加|出席|陪同|在座|会见|会谈|活动|与会|参会|列席)[^，。,]{0,12}[。）)]*$/.test(text.slice(-24))
