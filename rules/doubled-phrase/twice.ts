import type {Block, Characters, Printed, Severity, Use} from 'copylint'
import {sentenceAt, spanIn, words} from 'copylint'
import type {Found} from './found.ts'
import {isHan} from './found.ts'
import {isForeign, isLawful, isTentative} from './lawful.ts'
import {eachTandem} from './tandems.ts'

/** Words printed twice in a row: 会议会议指出. */
export function findTwice(all: Characters, use: Use, allow: readonly string[]): Found[] {
  const found: Found[] = []
  eachTandem(all, (place, length) => {
    const n = all.paragraphAt(place)
    const {block, article} = all.printed[n] as Printed
    const start = place - (all.starts[n] as number)
    const word = block.text.slice(start, start + length)
    // whatever it is, what begins in the first half has been looked at: 1212…
    if (!article || !(isHan(word) || date.test(word)) || isLawful(word) || isForeign(word) || allow.includes(word))
      return place + length
    // 向前向前向前进: three times is meant
    if (block.text.startsWith(word, start + 2 * length)) return place + 3 * length
    const sureness = judge(block, start, word, use)
    if (sureness === undefined) return place + length
    const [first, second] = [spanIn(block, start, start + length), spanIn(block, start + length, start + 2 * length)]
    found.push({
      id: 'twice',
      at: second,
      severity: sureness,
      data: {phrase: word},
      related: [{at: first, label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...second, text: ''}]}]
    })
    return place + 2 * length
  })
  return found
}

/** How sure it is that a word which stands twice is a slip; nothing where the page may mean it. */
function judge(block: Block, start: number, word: string, use: Use): Severity | undefined {
  const {text} = block
  const {length} = word
  const end = start + 2 * length
  // “划算划算！”
  if (/^[！!]/u.test(text.slice(end, end + 1))) return undefined
  // 大家一起讨论讨论。 is speech; 会上讨论讨论了三项议案 is not
  if (isTentative(word) && /^(?:$|[^\p{L}\p{N}]|[你我他她它吧呢嘛啊呀再看才就一])/u.test(text.slice(end, end + 1)))
    return undefined
  const sentence = sentenceAt(block, block.start + start)
  const breaks = sentence ? use(words, sentence) : () => true
  // 无产阶级|阶级斗争, 促就业|创业|创新: the words are others
  if (!breaks(block.start + start) || !breaks(block.start + start + length)) return undefined
  const before = text.slice(Math.max(0, start - 1), start)
  const after = text.slice(end, end + 1)
  // 老师能夸奖夸奖，…: any verb is doubled so behind a modal, where the clause ends
  if (length === 2 && isModal.test(before) && isEdge.test(after) && breaks(block.start + start - 1)) return undefined
  // 《长安长安》
  if (before === '《' && after === '》') return undefined
  // 构建|共建|共治: two letters of two words
  if (length === 2 && breaks(block.start + start + 1) && breaks(block.start + start + 3)) return undefined
  // “老师老师，您慢走。” 领导干部领导干部，就要…: who is spoken to or of
  const called = isEdge.test(before) && isEdge.test(after)
  const sure =
    !called &&
    breaks(block.start + end) &&
    !isTentative(word) &&
    // 新中国|中国法制史, 反导弹|导弹; “水桶水桶，…”: speech
    !(length === 2 && /[副总小大半非反前原新老准正亚泛南北旧全多单双分子远“‘]/u.test(before))
  return sure ? 'error' : 'warning'
}

/** A word of one letter that has a verb behind it. */
const isModal = /[能该要想去来请让帮肯愿]/u

/** Nothing, or a mark. */
const isEdge = /^[^\p{L}\p{N}]?$/u

/** 10月15日10月15日, 2026年2026年: a whole date is never said twice. */
const date = /^(?:[0-9０-９]{4}年度?|(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月[0-9０-９]{1,2}日)$/u
