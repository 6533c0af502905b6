import type {Block} from 'copylint'
import {isDigit, isHan, isHanCopy, isLetter} from './chars.ts'
import type {Place} from './place.ts'

const wide: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。'}

/** Half-width , ; : ! ? and . among Han copy: not in 3.5, 10:30, URLs, or between Latin words. */
export function* halfMarks({text, start, role}: Block, offsets: readonly number[]): Generator<Place> {
  let links: [number, number][] | undefined
  for (const at of offsets) {
    const kind = text.charAt(at)
    if (wide[kind] === undefined || !isAmongHan(text, at, kind.charCodeAt(0))) continue
    if (isBesideMark(text, at) || isFace(text, at)) continue
    links ??= linksOf(text)
    while (links[0] && links[0][1] <= at) links.shift()
    if (links[0] && links[0][0] <= at) continue
    // in 平台, 带回 the blank was the half-width mark's; heads and bylines keep theirs
    const blank = role === 'body' && text.charCodeAt(at + 1) === 0x20 && isHan(text.charCodeAt(at + 2))
    yield {
      start: start + at,
      end: start + at + 1,
      kind,
      half: true,
      mend: {end: start + at + (blank ? 2 : 1), text: wide[kind] ?? kind}
    }
  }
}

function isAmongHan(text: string, at: number, code: number): boolean {
  // 终于等到了!!! is one mark
  let [first, last] = [at, at]
  while (isCry(text.charCodeAt(first)) && isCry(text.charCodeAt(first - 1))) first--
  while (isCry(text.charCodeAt(last)) && isCry(text.charCodeAt(last + 1))) last++
  const before = text.charCodeAt(skipClosers(text, first - 1))
  const after = text.charCodeAt(skipOpeners(text, last + 1))
  if (code === 0x2e) return isHan(before) && isFullStop(text, at)
  if (code === 0x3f) return isHanCopy(before) && (!isHan(after) || isQuestion(text, at))
  if (isHanCopy(before)) return true
  // a paragraph of Han copy ends 平均增幅22%;
  if (before === 0x25 && at === text.length - 1) return true
  // 增长5%,利润 and IBM,微软; but Yahoo!中国 and &nbsp;中国
  if (!isHanCopy(after) || code === 0x21) return false
  return code === 0x3b ? !/&\w{1,8}$/.test(text.slice(Math.max(0, at - 9), at)) : before > 0x20
}

/** ! and ? */
const isCry = (code: number): boolean => code === 0x21 || code === 0x3f

/** Marks that are looked through, to the words behind them: `(等政策),` and `“四个意识”,` but `“One,” she said` */
function skipClosers(text: string, at: number): number {
  let before = at
  while (at - before < 4 && before >= 0 && ')"”’—…'.includes(text.charAt(before))) before--
  return before
}

function skipOpeners(text: string, at: number): number {
  let after = at
  while (after - at < 4 && after < text.length && '("“‘—…'.includes(text.charAt(after))) after++
  return after
}

/** 他来了. at the end of a paragraph or before a blank; not 约翰.史密斯, 报告.docx, 一. 总则 */
function isFullStop(text: string, at: number): boolean {
  if (/^[一二三四五六七八九十]{0,3}$/.test(text.slice(0, Math.min(at, 4)))) return false
  if (text.charCodeAt(at - 1) === 0x2e || /^[.A-Za-z0-9\-_/]/.test(text.charAt(at + 1))) return false
  const behind = text.slice(at + 1, at + 8)
  if (/^(?:[”’」』）)]*$|[”’」』])/.test(behind) || sentenceStart.test(behind)) return true
  return /^ +[^\sA-Za-z0-9.]{2}/.test(behind) && !/[一二三四五六七八九十]/.test(text.charAt(at - 1))
}

/** What no second half of a foreign name begins with. */
const sentenceStart = /^[他她它这那其此据要在从把将对目今昨去当近记各]/

/** A ? between Han characters may stand for one that a system did not have: 一向认为?蠊. Where it is asked, it is a mark. */
function isQuestion(text: string, at: number): boolean {
  const clause = /[^，。；：！？,;:!?]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  return /[吗呢么吧嘛谁哪何怎孰岂啥]|多少|几[个时年天人]|是否|能否|可否|有没有|还是|(?<word>.)[不没]\k<word>/.test(
    clause
  )
}

/** What stands with another mark is a doubled mark, and mended as one. */
function isBesideMark(text: string, at: number): boolean {
  let before = at - 1
  while (at - before <= 2 && isGap(text.charCodeAt(before))) before--
  let after = at + 1
  while (after - at <= 2 && isGap(text.charCodeAt(after))) after++
  return isPoint(text.charAt(before)) || (isPoint(text.charAt(after)) && !isDecimal(text, after))
}

/** `下雪了:)`, but `（注:）` */
const isFace = (text: string, at: number): boolean =>
  /^[:;]-?\)/.test(text.slice(at, at + 3)) && !/[（(][^）)]*$/.test(text.slice(Math.max(0, at - 40), at))

const isGap = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09
const isPoint = (mark: string): boolean => mark !== '' && '，。、；：,;:.．'.includes(mark)
/** .5 and .com */
const isDecimal = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x2e && (isDigit(text.charCodeAt(at + 1)) || isLetter(text.charCodeAt(at + 1)))

/** Where URLs stand: an address ends before its last mark. */
function linksOf(text: string): [number, number][] {
  if (!text.includes('://') && !text.includes('www.')) return []
  return [...text.matchAll(/(?:[a-z]{2,10}:\/\/|www\.)[\x21-\x7e]+/gi)].map(({0: link, index}) => [
    index,
    index + link.replace(/[,;:!?.)"']$/, '').length
  ])
}
