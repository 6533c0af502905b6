import type {Article, Block, Issue, LoneMark, Pairs, Severity} from 'copylint'
import {headingMarks, marksOf} from 'copylint'
import {settle} from './settle.ts'

/** On a page without marks a paragraph of a quotation may pass for a head: so far behind it its mate is looked for. */
const reachBare = 3

/** A mark that nothing pairs with, and what to say of it. */
export interface Lone {
  readonly id: 'open' | 'close' | 'turned' | 'crossed'
  readonly mark: LoneMark
  readonly block: Block
  /** Offset of the other mark that is concerned, in the same paragraph. */
  readonly other?: number
  readonly severity?: Severity
}

/** An opener that waits for a later paragraph to close it. */
interface Waiting {
  readonly mark: LoneMark
  readonly block: Block
  /** The number of its paragraph in the issue. */
  readonly index: number
  /** The last paragraph that may close it. */
  last: number
}

/**
 * Marks without a mate. A quotation may run on: its mate stands in a later paragraph of the story, or each paragraph opens it
 * anew and the last one closes it (GB/T 15834).
 */
export function* loneMarks(issue: Issue, paired: ReadonlyMap<Block, Pairs>): Generator<Lone> {
  // by kind, so that what a closer closes is found at once
  const waiting = new Map<number, Waiting[]>()
  let index = 0
  // a caption may stand between two paragraphs of a quotation
  let lastBody = 0
  let page = 0
  for (const article of issue.articles) {
    // most stories have no such mark
    if (waiting.size === 0 && !article.blocks.some((block) => paired.get(block)?.alone.length)) {
      index += article.blocks.length
      page = article.page
      continue
    }
    const marked = isMarked(article)
    if (page !== article.page || marked) yield* giveUp(waiting)
    else yield* giveUpSoon(waiting, index)
    page = article.page
    let inHeads = true
    let isContinued: boolean | undefined
    for (const block of article.blocks) {
      index++
      const isHead = heads.has(block.role)
      if (inHeads && !isHead && marked) yield* giveUp(waiting)
      inHeads = isHead
      const found = paired.get(block)
      if (found && waiting.size > 0) goOn(waiting, block, lastBody)
      if (block.role === 'body') lastBody = index
      if (!found || found.alone.length === 0) continue
      for (const lone of settle(
        found.alone.filter((it) => !isListMark(it, article)),
        block
      )) {
        const {mark} = lone
        if (lone.id === 'open') {
          const last = isHead ? index + reachBare : Number.POSITIVE_INFINITY
          listOf(waiting, mark.kind).push({mark, block, index, last})
        } else if (lone.id === 'close') {
          const list = waiting.get(mark.kind)
          isContinued ??= says(article, /上接|紧接/)
          const mate = list?.at(-1)
          if (mate && mate.last >= index && (opensSpeech(mate) || isBroken(mate, index))) list?.pop()
          else if (!isContinued) yield lone
        } else yield lone
      }
    }
    if (waiting.size > 0 && says(article, /下转|转第|未完/)) waiting.clear()
  }
  yield* giveUp(waiting)
}

const heads: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'subhead', 'section'])

/** Whether its head has # marks, so that it is a head for certain. */
const isMarked = ({headline}: Article): boolean => headline !== undefined && headingMarks(headline) !== undefined

/** What a note says: 上接第一版 has its openers on another page, 下转第三版 its closers. */
const says = ({blocks}: Article, words: RegExp): boolean =>
  blocks.some(({role, text}) => role === 'note' && words.test(text))

/** `1）` and `一）` number a list by themselves, unless the story has numbers in whole brackets: （二） */
function isListMark({numbers}: LoneMark, {blocks}: Article): boolean {
  if (numbers === undefined) return false
  const whole = /[0-9０-９]/.test(numbers) ? /[（(][0-9０-９]{1,3}[）)]/ : /[（(][一二三四五六七八九十]{1,3}[）)]/
  return /[A-Za-z①-⑳]/.test(numbers) || !blocks.some(({text}) => whole.test(text))
}

/** A paragraph that opens with a quote goes on with the quotation that the last one left open: “‘ goes on with two. */
function goOn(waiting: ReadonlyMap<number, Waiting[]>, {text}: Block, lastBody: number): void {
  for (let i = 0; i < 2; i++) {
    const kind = quotes.indexOf(text.charAt(i))
    if (kind < 0) return
    const list = waiting.get(kind)
    const mate = list?.at(-1)
    if (mate && mate.index >= lastBody && opensSpeech(mate) && !opensAgain(mate)) list?.pop()
  }
}

/** By kind. */
const quotes = '“‘「『'

/**
 * Speech may run over paragraphs: 他说：“, “干！”老何清清嗓子，“; and so may a note in brackets of its own. In 推出“板凳课堂 no
 * speech begins.
 */
function opensSpeech({mark: {at}, block: {text, start}}: Waiting): boolean {
  const before = text.slice(Math.max(0, at - start - 40), at - start).trimEnd()
  return speech.test(before)
}

const speech =
  /(?:^|[：:。！？”’“‘「『…—）)]|[说道称曰问答讲谈指写言示][^。；]{0,8}[，,]|[a-z]{2},|[。！？!?…，][”’」』][^。！？“‘「『]{0,36}[，,])$/

/** Its own kind inside: “甲，“乙” is no speech that runs on. */
const opensAgain = ({mark: {at, kind}, block: {text, start}}: Waiting): boolean =>
  text.includes(marksOf(kind).open, at - start + 1)

/** A paragraph that breaks off: its rest, with the mate, is one of the next. */
const isBroken = ({block: {text}, index}: Waiting, now: number): boolean =>
  now - index <= reachBare && !/[。！？!?.…：；;]$/.test(text)

function* giveUp(waiting: Map<number, Waiting[]>): Generator<Lone> {
  for (const {mark, block} of [...waiting.values()].flat()) yield {id: 'open', mark, block}
  waiting.clear()
}

/** On a page without marks the next paragraphs may still belong to the story. */
function* giveUpSoon(waiting: Map<number, Waiting[]>, index: number): Generator<Lone> {
  for (const [kind, list] of waiting) {
    const over = list.filter((it) => it.last <= index)
    for (const {mark, block} of over) yield {id: 'open', mark, block}
    const left = list.filter((it) => it.last > index)
    for (const it of left) it.last = Math.min(it.last, index + reachBare)
    if (left.length > 0) waiting.set(kind, left)
    else waiting.delete(kind)
  }
}

function listOf(waiting: Map<number, Waiting[]>, kind: number): Waiting[] {
  const list = waiting.get(kind) ?? []
  waiting.set(kind, list)
  return list
}
