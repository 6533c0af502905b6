import {isDateline} from './dateline.ts'
import type {Draft} from './drafts.ts'
import {isInstitution} from './institution.ts'
import {isNumbered} from './numbered.ts'

/** A heading in a story is at most this long to be taken for one of its parts by its length alone. */
const longestSubhead = 6

/**
 * Roles of the headings on a page with `#` marks. Levels differ from story to story, so neighbours decide.
 *
 * @returns for each draft whether a story starts there
 */
export function markedHeads(copy: readonly Draft[], texts: readonly string[]): boolean[] {
  const opens = new Array<boolean>(copy.length).fill(false)
  const headings = toHeadings(copy, texts)
  markSections(headings)
  const storyLevels = levelsOfStories(headings)
  // The level of the story's headline that we are in; 0: in none.
  let level = 0
  for (let h = 0; h < headings.length; ) {
    let end = h + 1
    while (end < headings.length && !(headings[end - 1] as Heading).bodied) end++
    const run = headings.slice(h, end)
    const only = run.length === 1 ? run[0] : undefined
    if (only && isSubhead(only, level, storyLevels)) only.draft.role = 'subhead'
    else level = nameRun(run, storyLevels, opens)
    h = end
  }
  return opens
}

interface Heading {
  readonly draft: Draft
  /** Its place in the list of drafts. */
  readonly at: number
  readonly text: string
  readonly level: number
  /** Whether copy, not a heading, is right below. */
  readonly bodied: boolean
  /** Whether that copy begins with a dateline. */
  readonly dated: boolean
  /** Index of the nearest heading above that is of a higher rank; -1: none. */
  parent: number
  section: boolean
  inSection: boolean
}

function toHeadings(copy: readonly Draft[], texts: readonly string[]): Heading[] {
  const headings: Heading[] = []
  const open: number[] = []
  for (const [at, draft] of copy.entries()) {
    if (draft.level === 0) continue
    while (open.length > 0 && (headings[open[open.length - 1] as number] as Heading).level >= draft.level) open.pop()
    let below = at + 1
    while (copy[below]?.role === 'furniture') below++
    const bodied = copy[below]?.level === 0
    let lead = below
    while (copy[lead]?.level === 0 && copy[lead]?.role !== 'body' && lead - below < 3) lead++
    headings.push({
      draft,
      at,
      text: texts[at] as string,
      level: draft.level,
      bodied,
      dated: bodied && copy[lead]?.level === 0 && isDateline(texts[lead] as string),
      parent: open[open.length - 1] ?? -1,
      section: false,
      inSection: false
    })
    open.push(headings.length - 1)
  }
  return headings
}

/**
 * A section stands over several heads of one level, the next one right below it:
 * `## 攻坚季` over `### 甲公司` … `### 乙公司` …. One head below it is its deck.
 * Where heads of both levels are story heads elsewhere on the page, `# 头` over `## 副题` is a head with its deck.
 */
function markSections(headings: readonly Heading[]): void {
  const children = new Array<number>(headings.length).fill(0)
  // Levels with a head whose copy is right below it, outside of any section that there could be.
  const free = new Set<number>()
  const owners = new Map<number, number>()
  for (const heading of headings) {
    const above = headings[heading.parent]
    if (above) {
      const first = headings[heading.parent + 1] as Heading
      if (heading.level === first.level) children[heading.parent] = (children[heading.parent] as number) + 1
    }
    if (heading.bodied) owners.set(heading.level, (owners.get(heading.level) ?? 0) + 1)
    if (heading.bodied && (!above || above.bodied)) free.add(heading.level)
  }
  for (const [i, heading] of headings.entries()) {
    const below = headings[i + 1]
    heading.section =
      !heading.bodied &&
      (children[i] as number) > 1 &&
      below !== undefined &&
      !((owners.get(heading.level) ?? 0) > 0 && free.has(below.level) && below.bodied)
    const above = headings[heading.parent]
    heading.inSection = above !== undefined && (above.section || above.inSection)
  }
}

/** Levels at which stories start: their heads are long, or datelines follow them. */
function levelsOfStories(headings: readonly Heading[]): Set<number> {
  const levels = new Set<number>()
  for (const {level, bodied, dated, text} of headings) {
    if (bodied && (dated || (text.length > 14 && !isNumbered(text)))) levels.add(level)
  }
  return levels
}

/** On doubt a heading is a headline: a subhead needs strong evidence. */
function isSubhead(heading: Heading, level: number, storyLevels: ReadonlySet<number>): boolean {
  if (level === 0 || heading.level <= level || heading.dated || heading.section) return false
  if (isNumbered(heading.text)) return true
  if (storyLevels.has(heading.level)) return false
  return heading.level >= level + 2 || heading.text.length <= longestSubhead
}

/** Names headings that stand together above one body. Gives the level of the headline, by which parts of the story are told. */
function nameRun(run: readonly Heading[], storyLevels: ReadonlySet<number>, opens: boolean[]): number {
  const heads = run.filter((heading) => {
    if (heading.section) heading.draft.role = 'section'
    return !heading.section
  })
  let level = 0
  for (let i = 0; i < heads.length; ) {
    // A shallower head below a deeper one: 引题 over 主题, unless stories start at the deeper level elsewhere.
    const first = heads[i] as Heading
    const second = heads[i + 1]
    let end = i + 1
    const rising = second !== undefined && second.level < first.level && !storyLevels.has(first.level)
    if (rising) end++
    while (end < heads.length && (heads[end] as Heading).level > (heads[end - 1] as Heading).level) end++
    level = nameHeads(heads.slice(i, end), rising)
    opens[first.at] = true
    i = end
  }
  return level
}

/** The heads of one story, each deeper than the one above it, but for a kicker on top of a shallower headline. */
function nameHeads(heads: readonly Heading[], rising: boolean): number {
  const first = heads[0] as Heading
  const kicked =
    heads.length > 1 && (rising || first.inSection || isInstitution(first.text) || /[：:]$/u.test(first.text))
  for (const [i, {draft}] of heads.entries()) {
    const rank = kicked ? i - 1 : i
    draft.role = rank < 0 ? 'kicker' : rank === 0 ? 'headline' : 'deck'
  }
  return Math.min(...heads.map((heading) => heading.level))
}
