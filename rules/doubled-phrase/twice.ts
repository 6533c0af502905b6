import type {Block, Use} from 'copylint'
import {sentenceAt, spanIn, words} from 'copylint'
import type {Found} from './found.ts'
import {isHan, longest} from './found.ts'
import {isForeign, isLawful, isTentative} from './lawful.ts'

/** Words printed twice in a row: 会议会议指出. */
export function* findTwice(block: Block, use: Use, allow: readonly string[]): Generator<Found> {
  const {text} = block
  let from = 0
  for (const {start, length} of tandems(text)) {
    if (start < from) continue
    const word = text.slice(start, start + length)
    const end = start + 2 * length
    // whatever it is, what begins in the first half has been looked at: 1212…
    from = start + length
    if (!(isHan(word) || date.test(word)) || isLawful(word) || isForeign(word) || allow.includes(word)) continue
    // 向前向前向前进: three times is meant
    if (text.startsWith(word, end)) {
      from = end + length
      continue
    }
    // “划算划算！”
    if (/^[！!]/u.test(text.slice(end))) continue
    // 大家一起讨论讨论。 is speech; 会上讨论讨论了三项议案 is not
    if (isTentative(word) && /^(?:$|[^\p{L}\p{N}]|[你我他她它吧呢嘛啊呀再看才就一])/u.test(text.slice(end, end + 1)))
      continue
    const sentence = sentenceAt(block, block.start + start)
    const breaks = sentence ? use(words, sentence) : () => true
    // 无产阶级|阶级斗争, 促就业|创业|创新: the words are others
    if (!breaks(block.start + start) || !breaks(block.start + start + length)) continue
    const before = text.slice(Math.max(0, start - 1), start)
    const after = text.slice(end, end + 1)
    // 老师能夸奖夸奖，…: any verb is doubled so behind a modal, where the clause ends
    if (length === 2 && isModal.test(before) && isEdge.test(after) && breaks(block.start + start - 1)) continue
    // 《长安长安》
    if (before === '《' && after === '》') continue
    // 构建|共建|共治: two letters of two words
    if (length === 2 && breaks(block.start + start + 1) && breaks(block.start + start + 3)) continue
    // “老师老师，您慢走。” 领导干部领导干部，就要…: who is spoken to or of
    const called = isEdge.test(before) && isEdge.test(after)
    const sure =
      !called &&
      breaks(block.start + end) &&
      !isTentative(word) &&
      // 新中国|中国法制史, 反导弹|导弹; “水桶水桶，…”: speech
      !(length === 2 && /[副总小大半非反前原新老准正亚泛南北旧全多单双分子远“‘]/u.test(before))
    from = end
    yield {
      id: 'twice',
      at: spanIn(block, start + length, end),
      ...(!sure && {severity: 'warning' as const}),
      data: {phrase: word},
      related: [{at: spanIn(block, start, start + length), label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...spanIn(block, start + length, end), text: ''}]}]
    }
  }
}

/** A word of one letter that has a verb behind it. */
const isModal = /[能该要想去来请让帮肯愿]/u

/** Nothing, or a mark. */
const isEdge = /^[^\p{L}\p{N}]?$/u

/** 10月15日10月15日, 2026年2026年: a whole date is never said twice. */
const date = /^(?:[0-9０-９]{4}年度?|(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日)$/u

/** Places where a stretch of two letters or more stands twice in a row: one pass, and from each letter back to its like. */
function* tandems(text: string): Generator<{start: number; length: number}> {
  const last = new Map<number, number>()
  const before = new Int32Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    before[i] = last.get(code) ?? -1
    last.set(code, i)
    // 天天: a word that begins so is not printed twice by mistake, and a line of one letter would cost its square
    if (code === text.charCodeAt(i + 1)) continue
    for (let start = before[i] ?? -1; start >= 0 && i - start <= longest; start = before[start] ?? -1) {
      const length = i - start
      if (length > 1 && text[start + 1] === text[i + 1] && text.startsWith(text.slice(start, i), i))
        yield {start, length}
    }
  }
}
