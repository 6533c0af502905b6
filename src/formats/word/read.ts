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
  edited(edits: readonly Edit[]): WordDocument
  toBytes(): Uint8Array
}

/** A Word file as it is after some changes. */
interface State {
  readonly file: Package
  readonly changed: ReadonlyMap<string, string>
  readonly opened: Opened
}

/**
 * Reads a Word file (`.docx`, `.docm`, `.dotx`). Its copy has a line a paragraph, and is what places are counted in.
 *
 * @throws a refusal: one sentence
 */
export function readWord(bytes: Uint8Array): WordDocument {
  const file = openPackage(bytes)
  return toDocument(bytes, {file, changed: new Map(), opened: openWord(file, new Map())})
}

/** Whether a document is a Word file. */
export function isWord(document: Document): document is WordDocument {
  return 'model' in document && 'file' in document
}

function toDocument(bytes: Uint8Array, state: State): WordDocument {
  const {file, changed, opened} = state
  return {
    copy: opened.copy,
    outline: opened.outline,
    source: opened.copy,
    counts: 'paragraphs',
    file,
    model: opened,
    changed,
    locate: ({start, end}) => ({start, end}),
    toSource: (edit) => (toXmlEdits(opened, edit) ? [edit] : undefined),
    edited: (edits) => toDocument(bytes, edited(state, edits)),
    toBytes: () => (changed.size === 0 ? bytes : file.with(changed))
  }
}

/** What becomes of a file by edits of its copy. Where some stand in one another's way, they are made in turns, from the end. */
function edited(state: State, edits: readonly Edit[]): State {
  const done = attempted(state, edits)
  if (done) return done
  if (edits.length < 2) return state
  const half = edits.length >> 1
  return edited(edited(state, edits.slice(half)), edits.slice(0, half))
}

/** What comes out is read: a file that does not say what was meant, or cannot be read any more, is none. */
function attempted({file, changed, opened}: State, edits: readonly Edit[]): State | undefined {
  const byPart = new Map<string, Edit[]>()
  for (const edit of edits) {
    const made = toXmlEdits(opened, edit)
    if (!made) return undefined
    const list = byPart.get(made.part) ?? []
    list.push(...made.edits)
    byPart.set(made.part, list)
  }
  const parts = new Map(changed)
  for (const [part, made] of byPart) parts.set(part, rewrite(opened.parts.get(part) ?? '', inOrder(made)))
  try {
    const after = openWord(file, parts)
    return after.copy === rewrite(opened.copy, edits) ? {file, changed: parts, opened: after} : undefined
  } catch {
    return undefined
  }
}

/** Sorted; what two edits do alike (the same tag told to keep blanks) is done once. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((edit, i) => {
    const above = sorted[i - 1]
    return above?.start !== edit.start || above.end !== edit.end || above.text !== edit.text
  })
}
