import type {Block, Fix, NormalisedBlock, Span} from 'copylint'
import {datelineLength, removal} from 'copylint'

/** A shorter line is a head of a part, or a name. */
const shortest = 20

/** A half ends in a letter or in a mark that goes on. */
const open = /[\u3400-\u9fffA-Za-z0-9，、,]$/
/** What begins a paragraph, and no second half: `一、`, `（一）`, `——`, `“`. */
const begins = /^(?:[（(]|[一二三四五六七八九十\d]+[、.．]|[—●■□▲◆※“‘「『【])/

/** Captions of one row of pictures. */
const longestRow = 4

/**
 * The halves of a paragraph that a caption stands between, or nothing. Of a row of captions the first is told of.
 *
 * @param at of the caption among the blocks
 */
export function findHalves(blocks: readonly NormalisedBlock[], at: number): readonly [Block, Block] | undefined {
  const caption = blocks[at]
  const above = blocks[at - 1]
  let below = at + 1
  while (blocks[below]?.block.role === 'caption' && below - at < longestRow) below++
  const behind = blocks[below]
  if (above === undefined || behind === undefined || caption === undefined) return undefined
  if (above.article !== caption.article || behind.article !== caption.article) return undefined
  return isCut(above.block, caption.block, behind.block) ? [above.block, behind.block] : undefined
}

function isCut(before: Block, caption: Block, behind: Block): boolean {
  if (before.role !== 'body' || behind.role !== 'body' || !open.test(before.text)) return false
  if (before.text.length < shortest || behind.text.length < shortest) return false
  // a credit alone stands below the line that it belongs to
  if (!/[。：:]|图为/.test(caption.text)) return false
  // a list of names, a line of verse
  return /[，。,]/.test(before.text) && !begins.test(behind.text) && datelineLength(behind.text) === 0
}

/** Whether the upper half is a part of a paragraph for certain. A line that sums the story up has no stop either: 冬日的石寮乡，一片繁忙的景象 */
export const isCopy = ({text}: Block): boolean => /[。！？]|[，、,]$/.test(text) || datelineLength(text) > 0

/** The mend: a caption behind the paragraph that it cuts. */
export function moveBehind(
  caption: Block,
  before: Block,
  behind: Block,
  text: (span: Span) => string
): {fixes?: [Fix<'move'>]} {
  const {page} = caption
  const gap = text({page, start: before.end, end: caption.start})
  if (gap.trim() !== '') return {}
  const edits = [removal(caption, text), {page, start: behind.end, end: behind.end, text: gap + caption.text}]
  return {fixes: [{title: 'move', safety: 'unsafe', edits}]}
}
