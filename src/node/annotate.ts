import {readFileSync} from 'node:fs'
import {isRefusal} from '../formats/format.ts'
import {extensionOf, formatOf, formats} from '../formats/registry.ts'
import {annotate} from '../formats/word/annotate.ts'
import {readWord} from '../formats/word/read.ts'
import type {PageReport} from '../report/message.ts'
import {toWordComment} from '../report/word-comment.ts'
import type {Language, Texts} from '../rule/rule.ts'
import {Complaint} from './complaint.ts'
import type {Input, InputFile} from './files.ts'
import {reasonOf} from './reasons.ts'

/** A Word file that is to come back with comments. */
export interface AnnotateRequest {
  /** The name of the new file; `-` for standard output. */
  readonly file: string
  /** Comments on errors only. */
  readonly quiet?: boolean
}

/** The file with comments, or why there is none. */
export type AnnotatedFile = {readonly bytes: Uint8Array; readonly comments: number} | {readonly failed: Texts}

type Stdin = {readonly bytes: Uint8Array} | undefined

/**
 * The one Word file among those that are linted, before anything is done with them.
 *
 * @throws Complaint where there is none, or more than one, or where Word would not open the new file by its name
 */
export function wordFileIn(inputs: readonly Input[], {file}: AnnotateRequest, stdin: Stdin): InputFile {
  const found = inputs.filter((it): it is InputFile => 'absolute' in it && isWordFile(it, stdin))
  const [first, ...more] = found
  if (!first) {
    throw new Complaint({
      zh: '--annotate 给 Word 文件（.docx）加批注，给出的文件里没有 Word 文件；别的稿件可以用 --report 另写一份报告',
      en: '--annotate puts comments into a Word file (.docx), and none is among the files given; for other copy write a report with --report'
    })
  }
  if (more.length > 0) {
    throw new Complaint({
      zh: `--annotate 一次只给一个 Word 文件加批注，给出的有 ${found.length} 个：${found.map(({path}) => path).join('、')}；请分几次运行`,
      en: `--annotate puts comments into one Word file at a time, and there are ${found.length}: ${found.map(({path}) => path).join(', ')}; run it once for each`
    })
  }
  refuseOtherKind(first.path, file)
  return first
}

/** Word looks at both, what a file is called and what it says that it is, and opens none where they differ. */
function refuseOtherKind(path: string, file: string): void {
  const extensions = formats.find(({name}) => name === 'word')?.extensions ?? []
  const own = extensionOf(path)
  const fit = extensions.includes(own) ? [own] : extensions
  if (file === '-' || file.startsWith('/dev/') || fit.includes(extensionOf(file))) return
  throw new Complaint({
    zh: `--annotate 写出的是 Word 文件，文件名要以 ${fit.join(' 或 ')} 结尾，现在是“${file}”`,
    en: `--annotate writes a Word file, whose name must end in ${fit.join(' or ')}, not “${file}”`
  })
}

function isWordFile({path, absolute, stdin: isStdin}: InputFile, stdin: Stdin): boolean {
  try {
    const bytes = isStdin ? (stdin?.bytes ?? new Uint8Array()) : readFileSync(absolute)
    return formatOf(path, bytes, formats).name === 'word'
  } catch {
    // that it cannot be read is told when it is read
    return formatOf(path, new Uint8Array(), formats).name === 'word'
  }
}

/** Puts the findings of a page into its file. It is read again: what was found must lie in the words that are in it now. */
export function annotatePage(
  {path, absolute, stdin: isStdin}: InputFile,
  page: PageReport,
  language: Language,
  {file, quiet = false}: AnnotateRequest,
  stdin: Stdin
): AnnotatedFile {
  try {
    const document = readWord(isStdin && stdin ? stdin.bytes : readFileSync(absolute))
    if (document.copy === page.copy) {
      const messages = page.messages.filter(({severity}) => !quiet || severity === 'error')
      return annotate(
        document,
        messages.map((message) => toWordComment(message, language))
      )
    }
    if (page.failures.length > 0) return {failed: unchecked(path, file)}
    return {
      failed: {
        zh: `${path} 在检查期间被别的程序改过，没有写 ${file}，请再运行一次`,
        en: `${path} was changed by another program meanwhile; ${file} was not written; run again`
      }
    }
  } catch (error) {
    if (page.failures.length > 0) return {failed: unchecked(path, file)}
    const {zh, en} = isRefusal(error) ? error.texts : reasonOf(error)
    return {failed: {zh: `没有写 ${file}：${zh}`, en: `${file} was not written: ${en}`}}
  }
}

const unchecked = (path: string, file: string): Texts => ({
  zh: `${path} 没有检查成，没有写 ${file}`,
  en: `${path} could not be checked; ${file} was not written`
})
