import {isAsciiDigit, isAsciiLetter, isBlank, isDigit, isHan} from './chars.ts'

/** Speech after a quotation goes on with its sentence: `“真方便。”他说。` */
const speech =
  /说|表示|指出|强调|道(?!路|理|德|教)|问(?!题)|答|告诉|介绍|坦言|感叹|感慨|笑|喊|叫|写|认为|回忆|解释|补充|呼吁|透露|称(?!为)|谈|念|唱|提醒|嘱咐|叮嘱|评价|赞|回应|如是|这是|这句|一句|话音|口号|标语|字样/
/** So does what only makes sense as the rest of a clause: `“怎么办？”的追问`, `“先干起来！”成了口头禅`. */
const rest = /^(?:的|是|等|之|和|与|及|或|成了|成为|已成|为题|为主题|——)/
/** Abbreviations whose full stop ends nothing. */
const abbreviation = /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|Jr|Sr|Co|Ltd|Inc|Corp|Fig|etc|e\.g|i\.e)$/
/** A quotation up to this long is a phrase of its sentence, whatever marks it has inside: `“拼！抢！赢！”的劲头`. */
const longestPhrase = 30
/** A bracket not closed within this many characters is taken for one that was never closed. */
const longestBracket = 300
/** How far to look for a verb of speech behind a quotation: `“好。”村民何大妈一边擦手一边笑着说`. */
const speechReach = 30

const openers = '“‘「『"《〈（(【［[〔'
const closers = '”’」』"》〉）)】］]〕'
/** Openers up to here are quotation marks; what is behind them brackets. */
const quotes = 5
/** From here on brackets that a sentence may stand in: （全文完。） Titles, before them, have stops of their own: 《怎么办？》 */
const rounds = 7

/**
 * Where the sentences of a paragraph in Han script end: offsets behind their last mark or closing quote, rising; the last
 * is `end`. Blanks between two sentences belong to neither, the offsets stand before them. Linear in the length.
 */
export function sentenceEnds(source: string, start: number, end: number): number[] {
  const ends: number[] = []
  const pairs = toPairs(source, start, end)
  let pair = 0
  let from = start
  // The long quotation that i is inside of.
  let quoteStart = -1
  let quoteEnd = -1
  let i = start
  while (i < end) {
    const code = source.charCodeAt(i)
    // Most of a page is neither a mark nor a bracket.
    if ((code >= 0x4e00 && code <= 0x9fff) || isHan(code) || !isSignal(code)) {
      i++
      continue
    }
    while (pair < pairs.length && (pairs[pair] as number) < i) pair += 2
    if (pairs[pair] === i) {
      const close = pairs[pair + 1] as number
      const kind = openers.indexOf(source.charAt(i))
      const quote = kind < quotes
      if (close < 0 || (quote && close - i > longestPhrase)) {
        if (close >= 0 && i > quoteEnd) {
          quoteStart = i
          quoteEnd = close
        }
        i++
        continue
      }
      // A bracket or a short quotation, taken whole. It may end the sentence only by a stop right before its end.
      const stop = close - 1 > i && isStop(source, close - 1, from, end)
      const after = close + 1
      if (stop && (quote ? endsAfterQuote(source, from, i, close - 1, after, end) : kind >= rounds && i <= from)) {
        ends.push(skipClosers(source, after, end, quoteEnd))
        i = skipBlank(source, ends[ends.length - 1] as number, end)
        from = i
      } else i = after
      continue
    }
    if (!isStop(source, i, from, end)) {
      i++
      continue
    }
    let stop = i + 1
    while (stop < end && isRepeat(source, stop)) stop++
    const after = skipClosers(source, stop, end, quoteEnd)
    const closes = i < quoteEnd && quoteEnd < after
    if (closes ? endsAfterQuote(source, from, quoteStart, i, after, end) : !isJoined(source, after, end)) {
      ends.push(after)
      i = skipBlank(source, after, end)
      from = i
    } else i = after
  }
  if (ends[ends.length - 1] !== end) ends.push(end)
  return ends
}

/** Stops, brackets and quotes: everything else is passed over. */
function isSignal(code: number): boolean {
  if (code === 0xff0c || code === 0x3001) return false
  if (code < 0x80)
    return code === 0x21 || code === 0x3f || code === 0x2e || code === 0x22 || code === 0x28 || code === 0x5b
  return (
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0x2026 ||
    code === 0xff61 ||
    code === 0xff0e ||
    openers.includes(String.fromCharCode(code))
  )
}

/** Whether the mark at `i` ends a sentence, as far as the mark itself tells. */
function isStop(source: string, i: number, from: number, end: number): boolean {
  const code = source.charCodeAt(i)
  switch (code) {
    case 0x3002: // 。
    case 0xff61: // ｡
    case 0xff01: // ！
    case 0xff1f: // ？
      return true
    case 0x21: // !
    case 0x3f: // ?
      return !(i + 1 < end && isAscii(source.charCodeAt(i + 1)) && i > from && isAscii(source.charCodeAt(i - 1)))
    case 0x2026: // …
      return isLastEllipsis(source, i, end)
    case 0x2e: // .
    case 0xff0e: // ．
      return isFullStop(source, i, from, end)
    default:
      return false
  }
}

