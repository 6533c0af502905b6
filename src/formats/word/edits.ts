import type {Edit} from '../../rule/finding.ts'
import type {WordModel} from './model.ts'

export function toXmlEdits(_model: WordModel, _edit: Edit): {part: string; edits: Edit[]} | undefined {
  return undefined
}
