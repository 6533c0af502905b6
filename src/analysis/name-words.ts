import {isHanCharacter} from '../parse/chars.ts'
import {deeds, offices} from './office-words.ts'
import {surnames} from './surnames.ts'

/** What stands beside a name, and how much it says that a name begins or ends here. */
export const side = {nothing: 0, word: 1, mark: 2, list: 3, known: 4} as const
export type Side = (typeof side)[keyof typeof side]

/** How the copy around a place speaks for a name that begins or ends there. */
export interface NameWords {
  /** Whether surnames begin with a character: 1; only ones of two characters: 2. */
  readonly surname: (code: number) => 0 | 1 | 2
  /** Whether two characters are a surname. */
  readonly isDouble: (a: number, b: number) => boolean
  /** By character, whether the name of a person, a foreign name or that of a place may hang on it: most need not be looked at. */
  readonly keys: Uint8Array
  /** By character, what may end before a name with it, at the most: where that is nothing, `before` need not be asked. */
  readonly ends: Uint8Array
  /** Whether names of places end in a character: 县, 镇, 村. */
  readonly endsPlace: (code: number) => boolean
  /** Whether foreign names are written with a character: 卡, 特, 娜. */
  readonly isForeign: (code: number) => boolean
  /** What ends before a place of `characters`: an office (`known`), 、 (`list`), another mark, a word such as 和. */
  readonly before: (codes: Uint16Array, place: number) => Side
  /** What begins at a place: a deed (`known`), 、, another mark, a word such as 在. */
  readonly behind: (codes: Uint16Array, place: number) => Side
}

/** Words of one character that stand before names, and behind them. */
const wordsBefore =
  '和与及同跟向对由从在是为被让把给到说称像随问请叫找见据按照而但并且或以其这那如当经听因的了着今原现故即于至與對為給說見據'
const wordsBehind =
  '和与及同跟向对由从自在是为被让把给到说称将即还又也都就才要会可能已曾正再更最不没任率等或及但而且并则因之的地得了着过于以今昨上下中一前后時時來與對說為給會還將還谈至应偕先0123456789０１２３４５６７８９'
const marks =
  // the end of a paragraph
  '\0' +
  '，。、；：！？“”‘’「」『』（）()《》〈〉【】[],.;:!?—…·■□●\n\r \t\u3000' +
  // blanks of HTML and Word
  '\u00a0\u2002\u2003\u200b\u2028'

const placeEnds = '县镇乡村市州旗区'

/** Characters that write the sounds of foreign names, but for the commonest words among them. */
const foreign =
  '阿埃艾奥巴拜班邦贝彼宾波伯博布查达戴丹德登蒂迪丁顿恩尔菲费芬弗福夫盖冈戈格古哈汉赫亨胡霍基吉济贾杰捷金卡凯坎康考科克肯库夸奎拉莱兰朗劳勒雷里利莉丽列林琳卢鲁伦罗洛马玛麦曼芒梅蒙米密姆莫默穆纳娜内尼妮涅宁纽努诺欧帕潘佩彭皮珀普奇齐乔切丘萨塞桑瑟沙莎森舍施什史舒斯丝苏索塔泰坦汤特滕图托陀瓦旺威韦维魏温沃乌希锡夏肖谢辛雅亚延扬耶叶伊依尤约扎詹泽兹佐娅茨甫沙加西哥嫩墨萄牙葡拿荷挪瑞芙蓓黛尕仁赛岑柯裴贡多罕法卜杜瓜厄优素根尚喀隆珊得堪斐'

const [surnameBit, doubleBit, officeBit, deedBit, beforeBit, behindBit, markBit, foreignBit, placeBit] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256
] as const

/** What a character of `NameWords.keys` may be: the first of a person’s name, of a foreign name, the last of the name of a place. */
export const key = {person: 1, foreign: 2, place: 4} as const

/** Words of two characters that begin like a surname and act like a person: `文章指出`. */
export const notNames = new Set(
  '文章 文件 文中 全国 全部 全体 全会 全省 全市 全县 全区 全军 全党 全场 全村 全家 高层 高官 高校 党委 党组 党员 安全 公安 万人 常委 关于 由于 许多 温室 时间 时代 时期 易于 终于 华人 华侨 金融 金砖 银行 印度 印尼 韩国 韩方 古巴 马方 巴方 江苏 江西 云南 安徽 甘肃 广东 广西 贵州 宁夏 海南 黎方 高兴 应该 应当 车队 车站 单位 边防 方面 方案 连队 师生 经济 查明 钱款 牛羊 花儿 水利 白天 石油 农民 农业 农村 广大 商务 商业 强调 毕业 和平 相关 管理 成立 成员 成功 成果'.split(
    ' '
  )
)

