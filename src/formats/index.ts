/**
 * The formats that pages come in, for programs: `readMarkdown(text)` and `readHtml(text)` give a `Document`, whose `copy` and `outline`
 * are what rules look at, and whose `locate` and `toSource` lead back to the file.
 */
export type {Directive, Document, Format, Read, ReadBytes, ReadText, Refusal, Stretch} from './format.ts'
export {isRefusal, refusal} from './format.ts'
export {readHtml} from './html/read.ts'
export {readMarkdown} from './markdown/read.ts'
export {readPlain} from './plain.ts'
export {formatOf, formats} from './registry.ts'
