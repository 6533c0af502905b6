import {datelineLength} from '../parse/dateline.ts'
import {isNumbered} from '../parse/numbered.ts'
import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {Bigram} from './bigrams.ts'
import {bigramOf, countBigrams} from './bigrams.ts'
import {goesOn, isOpen, startsInside, wordPoints} from './joint-words.ts'
import {isLetter} from './normalised.ts'
import type {OpenEnd} from './open-ends.ts'
import {kindOfEnd, openEnds} from './open-ends.ts'

/** Points from which the two parts are surely one sentence, and from which likely. */
const sure = 2.5
const likely = -2.5

/** A line without marks needs more, and one that may be a head, with a blank or a colon in it, still more. */
const likelyLine = 2
const likelyHead = 2.5
const shortestLine = 10

/** Lines up to this length that end in a comma, several in a row, are verse, toasts, a list. */
const longestVerse = 24
/** One so short is a salutation: 尊敬的各位来宾， */
const longestSalutation = 15
const salutation =
  /(?:先生|女士|阁下|陛下|殿下|同志|朋友|来宾|嘉宾)们?[，,、][^，,。]{0,20}(?:先生|女士|阁下|陛下|殿下|同志|朋友|来宾|嘉宾)们?[，,]$/u

type Pairs = (key: number) => Bigram | undefined

/** An open end, and whether the next paragraph goes on with it. */
export interface Joint extends OpenEnd {
  /** `sure`: the two are one sentence. `likely`: nothing speaks against it. `apart`: the next is another paragraph, or there is none. */
  readonly verdict: 'sure' | 'likely' | 'apart'
  /** How many of the last characters are the word that was cut or stands before the cut, with its comma. */
  readonly tail: number
}

/**
 * Which of the open ends of an issue go on in the next paragraph. The page itself is asked: what stands side by side elsewhere
 * (`督｜促` where it writes 督促), what its sentences end in and begin with. One pass over the page, only where there are open ends.
 *
 * Points add up as the logarithm of the odds do; they were counted in 29,000 paragraphs of newspapers, cut somewhere or
 * without their full stop. Where nothing speaks for or against it, a paragraph of prose without a stop is a cut one.
 */
export const joints = defineAnalysis('joints', (issue: Issue, use): readonly Joint[] => {
  const ends = use(openEnds, issue).filter((end) => !isVerse(end))
  const asked = ends.filter(mayGoOn).map(pairsOf)
  const pairs = countBigrams(
    issue,
    asked.flat(),
    asked.map(([join = 0]) => join)
  )
  return ends.map((end) => ({...end, verdict: judge(end, pairs), tail: tailOf(end, pairs)}))
})

/** Whether what follows could be the second part at all; most open ends are heads and signatures. */
const mayGoOn = ({block, next, form}: OpenEnd): boolean =>
  next?.role === 'body' &&
  (form !== 'line' || block.text.length >= shortestLine) &&
  (form !== 'line' || hasStop(next.text)) &&
  !isNewItem(next.text)

