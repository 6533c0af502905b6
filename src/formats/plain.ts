import type {Edit} from '../rule/finding.ts'
import type {Document} from './format.ts'

/** Plain text: the copy is the file. */
export function readPlain(text: string): Document {
  return {
    copy: text,
    source: text,
    locate: ({start, end}) => ({start, end}),
    toSource: (edit) => [edit],
    edited: (edits) => readPlain(rewrite(text, edits))
  }
}

/** A text after edits: sorted, apart from one another. */
export function rewrite(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
