import type {Block, Figure} from 'copylint'
import {isSlip} from 'copylint'
import type {Alike} from './alike.ts'
import {alike, shareOf} from './alike.ts'
import {given, isSameCount, roundness} from './given.ts'

/** A figure with the block that it stands in. */
export interface Placed {
  readonly block: Block
  readonly figure: Figure
}

export interface Contrary extends Placed {
  /** The same quantity beyond doubt: the same words beside it, and no figure of the body adds up to the head's. */
  readonly sure: boolean
}

/** The figure of a body that says otherwise than a head of the same quantity; absent where the body gives the head's, or none is alike. */
export function findContrary(head: Placed, body: readonly Placed[]): Contrary | undefined {
  const how = given(
    head.figure,
    body.map(({figure}) => figure)
  )
  if (how === 'plain') return undefined
  let best: Contrary | undefined
  let most = 0
  for (const it of body) {
    if (!isSameKind(head.figure, it.figure) || (isOfEach(it) && !isOfEach(head))) continue
    // two schools have 720 and 480 places, 1200 in all; 去年新增1100个
    if (how === 'sum' && head.figure.kind === 'count' && isOfOtherTime(it)) continue
    if (it.figure.kind === 'year' && isToldAsWord(head, it)) continue
    const slip = isSlip(written(head), written(it))
    const near = alike(head.block.text, head.figure, it.block.text, it.figure)
    if (!slip && near.left + near.right < 2) continue
    const bag = shareOf(head.block.text, head.figure, it.block.text, it.figure)
    const weight = (slip ? 3 : 0) + near.left + near.right + 3 * bag
    if (weight <= most) continue
    const verdict = judge(head.figure, it.figure, near, bag, slip, how === 'sum')
    if (verdict === undefined) continue
    best = {...it, sure: verdict === 'sure'}
    most = weight
  }
  return best
}

const written = ({block, figure}: Placed): string => block.text.slice(figure.start, figure.end)

/** 各有20个, 每亩300公斤: not of all. */
const isOfEach = ({block, figure}: Placed): boolean =>
  /[各每均]/.test(block.text.slice(Math.max(0, figure.start - 5), figure.start))

const isOfOtherTime = ({block, figure}: Placed): boolean =>
  /(?:[去前上]年|上[个届次期月周季]|同期|此前|往年)[^，。；,;]{0,8}$/.test(
    block.text.slice(Math.max(0, figure.start - 12), figure.start)
  )

/** 2025年高考 of a head is 明年高考 in the story. */
function isToldAsWord(head: Placed, it: Placed): boolean {
  const words = head.block.text.slice(head.figure.unitEnd, head.figure.unitEnd + 2)
  if (words.length < 2 || Math.abs(head.figure.value - it.figure.value) > 1) return false
  return ['今年', '明年', '去年'].some((year) => it.block.text.includes(`${year}${words}`))
}

function isSameKind(head: Figure, it: Figure): boolean {
  if (head.range || it.range || head.value === it.value) return false
  // 2916 is no year, but may be one misprinted
  if (it.kind === 'year')
    return head.kind === 'year' || (head.kind === 'count' && head.unit === '' && head.end - head.start === 4)
  return head.kind === it.kind && (head.unit === it.unit || (head.kind === 'count' && isSameCount(head, it)))
}

function judge(
  head: Figure,
  it: Figure,
  near: Alike,
  bag: number,
  slip: boolean,
  sums: boolean
): 'sure' | 'likely' | undefined {
  const {left, right} = near
  const sum = left + right
  const size = head.end - head.start - (head.kind === 'ordinal' ? 1 : 0)
  // 60 and 20, 300 and 800: one digit, and zeros
  const single = head.value < 10 * roundness(head)
  const strong = right >= 4 || left >= 4 || (left >= 2 && right >= 2)
  if (it.kind === 'year') {
    if (!slip) return undefined
    // never sure: the year of the head may be 今年 in the story
    if (right >= 3 || ((right >= 2 || left >= 3) && bag >= 0.3)) return 'likely'
    return sum > 0 && bag >= 0.5 && head.unit === it.unit ? 'likely' : undefined
  }
  if (!slip) return strong && !sums && left >= 2 && right >= 2 && bag >= 0.4 ? 'likely' : undefined
  if (head.han || it.han) {
    if (head.kind === 'count' && (head.value < 2 || it.value < 2)) return undefined
    if (size > 1 && sum >= 2 && bag >= 0.3) return strong && !sums ? 'sure' : 'likely'
    if (head.kind === 'percent' && !sums && (sum > 0 || bag >= 0.3)) return 'likely'
    if (head.unit !== '' && head.unit === it.unit && bag >= 0.3 && (strong || (sum > 0 && !sums))) return 'likely'
    return strong && !sums && (right >= 4 || left >= 2) && bag >= 0.4 ? 'likely' : undefined
  }
  // 70年 and 60多年 may both be right
  if (isRound(head) !== isRound(it) && sum < 2 && bag < 0.5) return undefined
  if (single && sums && size > 1 && sum >= 3) return 'likely'
  // 5年后见分晓, and further down 3年里: of a length of time its unit says nothing
  if (head.value < 10 && lasting.test(head.unit) && sum <= head.unit.length) return undefined
  if (single)
    return strong || (!sums && (sum >= (size > 1 ? 1 : 2) || (sum > 0 && bag >= 0.4) || bag >= 0.7))
      ? 'likely'
      : undefined
  if (sums) return strong || sum >= 2 || bag >= 0.6 ? 'likely' : undefined
  return strong || (sum >= 2 && bag >= 0.5) ? 'sure' : 'likely'
}

const lasting = /^(?:年|天|日|个?月|小时|分钟|周)$/

const isRound = (it: Figure): boolean => it.hedge !== 'exact' && roundness(it) > it.step
