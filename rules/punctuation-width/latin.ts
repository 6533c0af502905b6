import type {Block, Characters, Paragraph} from 'copylint'

/** Paragraphs of copy in Latin script without a Han character: most have one as their first. */
export function latinBlocks({codes, printed, starts}: Characters): Block[] {
  const blocks: Block[] = []
  for (let n = 0; n < printed.length; n++) {
    let place = starts[n] ?? 0
    for (let unit = codes[place] ?? 0; unit !== 0 && (unit < 0x3400 || unit > 0x9fff); unit = codes[++place] ?? 0) {}
    const {block} = printed[n] ?? {}
    if (codes[place] === 0 && block && isLatin(block.node)) blocks.push(block)
  }
  return blocks
}

/** The parser knows the words of copy in Latin script. */
export function isLatin({children}: Paragraph): boolean {
  // no closure: it is asked for every paragraph
  for (const node of children) if (node.type === 'SentenceNode') return node.children[0]?.type !== 'TextNode'
  return false
}
