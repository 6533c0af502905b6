import type {Article, Block} from 'copylint'
import {pairShare} from 'copylint'
import {isStoryHead} from './heads.ts'
import {headsOf, toText} from './stories.ts'

/** The story below says so little of what the first line says alone, and so much of what another says alone. */
const foreign = {head: 0.3, line: 0.35, gain: 0.25}
/** Another story that says so much of a head, and less of its own, has lost it to this place: the heads are exchanged. */
const misplaced = 0.4
/** How much is asked of other stories, and of the own at first, in UTF-16 units. */
const opening = 200
/** So many on a page are how the page is made: with the name of a column over every head. */
const most = 12

/** A line that was taken for a head of the story below, which is the next line’s alone. */
export interface ForeignHead {
  readonly head: Block
  readonly line: Block
}

export function foreignHeads(articles: readonly Article[]): ForeignHead[] {
  const found = articles.flatMap((_, i) => toForeign(articles, i) ?? [])
  if (found.length > most) return []
  return found.filter(
    ({head, line}) => !articles.some((it, i) => isExchanged(head, line, it, toText(articles, i, opening)))
  )
}

/** Whether a head belongs over another story, which it fits better than that story's own. */
function isExchanged(head: Block, line: Block, {headline}: Article, story: string): boolean {
  const share = pairShare(head.text, story, line.text)
  return share >= misplaced && share > pairShare(headline?.text ?? '', story)
}

function toForeign(articles: readonly Article[], i: number): ForeignHead | undefined {
  const [head, ...lines] = headsOf(articles[i] as Article)
  // what the parser knows for a kicker is one: 县水务公司
  if (head === undefined || head.role === 'kicker' || lines.length === 0 || !isStoryHead(head)) return undefined
  const {body} = articles[i] as Article
  const isOwn = (line: Block) => pairShare(head.text, body[0]?.text.slice(0, opening) ?? '', line.text) > foreign.head
  // most leads say what their head says
  if (lines.every(isOwn)) return undefined
  const story = toText(articles, i)
  const line = lines.find((it) => {
    const fit = pairShare(head.text, story, it.text)
    if (fit > foreign.head || !isStoryHead(it)) return false
    const better = pairShare(it.text, story, head.text)
    return better >= foreign.line && better - fit >= foreign.gain
  })
  return line && {head, line}
}
