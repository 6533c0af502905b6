import type {Outline} from '../parse/outline.ts'
import type {Edit} from '../rule/finding.ts'
import type {Texts} from '../rule/rule.ts'

/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A file as its format reads it: the copy that rules see, and the way back from it to the file. Never changed: `edited` gives another. */
export interface Document {
  /** The words alone, a line a paragraph: what rules see. */
  readonly copy: string
  /** What the format knows of the copy's lines; absent where the words say all, as in plain text. */
  readonly outline?: Outline
  /** What the lines, columns and offsets of a report count in: the text of the file, or the copy where the file is no text (Word). */
  readonly source: string
  /** What a line of `source` is to the people who read the file, where it is no line: a paragraph of a Word file. */
  readonly counts?: 'paragraphs'
  /** Where a stretch of the copy lies in `source`. */
  locate(span: Stretch): Stretch
  /** The edits of `source` that make an edit of the copy, sorted; undefined where markup stands in the way: that edit is made by hand. */
  toSource(edit: Edit): readonly Edit[] | undefined
  /** The document after edits of its copy: sorted, apart from one another, each of which `toSource` can make. */
  edited(edits: readonly Edit[]): Document
  /** Comments in the file that accept findings; only of formats that have comments. */
  readonly directives?: readonly Directive[]
  /** The file's bytes; only of formats whose files are no text. */
  toBytes?(): Uint8Array
}

/** `<!-- copylint-disable-next-line RULE -- reason -->`, as it stands in the file. */
export interface Directive {
  /** Where it is in `source`. */
  readonly at: Stretch
  /** The words of the comment, trimmed: `copylint-disable-next-line RULE -- reason`. */
  readonly text: string
  /** The line of the copy behind it. Empty, at the end of the copy, where none is. */
  readonly covers: Stretch
}

/** A kind of files that pages come in. */
export interface Format {
  /** `markdown`: what messages and the documents call it. */
  readonly name: string
  /** Small, with their dots: `.md`. */
  readonly extensions: readonly string[]
  /** Whether the file's text is decoded first (`text`), or the format reads the bytes. */
  readonly content: 'text' | 'bytes'
  /** Whether a file is of this format by what is in it. Of `bytes` it outranks the extension; of `text` it is asked where no format has the extension. */
  detects?(content: Uint8Array): boolean
  /** Loads what reads the files: a page of another format need not wait for it. */
  load(): Promise<Read>
}

/**
 * Reads a file.
 *
 * @param content a string where the format's `content` is `text`, without its byte order mark
 * @throws what `refusal` makes, for a file that cannot be read: one sentence
 */
export type Read = (content: never) => Document
export type ReadText = (text: string) => Document
export type ReadBytes = (bytes: Uint8Array) => Document

/** Why a file is not read, in one sentence, with the way out. */
export interface Refusal extends Error {
  readonly texts: Texts
}

/** What a format throws for a file that it cannot read. */
export function refusal(texts: Texts): Refusal {
  return Object.assign(new Error(texts.en), {texts})
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'texts' in error
}
