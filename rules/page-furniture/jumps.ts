import type {Block, Issue, Page, Span} from 'copylint'

/** `下转第三版` at the end of a paragraph, or `（上接第一版）` at its beginning. */
export interface Jump {
  readonly at: Span & {readonly page: number}
  /** The page that it names: `3`, `A3`. */
  readonly to: string
}

/** A jump whose other end is not where it says, and where that end is instead, if it is anywhere. */
export interface Loose extends Jump {
  readonly here: string
  readonly elsewhere?: Span
  /** The page that it names begins here. */
  readonly target: Span
}

const number = '([A-HＡ-Ｈ]?[\\d０-９一二三四五六七八九十]{1,3})[\\s　]*版'
const onward = new RegExp(`[（(【]?下转[\\s　]*(?:第[\\s　]*)?${number}[）)】]?[。]?$`, 'u')
const back = new RegExp(`^[（(【]?(?:紧接|上接)[\\s　]*(?:第[\\s　]*)?${number}[）)】]?`, 'u')
const folio = new RegExp(`^[\\s#]*(?:第[\\s　]*${number}|([A-HＡ-Ｈ]?[\\d０-９]{1,3})版)`, 'u')
const digits = '零一二三四五六七八九'
/** Words of a jump stand so near to the edge of its paragraph, in UTF-16 units. */
const edge = 24

/** The jumps of an issue that lack their other end. What goes to a page that is not given cannot be judged. */
export function looseEnds(issue: Issue): {onward: Loose[]; back: Loose[]} {
  const names = issue.pages.map((page, i) => nameOf(page, i))
  if (issue.pages.length < 2 || new Set(names).size < names.length) return {onward: [], back: []}
  const nameAt = ({at}: Jump) => names[at.page] ?? ''
  const starts = new Map(
    names.map((name, page) => [name, issue.articles.find((it) => it.page === page)?.blocks[0]] as const)
  )
  const toLoose = (jump: Jump, elsewhere?: Jump): Loose[] => {
    const target = starts.get(jump.to)
    if (target === undefined || target.page === jump.at.page) return []
    return [{...jump, here: nameAt(jump), target, ...(elsewhere && {elsewhere: elsewhere.at})}]
  }
  const returns = find(issue, '接', back)
  const pairs = toQueues(returns, (it) => `${it.to} ${nameAt(it)}`)
  const left = find(issue, '下转', onward).filter((it) => !pairs.get(`${nameAt(it)} ${it.to}`)?.pop())
  // what says 上接第一版 on another page than 下转 of page 1 names
  const free = toQueues([...pairs.values()].flat(), ({to}) => to)
  return {
    onward: left.flatMap((it) => toLoose(it, starts.has(it.to) ? free.get(nameAt(it))?.pop() : undefined)),
    back: [...free.values()].flat().flatMap((it) => toLoose(it))
  }
}

/** Later ones in front, so that `pop` gives the first. */
function toQueues(jumps: readonly Jump[], key: (jump: Jump) => string): Map<string, Jump[]> {
  const queues = new Map<string, Jump[]>()
  for (const jump of jumps.toReversed()) {
    const queue = queues.get(key(jump))
    if (queue) queue.push(jump)
    else queues.set(key(jump), [jump])
  }
  return queues
}

function find({articles}: Issue, word: string, pattern: RegExp): Jump[] {
  return articles.flatMap(({blocks}) =>
    blocks.flatMap((block) => {
      // no head jumps; and a paragraph is asked only at its end, or its beginning
      if (block.role !== 'body' && block.role !== 'note') return []
      const end = word === '接' ? Math.min(block.text.length, edge) : block.text.length
      const from = word === '接' ? 0 : Math.max(0, block.text.length - edge)
      const part = block.text.slice(from, end)
      return part.includes(word) ? toJump(block, from, pattern.exec(part)) : []
    })
  )
}

function toJump({page, start}: Block, from: number, found: RegExpExecArray | null): Jump[] {
  if (!found?.[1]) return []
  const first = start + from + found.index
  return [{at: {page, start: first, end: first + found[0].length}, to: plain(found[1])}]
}

/** How a page is called: by its folio, by the number in its file's name, or by its place in the issue. */
function nameOf({path, source}: Page, index: number): string {
  const top = folio.exec(source.slice(0, edge))
  const file = /(?<![A-Za-z\d])[A-H]\d{1,3}(?=[^\d/\\]*$)|(?<!\d)\d{1,3}(?=[^\d/\\]*$)/u.exec(path)
  return plain(top?.[1] ?? top?.[2] ?? file?.[0] ?? String(index + 1))
}

/** `０３`, `三`, `03` are 3. */
function plain(name: string): string {
  const text = name.normalize('NFKC').toUpperCase()
  const letter = /^[A-H]/.exec(text)?.[0] ?? ''
  const rest = text.slice(letter.length)
  if (/^\d+$/.test(rest)) return `${letter}${Number(rest)}`
  const [tens = '', ones = ''] = rest.includes('十') ? rest.split('十') : ['零', rest]
  return `${letter}${10 * (tens === '' ? 1 : digits.indexOf(tens)) + Math.max(0, digits.indexOf(ones || '零'))}`
}
