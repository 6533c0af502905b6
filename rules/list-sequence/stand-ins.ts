import type {Block} from 'copylint'
import type {Item, Kind} from './items.ts'
import type {Slip} from './series.ts'

/** How far back, in UTF-16 units, other words may have opened a list whose first mark is not there; and how far at most. */
const mostBefore = 1500
const mostBeforeLong = 4000

/** Between two items of a list stands no more; what lies further apart belongs to two. */
const mostBetween = 5000

/**
 * Whether other words stand for the item that is missing (首先……第二……, 此是其一。其二……, 厂里一是……，二是……), or the copy says
 * that it begins in the middle. Words that say many things besides, and words far away, may stand for it: 一个原因是……，第二，
 */
export function standIn({id, item, before, missing}: Slip, blocks: readonly Block[]): 'yes' | 'maybe' | 'no' {
  const last = before.at(-1)
  const between = textBetween(blocks, last, item, last ? mostBetween + 1 : mostBeforeLong)
  if (between.length > mostBetween) return 'yes'
  const near = last ? between : between.slice(-mostBefore)
  if (id === 'first' && (isExcerpt(item.kind, near) || isContinued(blocks))) return 'yes'
  // 步骤：1、整地 2、施肥。注意：1、水不要深；2、肥不要多
  if (id === 'twice' && item.number === 1 && standsIn(2, item.kind, near)) return 'yes'
  // 一是、二是。首先……，二是……: a second list opens in other words, and its numbers look like repeats
  const number = id === 'gap' ? missing : 1
  if (standsIn(number, item.kind, near)) return 'yes'
  return (number === 1 && vague.test(near)) || (!last && standsIn(number, item.kind, between)) ? 'maybe' : 'no'
}

/** 一个原因是……，第二，……; 最重要的是……，二是…… */
const vague =
  /之一[是，,]|一[个個条條种種项項类類点點](?:[^，。；,;]{0,5}[是，,])|最(?:重要|主要|根本|关键|關鍵|大)的?(?:是|一[条條点點])|第一[个個条條种種类類阶階]/u

/** 二是坚决……, and 二是坚决…… again: a paragraph printed twice, which other rules tell. */
export function isReprint({id, item, before}: Slip): boolean {
  const first = before.find(({number}) => number === item.number)
  const wordsOf = ({block, end}: Item) => block.text.slice(end, end + sameWords)
  const words = wordsOf(item)
  return id === 'twice' && words.length === sameWords && first !== undefined && wordsOf(first) === words
}

/** So many characters behind a mark are the same by a paste, not by chance. */
const sameWords = 8

/** The copy from the item before to the item, or from some lines further up; at most so much. */
function textBetween(blocks: readonly Block[], last: Item | undefined, item: Item, most: number): string {
  const part = (index: number, end?: number) =>
    (blocks[index]?.text ?? '').slice(index === last?.index ? last.end : 0, end).slice(-most)
  let text = part(item.index, item.start)
  for (let i = item.index - 1; i >= (last?.index ?? 0) && text.length < most; i--) text = `${part(i)}\n${text}`
  return text.slice(-most)
}

/** ……（二）不得在渠边倾倒垃圾; 条例第三条：（二）……: a text that is quoted from its middle on. */
const isExcerpt = (kind: Kind, between: string) =>
  /(?:…|\.{3}|·{3})\s*$/u.test(between) ||
  (!spoken.has(kind) && /第[一二三四五六七八九十百\d]+[条款章节]|条例|规定|摘/u.test(between.slice(-60)))

const spoken: ReadonlySet<Kind> = new Set(['是', '要', '第', '其', '先', 'en'])

/** （上接第一版） */
const isContinued = (blocks: readonly Block[]) =>
  blocks.slice(0, 3).some(({text}) => /上接|^[（(][^（()）]{0,6}接[^（()）]{0,6}版/u.test(text.slice(0, 200)))

/** Whether other words or marks say the number. Wide on purpose: they need not open a clause, as the marks of a list do. */
function standsIn(number: number, kind: Kind, between: string): boolean {
  if (kind === 'en') return english[number - 1]?.test(between) ?? false
  const han = hans[number - 1]
  if (han === undefined) return false
  const wide = String(number).replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
  const either = `(?:${han}|${number}|${wide})`
  const has = (source: string) => new RegExp(source, 'u').test(between)
  if (kind === '（）' || kind === '(1)') return has(`[（(〔]${either}|${either}[）)〕]`)
  const ordinal = `第${han}(?:[，,、：:。；;！!\\s]|[是要点點条條步项項]|[个個][是方问問原阶階特办辦])`
  if (kind === '、' || kind === '1.' || kind === '①') {
    return has(`(?<![\\d０-９${hans}])${either}[、，,.．：:](?![\\d０-９])|${ordinal}`)
  }
  if (has(`${ordinal}|其${han}|${words[number - 1] ?? ordinal}`)) return true
  // 冠军是青溪队；第二，白溪队；第三，松岭队
  if (kind === '第' && number === 1 && has('冠军|榜首|居首|首位|夺魁|第一名')) return true
  if (kind === '先' && number === 1) return has('首要|先要|[起原]先')
  return saysSo(han, hans[number] ?? '', between)
}

/** 厂里一是……，二是……; 一不拖，二要……. Not 莫衷一是, nor 一是 of another list that has its own 二是. */
function saysSo(han: string, next: string, between: string): boolean {
  if (new RegExp(`(?:^|[。；：，！？;:,!?“\\n])${han}[不看抓查有在因怕为]`, 'u').test(between.slice(-200))) return true
  const said = between.match(new RegExp(`(?<![统之唯专同万单十第衷${hans}])${han}[是要则来靠、]`, 'gu')) ?? []
  return said.some((mark) => !between.includes(next + mark.slice(1)))
}

const hans = '一二三四五六七八九十'

/** What says first, second and third without a number. */
const words = [
  '(?:^|[，。；：,;:“「\\n])首先|首要(?:的|任[务務])?是|先是|一方面|[头頭]一[个個条條桩件]|一[个個种種项項条條]是',
  '其次|另一(?:[个個]|方面)?[是，,]',
  '再次[，,]|再者|最[后後]'
]

const english = [
  /\b(?:first|one|initially|begin)/iu,
  /\b(?:second|two|another|next|then)/iu,
  /\b(?:third|then|finally|next)/iu
]
