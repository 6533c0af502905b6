import type {Block, Finding, Severity, Span, Use} from 'copylint'
import {defineRule, sentenceAt, words} from 'copylint'
import * as v from 'valibot'
import {isForeign, isLawful, isTentative} from './lawful.ts'

export default defineRule({
  name: 'doubled-phrase',
  scope: 'article',
  severity: 'error',
  summary: {
    zh: '同一短语并列两次（X和X）、词语连排两次、并列成分重复',
    en: 'a phrase joined with itself (X和X), words printed twice in a row, a list that names a member twice'
  },
  options: v.strictObject({
    allow: v.optional(v.pipe(v.array(v.string()), v.description('Words that may stand twice in a row.')), [])
  }),
  messages: {
    joined: {
      zh: {
        what: '“{phrase}”与自身并列',
        why: '“{phrase}{joint}{phrase}”前后是同一个短语，多半是改稿时漏改了一处。',
        how: '核对原稿：另一处应是别的内容，或者删去一处。'
      },
      en: {
        what: '“{phrase}” is joined with itself',
        why: 'Both sides of “{phrase}{joint}{phrase}” are the same, as an edit leaves it that stopped half-way.',
        how: 'Check the copy: one of the two should be something else, or should go.'
      }
    },
    twice: {
      zh: {
        what: '“{phrase}”连排了两次',
        why: '同一词语紧接着又排了一遍。',
        how: '删去一个；如果确是叠用，可在 allow 里登记。'
      },
      en: {
        what: '“{phrase}” stands twice in a row',
        why: 'The same words are printed twice, one print behind the other.',
        how: 'Delete one; if the doubling is meant, list the word in `allow`.'
      }
    },
    member: {
      zh: {
        what: '并列成分“{phrase}”出现了两次',
        why: '同一串并列里一个成分列了两次：多列了，或者另一处应是别的。',
        how: '核对名单或原稿，删去或改正一处。'
      },
      en: {
        what: 'The list names “{phrase}” twice',
        why: 'One member of the list is there twice: it is one too many, or should be another.',
        how: 'Check the list against the copy.'
      }
    }
  },
  labels: {
    first: {zh: '先出现在这里', en: 'first here'},
    drop: {zh: '删去重复的一个', en: 'Delete the repeat'}
  },

  *check(article, {options, use}) {
    for (const block of article.blocks) {
      const joined = [...findJoined(block, use)]
      yield* joined
      for (const finding of findTwice(block, use, options.allow)) {
        // 东山镇和东山镇和…: said already
        if (!joined.some(({at}) => at.start < finding.at.end && finding.at.start < at.end)) yield finding
      }
      yield* findMembers(block)
    }
  }
})

type Found = Finding<'joined' | 'twice' | 'member', 'first' | 'drop'>

/** A phrase is at most so long; longer repeats are passages. */
const longest = 40

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text)
const sub = (block: Block, start: number, end: number): Span => ({
  page: block.page,
  start: block.start + start,
  end: block.start + end
})

// ---- X和X

/** What may stand before a name and make another of it: 副主任、主任, 小资产阶级、资产阶级, 南朝鲜、朝鲜. */
const prefix = /[副总小大半非反前原新老准正亚泛东西南北中上下超次旧全多单双各分子主]$/u

/** What goes on behind X as it does behind any: marks, particles, verbs, and heads that both sides would share. */
const after =
  /^(?:$|[^\p{Script=Han}\p{L}\p{N}]|精神|工作|思想|会议|方面|以来|期间|活动|在|于|将|要|已|等|是|为|了|把|被|对|向|从|由|就|都|也|还|均|并|而|应|能|会|可|与会|上|中|下|里|内|外|时|后|前|之)/u

function* findJoined(block: Block, use: Use): Generator<Found> {
  const {text} = block
  for (const {0: joint, index} of text.matchAll(/以及|[和与及暨、或]/gu)) {
    const next = index + joint.length
    const length = widest(text, index, next)
    if (length < 2) continue
    const phrase = text.slice(index - length, index)
    const verdict = judge(text, phrase, index - length, next + length)
    if (verdict === undefined) continue
    // 5.3%、5.3% and 10月和10月 are values that may well be equal
    if (!startsWord(block, index - length, use)) continue
    const at = sub(block, index - length, next + length)
    yield {
      id: 'joined',
      at,
      severity: verdict,
      data: {phrase, joint},
      related: [{at: sub(block, index - length, index), label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...sub(block, index, next + length), text: ''}]}]
    }
  }
}

/** The most letters that stand alike before the joint and behind it. */
function widest(text: string, end: number, next: number): number {
  for (let length = Math.min(longest, end, text.length - next); length >= 2; length--) {
    const start = end - length
    if (text[start] !== text[next] || text[end - 1] !== text[next + length - 1]) continue
    if (
      text.slice(start, end) === text.slice(next, next + length) &&
      !/[，。；：！？…\s]/u.test(text.slice(start, end))
    ) {
      return length
    }
  }
  return 0
}

