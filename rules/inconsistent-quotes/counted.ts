import type {Block, Pairs} from 'copylint'
import type {Member} from './members.ts'

/** Members of a counted list, of which one is printed otherwise than all others. */
export interface Counted {
  readonly odd: Member
  readonly others: readonly Member[]
}

/** Fewer members are no row. */
const leastMembers = 3

/** What things are counted in. */
const measures = '个家座所处条项只名位支辆艘台部场次批栋间期户片块份种类套届幅件本篇张對個條項隻輛臺場間塊種類'

/** A member to the end of its part: 建设6个老年食堂; in the last part words may follow the quotes. */
const counted = new RegExp(
  `[0-9０-９〇零一二两三四五六七八九十百千万亿余多]\\s?[${measures}]([“「](?<quoted>[^“”「」]{2,12})[”」]|(?<bare>[\\u3400-\\u9fff]{2,10}))$`
)

/** A clause of more holds no row. */
const longestClause = 150

/**
 * Counted rows with one member quoted and the others bare, or the other way round: 6个老年食堂、23个“老年餐桌”、3个老年助餐点.
 */
export function* countedRows({text, start: origin}: Block, {pairs}: Pairs): Generator<Counted> {
  let past = 0
  for (const [open] of pairs) {
    const at = open - origin
    // a quote behind a measure word: few are
    if (
      at < past ||
      !measures.includes(text.charAt(at - 1) || ' ') ||
      !numeral.test(text.slice(Math.max(0, at - 3), at - 1))
    )
      continue
    const from = clauseEdge(text, at, -1)
    past = clauseEdge(text, at, 1)
    const row = past - from <= longestClause ? findRow(text, from, past) : undefined
    if (row) yield row
  }
}

const numeral = /[0-9０-９〇零一二两三四五六七八九十百千万亿余多]\s?$/

/** Where the clause around an offset begins or ends; quotes are looked through. */
function clauseEdge(text: string, at: number, step: 1 | -1): number {
  let i = at
  for (let left = longestClause; left > 0 && i >= 0 && i < text.length; left--, i += step) {
    if ('，。；：！？,;:!?（）()'.includes(text.charAt(i))) break
  }
  return step === 1 ? i : i + 1
}

function findRow(text: string, start: number, end: number): Counted | undefined {
  const members: Member[] = []
  let from = start
  for (const part of text.slice(start, end).split(separator)) {
    const at = text.indexOf(part, from)
    const found = counted.exec(part.replace(/等$/, ''))
    if (!found?.groups) return undefined
    const {quoted, bare} = found.groups
    const to = at + found.index + found[0].length
    const name = quoted ?? bare ?? ''
    members.push({start: to - (found[1]?.length ?? 0), end: to, name, ...(quoted && {mark: '“'}), parted: true})
    from = at + part.length
  }
  if (members.length < leastMembers) return undefined
  const quoted = members.filter(({mark}) => mark)
  const bare = members.filter(({mark}) => !mark)
  const odd = quoted.length === 1 ? quoted[0] : bare.length === 1 ? bare[0] : undefined
  return odd && {odd, others: members.filter((it) => it !== odd)}
}

const separator = /、|(?:以及|[和与及])(?=[0-9０-９一二两三四五六七八九十百千万])/
