import type {Block, Paragraph} from 'copylint'

/** A mark of the wrong width. Offsets are on the page. */
export interface Place {
  readonly start: number
  readonly end: number
  /** What it is counted under. */
  readonly kind: string
  /** Whether it is half-width, and should not be. */
  readonly half: boolean
  /** What belongs there; absent where an editor must look. */
  readonly mend?: {readonly end: number; readonly text: string}
}

/** What is looked at: blocks of stories, and the heads of sections. */
export type Copy = Pick<Block, 'text' | 'start' | 'role'>

export function toCopy({position, role}: Paragraph, source: string): Copy {
  const start = position?.start.offset ?? 0
  return {text: source.slice(start, position?.end.offset), start, role: role ?? 'body'}
}

/** The parser knows the words of copy in Latin script. */
export function isLatin({children}: Paragraph): boolean {
  // no closure: it is asked for every paragraph
  for (const node of children) if (node.type === 'SentenceNode') return node.children[0]?.type !== 'TextNode'
  return false
}
