import type {Article, Block, Characters} from 'copylint'
import {isNumeral, spotAt} from 'copylint'
import {marks} from './twice.ts'

/** 其中, 包括, 分别 and 其余 tell of parts; 一是 and 一要 begin a list that a number may announce. */
const words = '其中包括分别分別其余一是一要'
const firstItem = words.indexOf('一是') / 2

/** What a word of change ends in that stands before its figure: 增加, 提高了, 下降. */
const changed = '加高升降低少长落短大幅增减了达为'
/** 共有20人, 共计20人, 共为, 共达; 共20人. */
const total = '有计为达'

/** Paragraphs that say how figures belong together; few do. Ascending, each once. */
export function* blocksThatReckon(page: Characters): Generator<Block> {
  const {anyOf, codes, eachOf} = page
  const places: number[] = []
  eachOf(words, (word, place) => {
    if (word < firstItem || isAnnounced(codes, place)) places.push(place)
  })
  const isBeforeNumber = (place: number) => isNumeral(codes[place + 1] as number)
  for (const place of anyOf(changed, isBeforeNumber)) places.push(place)
  for (const place of anyOf(
    '共',
    (it) => isBeforeNumber(it) || total.includes(String.fromCharCode(codes[it + 1] as number))
  ))
    places.push(place)
  for (const place of anyOf('、', (it) => endsList(codes, it))) places.push(place)
  let told: Block | undefined
  for (const place of Int32Array.from(places).sort()) {
    const {article, block} = spotAt(page, place)
    if (article && block.role === 'body' && block !== told) yield block
    told = block
  }
}

/** 三点意见：一是…, 三点意见：“一是… */
const isAnnounced = (codes: Uint16Array, place: number): boolean =>
  '：:，,。'.includes(String.fromCharCode(codes[codes[place - 1] === quote ? place - 2 : place - 1] as number))
const quote = 0x201c

/** Names in a list, and a number behind it, stand so near: 、青溪、白溪、松岭三镇. */
const longestName = 9

/** Whether a 、 stands behind another, and before a number. */
function endsList(codes: Uint16Array, place: number): boolean {
  let before = place - 1
  while (place - before <= longestName && codes[before] !== codes[place]) before--
  if (codes[before] !== codes[place]) return false
  let number = place + 1
  while (number - place <= longestName + 1 && !isNumeral(codes[number] as number)) number++
  return number - place <= longestName + 1
}

/** By story, in its order: the paragraphs in which the same two letters stand behind figures of two digits and more, twice in the story. */
export function blocksThatRepeat({anyOf, byParagraph, codes}: Characters): Block[][] {
  const found = new Map<Article, Set<Block>>()
  const seen = new Map<number, Block>()
  let story: Article | undefined
  const places = anyOf('0123456789０１２３４５６７８９', (place) => beginsAmongWords(codes, place))
  byParagraph(places, ({article, block}, offsets) => {
    if (!article || block.role !== 'body') return
    if (article !== story) seen.clear()
    story = article
    for (const at of offsets) {
      const letters = lettersBehind(block.text, at)
      const before = seen.get(letters)
      if (before === undefined) seen.set(letters, block)
      else if (letters !== 0) found.set(article, (found.get(article) ?? new Set()).add(before).add(block))
    }
  })
  // a paragraph that is the first of a later pair has been added behind others
  return Array.from(found.values(), (blocks) => [...blocks].sort((a, b) => a.start - b.start))
}

/** Whether a figure begins here among words: behind a mark, or one letter and a mark, nothing says what it counts. */
const beginsAmongWords = (codes: Uint16Array, place: number): boolean =>
  isWord(codes[place - 1] as number) && isWord(codes[place - 2] as number)

/** The two letters behind a figure and its scale as one number, 0 for none: 参加 of 1.6万余参加者. A share has none. */
function lettersBehind(text: string, start: number): number {
  let end = start + 1
  while (end - start < longestFigure && (isNumeral(text.charCodeAt(end)) || goesOn.has(text.charCodeAt(end)))) end++
  const [first, second] = [text.charCodeAt(end), text.charCodeAt(end + 1)]
  return end - start > 1 && first !== percent && isWord(first) && isWord(second) ? (first << 16) | second : 0
}

/** A line may hold 1.1.1.1.…, a million of them. */
const longestFigure = 40

const codesOf = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (it) => it.charCodeAt(0)))

const goesOn = codesOf('.．·,，余餘多来几')
const percent = 0x25
/** What ends a clause, and figures; the edge of a paragraph is a 0, or no number. */
const parting = codesOf(`${marks}0123456789０１２３４５６７８９`)
const isWord = (code: number): boolean => code > 0 && !parting.has(code)
