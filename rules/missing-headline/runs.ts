import type {Article, Block, Issue, Span} from 'copylint'
import {datelineLength, headingMarks} from 'copylint'

/** A summary between head and story is not longer, in UTF-16 units. */
const longestSummary = 150

/** So many stories under one head are a round-up: `加纳友好代表团到杭州` over four telegrams; or fewer, if all are briefs. */
const roundUp = {stories: 4, briefs: 3, paragraphs: 2}
/** Heads under which every brief opens with a dateline of its own. */
const digest =
  /[简快短零要电]讯|要闻|[简快]报|速递|速览|动态|一览|播报|回顾|短波|集锦|集萃|点滴|拾零|一束|联播|传真|综合消息|公告|启事/u

/** No head is longer, in UTF-16 units. */
const longestHead = 60
/** What has a full stop, or is a name: （林　岚）, ——编者, 何苗. */
const ending = /[。！？!?….]|^[（(—·].|^[\u3400-\u9fff](?:\u3000?[\u3400-\u9fff]){1,2}$/u

/** `2024年3月2日` · `青溪县政府　林　岚`: how a letter ends. On a page without marks it looks like a head when a dateline follows. */
const signature =
  /^[\d０-９一二三四五六七八九〇○]{4}年[\d０-９一二三四五六七八九十]{1,2}月[\d０-９一二三四五六七八九十]{1,3}日$|^[\u3400-\u9fff]{2,20}\u3000{1,4}[\u3400-\u9fff](?:\u3000?[\u3400-\u9fff]){1,2}$/u

/** A story with those below it that have no head, and so may be its own: `新华社…电` twice under one head. */
export function* runs({articles}: Issue): Generator<{stories: [Article, ...Article[]]; top: boolean}> {
  for (let i = 0; i < articles.length; ) {
    const first = articles[i] as Article
    let end = i + 1
    for (let next = articles[end]; next?.page === first.page && !headOf(next); next = articles[end]) end++
    yield {stories: [first, ...articles.slice(i + 1, end)], top: articles[i - 1]?.page !== first.page}
    i = end
  }
}

/** The head of a story, if it is one. */
export function headOf({headline, kickers, decks}: Article): Block | undefined {
  if (headline === undefined || kickers.length + decks.length > 0 || headingMarks(headline)) return headline
  return signature.test(headline.text) ? undefined : headline
}

/** Whether one head stands over stories that each open with a dateline, as it may: 简讯, 县区传真. */
export const isRoundUp = (head: string, stories: readonly Article[]): boolean =>
  digest.test(head) ||
  stories.length >= roundUp.stories ||
  (stories.length >= roundUp.briefs && stories.every(({body}) => body.length <= roundUp.paragraphs))

/** The dateline that a story opens with. */
export function openingOf({blocks, headline}: Article): Span | undefined {
  const first = blocks[0] === headline ? blocks[1] : blocks[0]
  if (first?.role !== 'body') return undefined
  const dateline = first.text.slice(0, datelineLength(first.text)).trimEnd()
  if (!/[讯电]/u.test(dateline)) return undefined
  return {page: first.page, start: first.start, end: first.start + dateline.length}
}

/**
 * The last sentence of a story that has come to its end. A line without a full stop above the dateline is its head, only not told
 * as one, or the summary that stands between head and story.
 */
export function endOf({blocks, body}: Article, {headline: signed}: Article): Span | undefined {
  if (signed) return signed
  const last = blocks.at(-1)
  const stops = body.some(({text}) => /[。！？!?…]|\.$/u.test(text))
  if (last === undefined || !stops) return undefined
  if (last.role === 'body' && last.text.length <= longestHead && !ending.test(last.text) && !signature.test(last.text))
    return undefined
  const sentence = last.node.children.findLast(({type}) => type === 'SentenceNode')
  return {page: last.page, start: sentence?.position?.start.offset ?? last.start, end: last.end}
}

/** Between a head and its story may stand a note of the editors: 编者按 …… */
export const isIntroduced = ({body: [first]}: Article): boolean =>
  first !== undefined && /^[（(【[]?(?:编者|编辑|按语|开栏|[核内][心容](?:提示|提要))/u.test(first.text)

/** One paragraph without dateline or byline may be what the story below is about. */
export const isSummary = ({blocks, body: [first, second]}: Article): boolean =>
  first !== undefined &&
  second === undefined &&
  first.text.length <= longestSummary &&
  datelineLength(first.text) === 0 &&
  !blocks.some(({role}) => role === 'byline')

/** First paragraphs that open two stories. */
export function repeatedOpenings({articles}: Issue): Set<string> {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const {body} of articles) {
    const first = body[0]?.text ?? ''
    if (once.has(first)) twice.add(first)
    else once.add(first)
  }
  return twice
}
