import type {Block, Figure, Finding, Span} from 'copylint'
import {spanIn} from 'copylint'
import {inWordsOf, sumOf} from './arithmetic.ts'
import {changesOf} from './change.ts'
import type {Disagreement} from './disagreement.ts'
import {itemsOf} from './items.ts'
import {listsOf} from './listed.ts'
import {partsBefore, partsBehind} from './parts.ts'
import {sharesOf} from './shares.ts'
import {twiceIn} from './twice.ts'

/** What this rule finds. */
type Found = Finding<
  'parts' | 'part' | 'shares' | 'change' | 'list' | 'items' | 'twice',
  'part' | 'from' | 'to' | 'members' | 'last' | 'first'
>

/** What is wrong with the figures of one paragraph. */
export function* findIn(block: Block, counted: readonly Figure[]): Generator<Found> {
  const {text} = block
  const span = (figure: Figure) => spanOf(block, figure)
  if (counted.length > 1) {
    for (const found of [...partsBehind(text, counted), ...partsBefore(text, counted)]) yield toParts(block, found)
  }
  for (const shares of text.includes('其余') ? sharesOf(text, counted) : []) {
    const last = shares.at(-1)
    if (last === undefined) continue
    yield {
      id: 'shares',
      at: span(last),
      data: {sum: Number(sumOf(shares).toFixed(2))},
      severity: 'warning',
      related: shares.slice(0, -1).map((it) => ({at: span(it), label: 'part'}))
    }
  }
  for (const {from, to, by, proven} of changesOf(text, counted)) {
    yield {
      id: 'change',
      at: span(by),
      data: {from: wordsOf(block, from), to: wordsOf(block, to)},
      ...(!proven && {severity: 'warning'}),
      related: [
        {at: span(from), label: 'from'},
        {at: span(to), label: 'to'}
      ]
    }
  }
  for (const {figure, start, count} of listsOf(text, counted)) {
    const related = [{at: spanIn(block, start, figure.start), label: 'members'} as const]
    yield {id: 'list', at: span(figure), data: {count}, severity: 'warning', related}
  }
  for (const {figure, count, last} of itemsOf(text, counted)) {
    const related = [{at: spanIn(block, last, last + 2), label: 'last'} as const]
    yield {id: 'items', at: span(figure), data: {count}, severity: 'warning', related}
  }
}

/** What a story says twice, with two figures. */
export function* findTwice(numbered: readonly (readonly [Block, readonly Figure[]])[]): Generator<Found> {
  for (const {first, second} of twiceIn(numbered)) {
    yield {
      id: 'twice',
      at: spanOf(second.block, second.figure),
      data: {figure: wordsOf(first.block, first.figure)},
      severity: 'warning',
      related: [{at: spanOf(first.block, first.figure), label: 'first'}]
    }
  }
}

const severities = {proven: 'error', likely: 'warning', perhaps: 'info'} as const

function toParts(block: Block, {total, parts, how}: Disagreement): Found {
  const [first, second] = parts
  return {
    ...(first && !second
      ? {id: 'part', data: {part: wordsOf(block, first)}}
      : {id: 'parts', data: {sum: inWordsOf(block.text, total, sumOf(parts))}}),
    at: spanOf(block, total),
    severity: severities[how],
    related: parts.map((it) => ({at: spanOf(block, it), label: 'part'}))
  }
}

const spanOf = (block: Block, {start, unitEnd}: Figure): Span => spanIn(block, start, unitEnd)

const wordsOf = ({text}: Block, {start, unitEnd}: Figure): string => text.slice(start, unitEnd)
