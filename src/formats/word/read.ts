import type {Edit} from '../../rule/finding.ts'
import type {Document} from '../format.ts'
import {rewrite} from '../plain.ts'
import {toXmlEdits} from './edits.ts'
import type {WordModel} from './model.ts'
import {type Opened, openWord} from './open.ts'
import {openPackage, type Package} from './package.ts'

/** A Word file as a document, with what writing into it takes. */
export interface WordDocument extends Document {
  readonly file: Package
  /** Where the words stand in the XML, as it is now. */
  readonly model: WordModel
  /** The XML of the parts that were changed since the file was read. */
  readonly changed: ReadonlyMap<string, string>
  toBytes(): Uint8Array
}

/**
 * Reads a Word file (`.docx`, `.docm`, `.dotx`). Its copy has a line a paragraph, and is what places are counted in.
 *
 * @throws a refusal: one sentence
 */
export function readWord(bytes: Uint8Array): WordDocument {
  const file = openPackage(bytes)
  return toDocument(bytes, file, new Map(), openWord(file, new Map()))
}

/** Whether a document is a Word file. */
export function isWord(document: Document): document is WordDocument {
  return 'model' in document && 'file' in document
}

function toDocument(
  bytes: Uint8Array,
  file: Package,
  changed: ReadonlyMap<string, string>,
  opened: Opened
): WordDocument {
  const {copy, outline} = opened
  return {
    copy,
    outline,
    source: copy,
    counts: 'paragraphs',
    file,
    model: opened,
    changed,
    locate: ({start, end}) => ({start, end}),
    toSource: (edit) => (toXmlEdits(opened, edit) ? [edit] : undefined),
    edited: (edits) => {
      const parts = new Map([...changed, ...changesOf(opened, edits)])
      return toDocument(bytes, file, parts, openWord(file, parts))
    },
    toBytes: () => (changed.size === 0 ? bytes : file.with(changed))
  }
}

/** The XML of the parts that edits of the copy touch, after them. */
function changesOf(opened: Opened, edits: readonly Edit[]): Map<string, string> {
  const byPart = new Map<string, Edit[]>()
  for (const edit of edits) {
    const {part, edits: made} = toXmlEdits(opened, edit) ?? cannot(edit)
    byPart.set(part, [...(byPart.get(part) ?? []), ...made])
  }
  return new Map([...byPart].map(([part, made]) => [part, rewrite(opened.parts.get(part) ?? '', inOrder(made))]))
}

/** Sorted; what two edits do alike (the same tag told to keep blanks) is done once. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((edit, i) => {
    const above = sorted[i - 1]
    return (
      !above ||
      above.start !== edit.start ||
      above.end !== edit.end ||
      above.text !== edit.text ||
      edit.start === edit.end
    )
  })
}

function cannot({start, end}: Edit): never {
  throw new Error(`the words from ${start} to ${end} cannot be changed`)
}