/** For `lists` of a rule: made once, for all pages. */
export const loadNameWords = (): Promise<NameWords> => Promise.resolve(toNameWords())

function toNameWords(): NameWords {
  const flags = new Uint16Array(0x10000)
  const keys = new Uint8Array(flags.length)
  const ends = new Uint8Array(flags.length)
  const add = (code: number, flag: number) => {
    flags[code] = (flags[code] as number) | flag
    keys[code] = (keys[code] as number) | keyOf(flag)
    ends[code] = Math.max(ends[code] as number, endOf(flag))
  }
  const addAll = (text: string, flag: number) => {
    for (let i = 0; i < text.length; i++) add(text.charCodeAt(i), flag)
  }
  const [singles = '', doubles = ''] = surnames.split('\n\n')
  const double = pairsOf(doubles)
  const office = pairsOf(offices)
  const deed = pairsOf(deeds)
  addAll(singles.replaceAll('\n', ''), surnameBit)
  for (const pair of double) add(charactersOf(pair)[0], doubleBit)
  for (const pair of office) add(charactersOf(pair)[1], officeBit)
  for (const pair of deed) add(charactersOf(pair)[0], deedBit)
  addAll(wordsBefore, beforeBit)
  addAll(wordsBehind, behindBit)
  addAll(marks, markBit)
  addAll(foreign, foreignBit)
  addAll(placeEnds, placeBit)
  return {
    surname: (code) => {
      const flag = flags[code] ?? 0
      if (flag & surnameBit) return 1
      return flag & doubleBit ? 2 : 0
    },
    keys,
    ends,
    endsPlace: (code) => ((flags[code] ?? 0) & placeBit) > 0,
    isForeign: (code) => ((flags[code] ?? 0) & foreignBit) > 0,
    isDouble: (a, b) => double.has(pairOf(a, b)),
    before: (codes, place) => {
      const code = codes[place - 1] ?? 0
      const flag = flags[code] as number
      if (flag & markBit) return code === 0x3001 ? side.list : side.mark
      if (flag & officeBit && office.has(pairOf(codes[place - 2] ?? 0, code))) return side.known
      return flag & beforeBit ? side.word : side.nothing
    },
    behind: (codes, place) => {
      const code = codes[place] ?? 0
      const flag = flags[code] as number
      if (flag & markBit) return code === 0x3001 ? side.list : side.mark
      if (flag & deedBit && deed.has(pairOf(code, codes[place + 1] ?? 0))) return side.known
      return flag & behindBit ? side.word : side.nothing
    }
  }
}

/** What a character of `NameWords.keys` is by one of its bits, and in `NameWords.ends`. */
const keyOf = (flag: number): number =>
  flag & (surnameBit | doubleBit) ? key.person : flag & foreignBit ? key.foreign : flag & placeBit ? key.place : 0
const endOf = (flag: number): Side =>
  flag & officeBit ? side.known : flag & markBit ? side.list : flag & beforeBit ? side.word : side.nothing

/** The number of two Chinese characters, small enough for maps to be quick; -1 for others. */
export const pairOf = (a: number, b: number): number =>
  isHanCharacter(a) && isHanCharacter(b) ? (a - 0x4e00) * 0x5200 + b - 0x4e00 : -1

/** The two characters of a number of `pairOf`. */
export const charactersOf = (pair: number): readonly [number, number] => [
  Math.floor(pair / 0x5200) + 0x4e00,
  (pair % 0x5200) + 0x4e00
]

/** The number of two characters of a name. */
export const pairAt = (name: string, a: number, b: number): number => pairOf(name.charCodeAt(a), name.charCodeAt(b))

/** Whether a name is written as foreign ones are. */
export function isForeignName(name: string, {isForeign}: NameWords): boolean {
  for (let i = 0; i < name.length; i++) if (!isForeign(name.charCodeAt(i))) return false
  return true
}

const pairsOf = (list: string): Set<number> => {
  const pairs = new Set<number>()
  for (let i = 0; i + 1 < list.length; i++) {
    if (list.charCodeAt(i) <= 0x20) continue
    pairs.add(pairOf(list.charCodeAt(i), list.charCodeAt(i + 1)))
    i++
  }
  return pairs
}
