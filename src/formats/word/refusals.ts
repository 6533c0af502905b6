import {type Refusal, refusal} from '../format.ts'

/** Why a Word file is not read, and the way out. */
export const encrypted = (): Refusal =>
  refusal({
    zh: '这个 Word 文件有密码，读不了；请在 Word 或 WPS 里去掉密码再另存。',
    en: 'this Word file has a password; take the password off in Word or WPS and save it again.'
  })

export const old = (): Refusal =>
  refusal({
    zh: '这是旧版 Word 或 WPS 文档，读不了；请另存为 .docx 或纯文本（.txt，UTF-8）再检查。',
    en: 'this is an old Word or WPS document; save it as .docx or as text (.txt, UTF-8) first.'
  })

/** @param kind what the file seems to be: ` Excel 表格`, `an Excel sheet` */
export const notWord = (kind: {readonly zh: string; readonly en: string}): Refusal =>
  refusal({
    zh: `这是${kind.zh}，不是 Word 文档；请把稿件另存为 .docx 或纯文本再检查。`,
    en: `this is ${kind.en}, not a Word document; save the copy as .docx or as text first.`
  })

/** @param where what is wrong, in a few words */
export const damaged = (where: {readonly zh: string; readonly en: string}): Refusal =>
  refusal({
    zh: `这个 Word 文件坏了（${where.zh}）；请用 Word 或 WPS 打开，另存一份再检查。`,
    en: `this Word file is damaged (${where.en}); open it in Word or WPS and save it again.`
  })

/** @param what what there is too much of */
export const tooLarge = (what: {readonly zh: string; readonly en: string}): Refusal =>
  refusal({
    zh: `这个 Word 文件${what.zh}，不像是版面，没有读；请把稿件复制到新文件里另存再检查。`,
    en: `this Word file ${what.en}, unlike any page, and was not read; copy the words into a new file and save that.`
  })

/** @param part the part of the file: `word/document.xml` */
export const declares = (part: string): Refusal =>
  refusal({
    zh: `这个 Word 文件的 ${part} 里有 DOCTYPE 声明，Word 不会写这种声明，为安全起见没有读；请用 Word 或 WPS 打开，另存一份再检查。`,
    en: `${part} of this Word file has a DOCTYPE, which Word never writes, and was not read to be safe; open it in Word or WPS and save it again.`
  })

/** A web page, or another file, that Word puts in place when it opens the file: programs that make Word files of web pages do so. */
export const embeds = (): Refusal =>
  refusal({
    zh: '这个 Word 文件里嵌着别的文件（多半是网页），里面的文字读不到；请用 Word 或 WPS 打开，另存一份 .docx 再检查。',
    en: 'this Word file embeds another file (a web page, most likely) whose words cannot be read; open it in Word or WPS and save it as .docx again.'
  })
