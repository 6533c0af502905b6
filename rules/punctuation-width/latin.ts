import type {Block, Characters} from 'copylint'

/** Paragraphs of copy in Latin script without a Han character: most have one as their first. */
export function latinBlocks({codes, printed, starts}: Characters): Block[] {
  const blocks: Block[] = []
  for (let n = 0; n < printed.length; n++) {
    let place = starts[n] ?? 0
    for (let unit = codes[place] ?? 0; unit !== 0 && (unit < 0x3400 || unit > 0x9fff); unit = codes[++place] ?? 0) {}
    const {block} = printed[n] ?? {}
    if (codes[place] === 0 && block && block.latin) blocks.push(block)
  }
  return blocks
}