function judge(end: OpenEnd, pairs: Pairs): Joint['verdict'] {
  const {block, next, before, kind, form} = end
  if (!next || !mayGoOn(end)) return 'apart'
  if (isLatin(block.text)) return /^[a-z]/u.test(next.text) ? 'sure' : 'apart'
  if (startsInside(next.text) || goesOn(block.text, next.text) || isOpen(block.text, next.text))
    return /[，。；、,;]/u.test(block.text) ? 'sure' : 'likely'
  // `……各部门｜（农村除外）有九十四个……`
  if (/^[（(]/u.test(next.text))
    return form === 'sentences' && /^.[^（）()]{1,40}[）)][^\s。，：:]/u.test(next.text) ? 'likely' : 'apart'
  let points = wordPoints(block.text, next.text) + pagePoints(end, pairs)
  // what is set off behind a dash or a colon may do without a stop
  if (before && /[：:—]$/u.test(before.text)) points -= form === 'sentences' ? 2 : 4
  // invitations are set in short lines: `值此中秋佳节来临之际，｜谨定于9月17日晚7时，`
  const short = block.text.length <= longestVerse && next.text.length <= longestVerse
  // `他说，｜“我们……”`: some papers set quotations so
  if (kind === 'comma') return points > -3 && !short && !/^[“「『"]/u.test(next.text) ? 'sure' : 'likely'
  // a part of three may be without a stop; so is a head
  if (!hasStop(next.text)) return points >= sure ? 'likely' : 'apart'
  // `“三分做学问，七分做人”` is a head
  if (form === 'line' && /^[“「『《].*[”」』》]$/u.test(block.text)) return 'apart'
  if (form === 'line') return points >= (isHead(block.text) ? likelyHead : likelyLine) ? 'likely' : 'apart'
  // decks stand below a headline
  if (form === 'clause' && block.text.length < 50 && (isHead(block.text) || before?.role !== 'body')) points -= 2
  return points >= sure ? 'sure' : points >= likely ? 'likely' : 'apart'
}

function pagePoints(end: OpenEnd, pairs: Pairs): number {
  const [join, close, open] = pairsOf(end).map((key) => pairs(key))
  const before = end.block.text.charCodeAt(end.block.text.length - 2)
  const behind = end.next?.text.charCodeAt(1) ?? 0
  let points = 0
  // what is behind a quote says nothing of a word
  if (join && join.count > 0 && isLetter([...end.block.text.slice(-2)].at(-1) ?? '')) {
    points += 2.5
    if (join.around?.has(before) || join.around?.has(behind + 0x10000)) points += 1.5
  }
  if (close && close.closes > 0) points -= close.closes * 4 >= close.count ? 2 : 1
  // the paragraph itself begins a line
  const opens = open ? open.opens + open.starts - 1 : 0
  if (open && opens + open.clauses > 0) {
    points -= opens > 0 ? 2 : 1
    if ((opens + open.clauses) * 4 >= open.count) points -= 1
  }
  return points
}

/** The pair across the break, the last one before it, the first one behind it. */
function pairsOf({block: {text}, next}: OpenEnd): readonly number[] {
  const [a, b] = [text.charCodeAt(text.length - 2) || 0, text.charCodeAt(text.length - 1)]
  const [c, d] = [next?.text.charCodeAt(0) ?? 0, next?.text.charCodeAt(1) || 0]
  return [bigramOf(b, c), bigramOf(a, b), bigramOf(c, d)]
}

/** 施 of 施｜工, 项目 of 项目｜建设, 问题， of 问题，｜加强. */
function tailOf(end: OpenEnd, pairs: Pairs): number {
  const {text} = end.block
  const comma = end.kind === 'comma' ? 1 : 0
  const run = /[\dA-Za-z０-９.]{1,20}$/u.exec(comma ? text.slice(0, -1) : text)?.[0].length
  if (run) return run + comma
  if (comma) return Math.min(3, text.length)
  const [join = 0, last = 0] = pairsOf(end).map((key) => pairs(key)?.count ?? 0)
  // 等施 stands here only, 施工 elsewhere
  return (join > 0 && join >= last) || !/[\u3400-\u9fff]{2}$/u.test(text) ? 1 : 2
}

/** A line of a poem, of toasts or of a list: short, with its one comma at the end, and a neighbour is as short; or a salutation. */
function isVerse({kind, block: {text}, before, next}: OpenEnd): boolean {
  if (kind !== 'comma') return false
  if (text.length > longestVerse) return salutation.test(text.slice(-60))
  if (text.length <= longestSalutation) return true
  const near = [before, next].filter((it) => it && it.text.length <= longestVerse)
  const clauses = clausesOf(text)
  // 行到山前桥已断，绕过三村水未通，
  if (clauses.every(({length}) => length === clauses[0]?.length)) return near.length > 0
  // 山上引清泉，山下流新曲。十里长渠十里歌，｜唱得春光绿。
  return clauses.every(isVerseLong) && near.some((it) => it && clausesOf(it.text).every(isVerseLong))
}

const clausesOf = (text: string): string[] => text.split(/[，。；！？,.;!?．]/u).filter((clause) => clause !== '')

const isVerseLong = ({length}: string): boolean => length <= 8

/** Another item, story or caption begins: `二、……` `■……` `本报讯（记者……` `图为……` */
const isNewItem = (text: string): boolean =>
  isNumbered(text) || /^(?:[■□●○◆◇▲△★☆※·•▪【［[—－-]|图[为：])/u.test(text) || datelineLength(text) > 0

/** The second part of a broken one ends as paragraphs do, or is long; `中华全国工商业联合会：` is whom a letter is for. */
const hasStop = (text: string): boolean =>
  text.length > 60 || /[。！？!?]/u.test(text) || (kindOfEnd(text) === undefined && !/^.{1,15}[：:]$/u.test(text))

/** `山西：政府加强服务 为企业解难题` */
const isHead = (text: string): boolean => /[\s：:]/u.test(text)

const isLatin = (text: string): boolean => /^[ -~“”‘’—–]*$/u.test(text.slice(-40)) && /[A-Za-z]{2}/u.test(text)
