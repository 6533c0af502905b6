import {datelineLength} from '../parse/dateline.ts'
import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'

/** A paragraph of a story that does not end as a sentence does. */
export interface OpenEnd {
  readonly block: Block
  /** Which article of the issue, from 0. */
  readonly article: number
  /** The block before it in the story. */
  readonly before?: Block
  /** The block behind it in the story. */
  readonly next?: Block
  /** `comma`: ends in a comma or 、. `word`: in a letter, a figure, a quote or bracket without a stop. */
  readonly kind: 'comma' | 'word'
  /** What it reads like: `sentences` has a stop inside or opens with a dateline, `clause` is long and has commas as few heads have, all else is a `line`. */
  readonly form: 'sentences' | 'clause' | 'line'
}

/** 。: what most paragraphs end in. */
const fullStop = 0x3002
const stops = '。！？!?…｡⋯.．'
/** What a paragraph rightly ends in: an item of a list, a lead to what follows, a dash, the hyphen of English copy. */
const others = '；;：:—―─–-～~'
/** Notes of a scholar too: `……改观。”⑤` */
const closers = '”’」』）)】》〉]］"\'①②③④⑤⑥⑦⑧⑨⑩'
const commas = '，,、﹐﹑'

/** `……圆满完成。　　林岚　何苗` `……再创佳绩。——编者` `……没人修。松岭镇　何苗`: what stands behind the last sentence is no part of it. */
const signed =
  /[。！？!?…][”’」』）)]*(?:(?:\s+|——|[·•])[^。，！？；]{1,40}|[^。，、！？；\s]{1,20}\s+[^。，、！？；]{1,20})$/u
/** `……圆满完成。（新华社）（附图片）` */
const bracketed = /[。！？!?…][”’」』]*\s*(?:[（(【[［][^（(【[［\]］】）)]{1,80}[\]］】）)]\s*){1,3}$/u

/** A head with a comma, a deck or a subhead, is seldom longer. */
const longestHead = 25
/** `何苗先后到东桥、西桥、南桥等施` is prose, `合理用水，减少渗漏，降低成本` a head: its parts are short. */
const shortestProse = 15
const longestPart = 7

/** All paragraphs of the stories of an issue that do not end as a sentence does, in order. */
export const openEnds = defineAnalysis('openEnds', (issue: Issue): readonly OpenEnd[] =>
  issue.articles.flatMap(({blocks}, article) => inStory(blocks, article))
)

function inStory(blocks: readonly Block[], article: number): OpenEnd[] {
  const found: OpenEnd[] = []
  for (const [i, block] of blocks.entries()) {
    if (block.role !== 'body') continue
    const kind = kindOfEnd(block.text)
    if (kind === undefined || (kind === 'word' && isNames(block.text))) continue
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    found.push({block, article, ...(before && {before}), ...(next && {next}), kind, form: formOf(block.text)})
  }
  return found
}

/** How the end of a paragraph is open, or nothing where a sentence ends there. Looks at the last characters only. */
export function kindOfEnd(text: string): OpenEnd['kind'] | undefined {
  let last = text.length - 1
  if (text.charCodeAt(last) === fullStop) return undefined
  while (last > 0 && closers.includes(text.charAt(last))) last--
  const mark = text.charAt(last)
  if (mark === '' || stops.includes(mark) || others.includes(mark)) return undefined
  // `……表决通过。，` is a mark too many, no sentence that goes on
  if (last > 0 && commas.includes(mark) && stops.includes(text.charAt(last - 1))) return undefined
  if (last === text.length - 1 && commas.includes(mark)) return 'comma'
  const tail = text.slice(-130)
  return signed.test(tail) || bracketed.test(tail) ? undefined : 'word'
}

function formOf(text: string): OpenEnd['form'] {
  const dateline = datelineLength(text)
  if (dateline > 0) return text.length - dateline > 5 ? 'sentences' : 'line'
  const inside = text.slice(0, -1)
  if (/[。！？!?]|[a-z]\. [A-Z“"]/u.test(inside)) return 'sentences'
  const clauses = inside.split(/[，,；;、]/u)
  if (clauses.length === 1 || text.length < shortestProse) return 'line'
  if (text.length >= longestHead) return 'clause'
  return clauses.length > 2 && clauses.some((clause) => clause.length > longestPart) ? 'clause' : 'line'
}

/** A list of names needs no stop: `优秀奖10名：周小满、何田、林芳` `安禾《等船》、何大田《守渠人》、林峰《灯下》` */
function isNames(text: string): boolean {
  if (/[，,；;]/u.test(text)) return false
  const names = text.replace(/^[^、：:]{1,20}[：:]/u, '').split('、')
  return names.length > 2 && names.every((name) => name.replace(/《[^《》]*》/u, '').length <= longestName)
}

/** Of a person or a place; 南桥等施｜工 has longer parts beside it: 何苗先后到东桥. */
const longestName = 4