/** `不仅如此……他还` goes on; `……` ends a sentence only before a closing quote or at the end of the paragraph. */
function isLastEllipsis(source: string, i: number, end: number): boolean {
  const next = i + 1
  // only the last of a run is asked, or a line of them would cost its square
  return next >= end || (source.charCodeAt(next) !== 0x2026 && isCloser(source, next))
}

/** Not in 3.5, v1.2, example.com, J. K. 某, `1. 第一` or `...`; but in `他来了.` and `签署了 MOU. 随后`. */
function isFullStop(source: string, i: number, from: number, end: number): boolean {
  if (i === from) return false
  const before = source.charCodeAt(i - 1)
  const next = i + 1 < end ? source.charCodeAt(i + 1) : 0x20
  if (isDot(before) || isDot(next)) return isDot(before) && (i + 1 >= end || isCloser(source, i + 1))
  if (!isBlank(next) && !isCloser(source, i + 1) && !(isHan(before) && isHan(next))) return false
  if (isDigit(before)) return i + 1 >= end || !isNumberAt(source, from, i)
  if (isAsciiLetter(before)) return !abbreviation.test(source.slice(Math.max(from, i - 6), i))
  return true
}

function isDot(code: number): boolean {
  return code === 0x2e || code === 0xff0e
}

/** Whether there are only digits from `from` to `to`: the number of a list, not the end of a sentence. */
function isNumberAt(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(source.charCodeAt(i)) || i - from > 3) return false
  return true
}

/** Stops that stand together end one sentence: ？！ ！！ 。。 …… */
function isRepeat(source: string, i: number): boolean {
  const code = source.charCodeAt(i)
  return (
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0x2026 ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x2e
  )
}

function isCloser(source: string, i: number): boolean {
  const code = source.charCodeAt(i)
  return code > 0x20 && !isHan(code) && code !== 0x22 && closers.includes(source.charAt(i))
}

/** Behind the closing quotes and brackets; `quote` is the closer of the quotation that is open, which may be a straight one. */
function skipClosers(source: string, from: number, end: number, quote: number): number {
  let i = from
  while (i < end && (i === quote || isCloser(source, i))) i++
  return i
}

function skipBlank(source: string, from: number, end: number): number {
  let i = from
  while (i < end && isBlank(source.charCodeAt(i))) i++
  return i
}

/** `好！，` and `“好。”、“行。”`: a comma or its like behind the stop, so the sentence goes on. */
function isJoined(source: string, i: number, end: number): boolean {
  return i < end && '，、；：,;:—'.includes(source.charAt(i))
}

/**
 * A quotation that ends in a stop: does its sentence end with it?
 *
 * - `“真方便。”他说。` no: it opened the sentence, and speech follows.
 * - `他说：“真方便。”会议结束后，他走了。` yes, after the quote.
 * - `“真方便。”会后，众人散去。` yes: no verb of speech.
 * - `一句“怎么办？”问住了大家。` no: the quotation is a part of a clause.
 */
function endsAfterQuote(source: string, from: number, open: number, stop: number, after: number, end: number): boolean {
  if (after >= end) return true
  if (isJoined(source, after, end)) return false
  const behind = clause(source, after, end)
  if (rest.test(behind)) return false
  if (open <= from) return !speech.test(behind)
  const before = source.charCodeAt(open - 1)
  // Behind a colon or a comma it is the whole of what was said; in the midst of a clause a question or a cry is a phrase.
  return source.charCodeAt(stop) === 0x3002 || !isHan(before)
}

/** What follows up to the next mark, at most `speechReach` characters. */
function clause(source: string, from: number, end: number): string {
  let to = from
  const limit = Math.min(end, from + speechReach)
  while (to < limit && !'。！？；：，“'.includes(source.charAt(to))) to++
  return source.slice(from, to)
}

/**
 * The brackets and quotes of a paragraph: offset of each opener and of its closer by turns, in the order of the openers;
 * -1 where none closes it, or only one too far off. `"` opens and closes by turns.
 */
function toPairs(source: string, start: number, end: number): number[] {
  const pairs: number[] = []
  // Kinds and places of what is open; and how many of each kind, so that a stray closer costs nothing.
  const open: number[] = []
  const counts = new Array<number>(openers.length).fill(0)
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    if (isHan(code) || isAsciiLetter(code) || isAsciiDigit(code) || code === 0xff0c || code === 0x3002) continue
    const mark = source.charAt(i)
    const straight = code === 0x22 && (counts[4] as number) > 0
    const kind = straight ? -1 : openers.indexOf(mark)
    if (kind >= 0) {
      open.push(kind, pairs.length)
      counts[kind] = (counts[kind] as number) + 1
      pairs.push(i, -1)
      continue
    }
    const closer = closers.indexOf(mark)
    if (closer < 0) continue
    const match = (counts[closer] as number) > 0 ? closer : sibling(closer)
    if ((counts[match] ?? 0) === 0) continue
    while (open.length > 0) {
      const at = open.pop() as number
      const found = open.pop() as number
      counts[found] = (counts[found] as number) - 1
      if (found !== match) continue
      if (i - (pairs[at] as number) <= longestBracket || match < quotes) pairs[at + 1] = i
      break
    }
  }
  return pairs
}

/** （ closed by ), and the reverse. */
function sibling(kind: number): number {
  return kind === 7 ? 8 : kind === 8 ? 7 : kind === 10 ? 11 : kind === 11 ? 10 : -1
}

function isAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f
}
