import type {Block} from 'copylint'

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
export type Copy = Pick<Block, 'text' | 'start' | 'role' | 'latin'>
