import type {Role} from '../tree/nodes.ts'

/** What a format knows of the lines of the copy beside their words: which are heads, which are none. */
export interface Outline {
  /** In the order of the copy; lines that it says nothing of are left out. */
  readonly lines: readonly OutlineLine[]
  /** Whether `#` before a line marks a head, as in plain text. */
  readonly marks: boolean
}

export interface OutlineLine {
  /** Where the line begins in the copy: a UTF-16 offset. */
  readonly start: number
  /** The level of a heading, 1 the highest; 0: it is none, though a `#` stands before it. */
  readonly level?: number
  /** What the format calls the line; it outranks what its words and its neighbours say. */
  readonly role?: Role
  /** It is a paragraph by itself: no line of Latin copy that goes on from the one above. */
  readonly whole?: true
}