/** How sure it is that X和X is a slip; nothing where the page may mean it. */
function judge(text: string, phrase: string, start: number, end: number): Severity | undefined {
  const before = text.slice(Math.max(0, start - 1), start)
  const behind = text.slice(end, end + 4)
  const plain = isHan(phrase)
  if (!/\p{Script=Han}{2}/u.test(phrase) || !isPaired(phrase)) return undefined
  // 2023年和2023年…: a figure that goes on, or values
  if (/\p{N}/u.test(phrase) && phrase.length < 6) return undefined
  const goesOn = !after.test(behind)
  if (phrase.length >= 6) {
    // 全国人民代表大会和全国人民代表大会常务委员会
    if (goesOn) return 'warning'
    return prefix.test(before) && plain ? 'warning' : 'error'
  }
  if (goesOn || prefix.test(before)) return undefined
  // a mark behind it: nothing can follow that would make another name of the second
  const closed = /^(?:$|[^\p{L}\p{N}])/u.test(behind)
  if (phrase.length >= 3) return closed ? 'error' : 'warning'
  return closed && !/\p{Script=Han}/u.test(before) ? 'warning' : undefined
}

/** Every mark that opens in it closes in it: ”、“ is no phrase. */
const isPaired = (phrase: string) =>
  ['“”', '‘’', '《》', '（）', '()', '〈〉'].every(
    (pair) => phrase.split(pair[0] ?? '').length === phrase.split(pair[1] ?? '').length
  )

/** Whether a word begins at an index of the block's text; 小|资产阶级 does, 南|朝鲜 does too: the prefixes see to those. */
function startsWord(block: Block, index: number, use: Use): boolean {
  const sentence = sentenceAt(block, block.start + index)
  return sentence === undefined || index === 0 || use(words, sentence)(block.start + index)
}

// ---- 会议会议指出

function* findTwice(block: Block, use: Use, allow: readonly string[]): Generator<Found> {
  const {text} = block
  let from = 0
  for (const {start, length} of tandems(text)) {
    if (start < from) continue
    const word = text.slice(start, start + length)
    if (!isHan(word) || isLawful(word) || allow.includes(word)) continue
    const end = start + 2 * length
    const sentence = sentenceAt(block, block.start + start)
    const breaks = sentence ? use(words, sentence) : () => true
    // 无产阶级|阶级斗争, 促就业|创业|创新: the words are others
    if (!breaks(block.start + start) || !breaks(block.start + start + length)) continue
    // 构建|共建|共治: two letters of two words
    if (length === 2 && breaks(block.start + start + 1) && breaks(block.start + start + 3)) continue
    const before = text.slice(Math.max(0, start - 1), start)
    const sure =
      breaks(block.start + end) &&
      !isTentative(word) &&
      !isForeign(word) &&
      // 新中国|中国法制史, 反导弹|导弹; “水桶水桶，…”: speech
      !(length === 2 && /[副总小大半非反前原新老准正亚泛南北旧全多单双分子远“‘]/u.test(before))
    from = end
    yield {
      id: 'twice',
      at: sub(block, start, end),
      ...(!sure && {severity: 'warning' as const}),
      data: {phrase: word},
      related: [{at: sub(block, start, start + length), label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...sub(block, start + length, end), text: ''}]}]
    }
  }
}

/** Places where a stretch of two letters or more stands twice in a row; the last place of each pair of letters is kept, so it is one pass. */
function* tandems(text: string): Generator<{start: number; length: number}> {
  const last = new Map<number, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1)
    const start = last.get(pair)
    last.set(pair, i)
    if (start === undefined) continue
    const length = i - start
    if (length < 2 || length > longest) continue
    if (text.startsWith(text.slice(start, i), i)) yield {start, length}
  }
}

// ---- A、B、A

function* findMembers(block: Block): Generator<Found> {
  let start = 0
  for (const part of block.text.split(/(?<=[，。；：！？…\n])/u)) {
    const base = start
    start += part.length
    if (!part.includes('、') || /或/u.test(part)) continue
    const seen = new Map<string, number>()
    for (const {name, index} of members(part)) {
      const first = seen.get(name)
      seen.set(name, index)
      if (first === undefined || name.length < 2 || !isPaired(name) || /\p{N}/u.test(name)) continue
      // next to each other: X、X
      if (part.slice(first + name.length, index).length === 1) continue
      yield {
        id: 'member',
        at: sub(block, base + index, base + index + name.length),
        data: {phrase: name},
        related: [{at: sub(block, base + first, base + first + name.length), label: 'first'}]
      }
    }
  }
}

/** The members of a list that stand between two marks; the first and the last run on into the sentence and are not known. */
function* members(part: string): Generator<{name: string; index: number}> {
  const items = part.split('、')
  let index = 0
  for (const [i, item] of items.entries()) {
    if (i > 0) {
      // 甲、乙和丙出席: 乙 is a member, where 丙 ends only a reader knows
      const end = i < items.length - 1 ? item.length : item.search(/以及|[和与及等]|[，。；：！？…]/u)
      if (end > 0) yield {name: item.slice(0, end), index}
    }
    index += item.length + 1
  }
}
