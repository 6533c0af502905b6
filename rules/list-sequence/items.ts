import type {Article, Block, Characters, Printed} from 'copylint'

/** How a list counts: 一是, 一要, 第一，, 其一, 首先, （一）, 一、, 1. , (1), ① or First. */
export type Kind = '是' | '要' | '第' | '其' | '先' | '（）' | '、' | '1.' | '(1)' | '①' | 'en'

/** One mark of a list: where it stands, and which number it says. */
export interface Item {
  readonly kind: Kind
  readonly number: number
  /** The block among those of its story, from 0. */
  readonly index: number
  readonly block: Block
  /** In the text of the block, the end exclusive, without the comma behind it. */
  readonly start: number
  readonly end: number
}

type Shape = readonly [kind: Kind, shape: RegExp]

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (letter) => letter.charCodeAt(0)))

/** What a mark looks like, by the letters that it may begin with. The first group says the number. */
const shapes = new Map<string, readonly Shape[]>([
  [
    '一二三四五六七八九十',
    [
      // 一是一、二是二 is idiom; 二是否可行 a question
      ['是', /([一二三四五六七八九十]{1,3})是(?![一二三四五六七八九十][，。、；：,;!！]|[否非])/uy],
      // 三要三不要 is a slogan, 三要素 a word
      ['要', /([一二三四五六七八九十]{1,3})要(?!\1不|[素点件闻塞么])/uy],
      // 二、三月
      ['、', /([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十百千万])/uy]
    ]
  ],
  [
    '第',
    [
      [
        '第',
        // 第二、三产业
        /第([一二三四五六七八九十]{1,3})(?=[，,：:]|、(?![一二三四五六七八九十])|是|要(?![素点件])|[ \u3000])/uy
      ]
    ]
  ],
  [
    '其',
    [
      ['其', /其([一二三四五六七八九十]{1,3})(?=[，,、：:是])/uy],
      ['先', /(其次)(?=[，,：:是要])/uy]
    ]
  ],
  ['首', [['先', /(首先)(?=[，,：:是要])/uy]]],
  // once more, unless a comma follows: 再次，要有人管
  ['再', [['先', /(再次)(?=[，,：:])/uy]]],
  [
    '（(',
    [
      // 三（2）班, 前款（二）项
      ['（）', /[（(]([一二三四五六七八九十]{1,3})[）)](?![班组組项項款条條号號])/uy],
      ['(1)', /[（(]([1-9１-９][0-9０-９]?)[）)](?=[^，。、；,;班组組项項款条條号號])/uy]
    ]
  ],
  // 1.5, and 2.30 in a time
  [
    '123456789１２３４５６７８９',
    [['1.', /([1-9１-９][0-9０-９]?)[.．、](?![\d０-９])(?=[^\w\s.．、]|[ \u3000]+[^\d\s])/uy]]
  ],
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', [['①', /([①-⑳])/uy]]],
  ['FST', [['en', /(First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?(?=[,:])/uy]]]
])

const shapesOf = new Map(
  [...shapes].flatMap(([letters, list]) => Array.from(letters, (letter) => [letter.charCodeAt(0), list] as const))
)

const letters = [...shapes.keys()].join('')

/** What may stand behind these letters; behind ① anything may. Of 一 behind a comma, most are 一位 or 一个. */
const next = new Map<number, ReadonlySet<number>>()
const han = '一二三四五六七八九十'
const figures = '1234567890１２３４５６７８９０'
for (const [firsts, seconds] of [
  [han, `${han}是要、`],
  ['第', han],
  ['其', `${han}次`],
  ['首', '先'],
  ['再', '次'],
  ['（(', han + figures],
  [figures, `${figures}.．、`],
  ['FST', 'ieho']
] as const) {
  const codes = codesOf(seconds)
  for (const first of codesOf(firsts)) next.set(first, codes)
}

/** Marks behind which an item may begin, half-width and full. Behind 、 stand words: 二、三 */
const marks = codesOf('。；：，！？“‘「『”’」』》）】〕—…;:,!?.)')

/** The marks of lists in the stories of an issue, in order. */
export function itemsOf(page: Characters): ReadonlyMap<Article, readonly Item[]> {
  const found = new Map<Article, Item[]>()
  let told = 0
  let story: Article | undefined
  let first = 0
  for (const place of openings(page)) {
    // the bracket behind （一） opens nothing
    if (openerOf(page, place) < told) continue
    const n = page.paragraphAt(place)
    const {article, block} = page.printed[n] as Printed
    if (!article) continue
    if (article !== story) first = n - article.blocks.indexOf(block)
    story = article
    const item = itemAt(block, n - first, place - (page.starts[n] as number))
    if (!item) continue
    told = place + item.end - item.start
    const items = found.get(article)
    if (items) items.push(item)
    else found.set(article, [item])
  }
  return found
}

/** Where a letter with which items begin stands behind a mark, or at the beginning of a line; ascending. */
function openings(page: Characters): Int32Array {
  const {anyOf, codes} = page
  return anyOf(letters, (place) => {
    const second = codes[place + 1] as number
    return (next.get(codes[place] as number)?.has(second) ?? true) && openerOf(page, place) >= 0
  })
}

/** Where the mark stands behind which an item may begin, blanks between them; the line before the first letter opens like a mark. -1 for none. */
function openerOf({codes}: Characters, place: number): number {
  let opener = place - 1
  while (isBlank(codes[opener] as number)) opener--
  const mark = codes[opener] as number
  return mark === 0 || marks.has(mark) ? opener : -1
}

function itemAt(block: Block, index: number, start: number): Item | undefined {
  for (const [kind, shape] of shapesOf.get(block.text.charCodeAt(start)) ?? []) {
    shape.lastIndex = start
    const match = shape.exec(block.text)
    const number = numberOf(match?.[1] ?? '')
    if (!match || number === 0) continue
    const end = start + match[0].length
    if (opensSentence(kind, block, start, end)) return {kind, number, index, block, start, end}
  }
  return undefined
}

/** Figures with a dot open a line or a sentence: behind a comma they are figures. Words of order do so too, or stand before a comma. */
function opensSentence(kind: Kind, {text}: Block, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start)
  if (kind === 'en') return /(?:^|[.;!?:”"])\s*$/u.test(before)
  // “……”① refers to a note; 办法有二：①……；②…… is a list
  if (kind === '①') return /(?:^|[，。；：,;:〕】])[ \u3000]*$/u.test(before) && start + 1 < text.length
  if (kind === '先' && /[，,：:]/u.test(text.charAt(end))) return true
  return (kind !== '1.' && kind !== '先') || /(?:^|[。；;！!？?：:”])[ \u3000]*$/u.test(before)
}

const isBlank = (code: number) => code === 0x20 || code === 0x3000

const digits = '一二三四五六七八九'
const ordered = ['首先', '其次', '再次']
const english = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth']

/** 三 is 3, 十二 12, 二十一 21, ③ 3, ３ 3, 其次 2, Third 3; 0 where the characters are no number. */
export function numberOf(text: string): number {
  const code = text.charCodeAt(0)
  if (code < 0x80) return english.indexOf(text) + 1 || Number(text)
  if (code < 0x3400) return code - 0x245f
  if (code > 0xff00) return Number(text.normalize('NFKC'))
  const word = ordered.indexOf(text)
  if (word >= 0) return word + 1
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text)
  if (!parts || (parts[1] && !parts[2] && parts[3])) return 0
  const [tens = 0, ones = 0] = [parts[1], parts[3]].map((digit) => (digit ? digits.indexOf(digit) + 1 : 0))
  return parts[2] ? (tens || 1) * 10 + ones : tens + ones
}

/** How a list that has `item` would write another number: 二是 of 三是, （二） of （三）, ② of ③. */
export function written({kind, block, start, end}: Item, number: number): string {
  const mark = block.text.slice(start, end)
  if (kind === '①') return String.fromCharCode(0x245f + number)
  if (kind === 'en') return mark.replace(/^\w+?(?=ly$|$)/u, english[number - 1] ?? '')
  if (kind === '先') return ordered[number - 1] ?? mark
  if (kind === '1.' || kind === '(1)') return mark.replace(/[\d０-９]+/u, String(number))
  return mark.replace(/[一二三四五六七八九十]+/u, inHan(number))
}

/** From 1 to 99. */
function inHan(number: number): string {
  const tens = Math.floor(number / 10)
  return (tens > 1 ? (digits[tens - 1] ?? '') : '') + (tens > 0 ? '十' : '') + (digits[(number % 10) - 1] ?? '')
}
