import type {Texts} from 'copylint'
import type {Entry} from './entries.ts'
import {isKey, sections} from './keys.ts'

/** Words of an entry that cannot be meant: “残废、聋子” as one word is on no page, and would be looked for in vain. */
export const unmeantIn = (entry: Entry): Iterable<Texts> => (isPlain(entry) ? [] : faultsOf(entry))

/** Most entries are: no generator is made for them. */
function isPlain({kind, right, also, wrong, except}: Entry): boolean {
  const main = kind === 'preferred' || kind === 'forbidden' ? wrong[0] : right
  if (main !== undefined && isKey(main, kind === 'people')) return false
  if (right !== undefined && seemsOff(right)) return false
  return !also.some(seemsOff) && !wrong.some(seemsOff) && !except.some(seemsOff)
}

function* faultsOf(entry: Entry): Generator<Texts> {
  const {kind, right, also, wrong, except} = entry
  const main = kind === 'preferred' || kind === 'forbidden' ? wrong[0] : right
  if (main !== undefined && isKey(main, kind === 'people')) yield keyed(main, kind)
  // what to write instead of a forbidden word is only told
  if (right !== undefined && kind !== 'forbidden' && seemsOff(right)) {
    if (kind !== 'preferred' || !wrong.some((it) => bare(it) === bare(right))) yield* told(unmeant(right, kind))
  }
  for (const words of [also, wrong, except]) {
    for (const word of words) {
      // a comma may be all that is wrong: 不忘初心，牢记使命 for 不忘初心、牢记使命; or the quotes are what is right: “十四五”
      if (seemsOff(word) && (right === undefined || bare(word) !== bare(right))) yield* told(unmeant(word, kind))
    }
  }
}

/** What most words have none of: fifty thousand are asked. */
const seemsOff = (word: string): boolean => /[“”‘’「」『』、，；：＃。,;:#\s]|^[-－–—]/.test(word)

const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '')

function* told(texts: Texts | undefined): Generator<Texts> {
  if (texts) yield texts
}

const apart: Texts = {
  zh: '每个词写一行，前面都写“- ”，对齐；或者用英文方括号分开，如 [残废, 聋子]',
  en: 'write each word on a line of its own, with “- ” before it, all aligned; or put them in square brackets: [残废, 聋子]'
}

function unmeant(word: string, kind: Entry['kind']): Texts | undefined {
  const shown = word.replace(/\s+/g, ' ')
  if (/^(?:“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』)$/.test(word)) {
    return {
      zh: `“${shown.slice(1, -1)}”带着中文引号，这样只查带引号的；请去掉引号，或用英文引号 "${shown.slice(1, -1)}"`,
      en: `“${shown.slice(1, -1)}” has Chinese quotes, and would be found in quotes only: delete them, or write "${shown.slice(1, -1)}"`
    }
  }
  // a title may have any mark: 《三国·水浒：两部书》
  const text = word.replace(/《[^》]*》/g, '书')
  if (/＃|[\u3400-\u9fff]#/.test(text)) {
    return {
      zh: `“${shown}”里有 #；后面如果是注释，请用英文 #，前面空一格`,
      en: `“${shown}” has a # in it; if a comment follows, write “ # ” with a blank before it`
    }
  }
  if (/。$/.test(text)) {
    return {zh: `“${shown}”以句号结尾；请去掉句号`, en: `“${shown}” ends with a full stop: delete it`}
  }
  if (kind !== 'phrases' && /：|[\u3400-\u9fff]:[\u3400-\u9fff]/.test(text)) {
    return {
      zh: `“${shown}”里有冒号；请写成英文冒号，后面空一格`,
      en: `“${shown}” has a colon in it: write it as “: ”, with a blank behind it`
    }
  }
  // 残废 and, less indented or more, - 聋子: YAML makes one word of them
  if (/^[-－–—]\s?[\u3400-\u9fff]/.test(text)) {
    return {
      zh: `“${shown}”以 - 开头；列表每项前面用英文的 -，后面空一格：“- ${shown.slice(1).trim()}”`,
      en: `“${shown}” begins with a dash: an item of a list begins with “- ”, a plain dash and a blank`
    }
  }
  if (/\s[-－–—] ?[\u3400-\u9fff]/.test(text) || /[\r\n]/.test(text)) {
    return {
      zh: `“${shown}”是几行连成的一个词；请把各行的 - 对齐，后面空一格`,
      en: `“${shown}” is one word out of several lines: align the dashes, each with a blank behind it`
    }
  }
  // set phrases have commas of their own: 不忘初心、牢记使命
  if (kind !== 'phrases' && /[、，；]|[\u3400-\u9fff][,;]/.test(text)) {
    return {zh: `“${shown}”是几个词连在一起；${apart.zh}`, en: `“${shown}” is several words; ${apart.en}`}
  }
  if (/[\u3400-\u9fff、，；：。”》]\s+[\u3400-\u9fff“《]/.test(text)) {
    return {
      zh: `“${shown}”里有空格；是一个词就去掉空格，写在一行里；是几个词，${apart.zh}`,
      en: `“${shown}” has a blank in it: delete it, or, if it is several words, ${apart.en}`
    }
  }
  return undefined
}

function keyed(word: string, kind: Entry['kind']): Texts {
  if (sections.has(word.toLowerCase())) {
    return {
      zh: `“${word}”是一节的名字，却写在“${kind}”里面；请检查缩进，每节的名字都从行首写起`,
      en: `“${word}” is the name of a section, but stands within “${kind}”: check the indent, sections begin where the line does`
    }
  }
  return {
    zh: `“${word}”是键名，在“${kind}”里却成了一个词；请检查缩进，列表每项前面要写“- ”`,
    en: `“${word}” is a key, but is a word of “${kind}” here: check the indent, and write “- ” before each item`
  }
}
