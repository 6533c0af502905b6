import type {Found} from '../lint.ts'
import type {Span} from '../rule/finding.ts'
import type {DefectClass} from '../rule/rule.ts'
import type {Issue} from '../tree/issue.ts'
import type {Role} from '../tree/nodes.ts'
import type {ScoreOptions, Weight} from './options.ts'
import {type Blocks, blocksOf, headAt} from './place.ts'
import {spare} from './spare.ts'
import {countCharacters, wrongUnits} from './units.ts'

/** Why an item, or a part of it, is not counted. */
export type Spared =
  /** The same slip was counted three times. */
  | 'thrice'
  /** The style of figures has cost the issue all that it may. */
  | 'numerals'
  /** These words are counted already, with another finding, or some of them. */
  | 'told'

/** One line of the account. Plain data. */
export interface Item {
  /** Which finding, by its place in the list. */
  readonly finding: number
  readonly ruleId: string
  /** The place that is counted. */
  readonly at: Required<Span>
  readonly counts: Exclude<DefectClass, 'nothing'>
  /** Whether it is an error; else it is a likely one, in the second sum only. */
  readonly certain: boolean
  /** The other place of an error that has two: the item before it has the first. */
  readonly also?: true
  /** How many characters are wrong, where they are counted. */
  readonly characters?: number
  /** How many places a finding of the whole page tells of: they are counted as one. */
  readonly places?: number
  /** What such an error weighs in the body. */
  readonly weight: number
  /** The head it stands in, which makes it double. */
  readonly doubled?: Role
  readonly spared?: Spared
  /** What it adds to the sum. */
  readonly points: number
}

/** Points are to hundredths, and so is the rate: points in ten thousand characters. */
export interface Sum {
  readonly points: number
  readonly rate: number
  /** `null` without a single character: an empty page was perhaps not exported, so nobody may take it for one that has passed. */
  readonly passed: boolean | null
}

export interface Total extends Sum {
  readonly characters: number
  /** With what is likely. */
  readonly likely: Sum
}

/** How an issue would be judged by what was found. */
export interface Account {
  readonly options: ScoreOptions
  /** In the order of the findings. */
  readonly items: readonly Item[]
  /** By page. */
  readonly pages: readonly Total[]
  readonly whole: Total
  /** The findings that are no errors, by page and rule. */
  readonly uncounted: readonly (readonly Uncounted[])[]
}

/** Findings of one rule that are not counted, and why. */
export interface Uncounted {
  readonly ruleId: string
  readonly findings: number
  /** `question`: the desk has to answer it; `nothing`: the rule tells of no error; `unclassed`: it does not say what it counts as. */
  readonly why: 'question' | 'nothing' | 'unclassed'
}

/**
 * Counts the findings of an issue as the regulation counts errors.
 *
 * @param classOf what the findings of a rule count as; nothing for rules that do not say
 */
export function accountOf(
  issue: Issue,
  findings: readonly Found[],
  classOf: (ruleId: string) => DefectClass | undefined,
  options: ScoreOptions
): Account {
  const blocks = blocksOf(issue)
  const uncounted = issue.pages.map(() => new Map<string, Uncounted>())
  const items = findings.flatMap((found, index) => {
    const {ruleId, severity} = found
    const certain = options.severities.includes(severity)
    const counts = classOf(ruleId)
    const isQuestion = !certain && severity !== 'warning'
    if (!isQuestion && counts !== undefined && counts !== 'nothing') {
      return itemsOf(found, index, counts, certain, issue, blocks, options)
    }
    const why = isQuestion ? 'question' : (counts ?? 'unclassed')
    const own = uncounted[found.at.page]
    const before = own?.get(`${why} ${ruleId}`)?.findings ?? 0
    own?.set(`${why} ${ruleId}`, {ruleId, findings: before + 1, why: why as Uncounted['why']})
    return []
  })
  const counted = spare(items, (item) => `${item.ruleId}\n${words(item, issue)}`)
  const characters = blocks.map((page) => page.reduce((sum, {text}) => sum + countCharacters(text), 0))
  const totals = characters.map((count, page) =>
    totalOf(
      counted.filter(({at}) => at.page === page),
      count,
      options.limit
    )
  )
  const whole = totalOf(
    counted,
    characters.reduce((sum, it) => sum + it, 0),
    options.limit
  )
  return {options, items: counted, pages: totals, whole, uncounted: uncounted.map((own) => [...own.values()])}
}

/** One item for each place that is wrong. */
function itemsOf(
  found: Found,
  finding: number,
  counts: Item['counts'],
  certain: boolean,
  issue: Issue,
  blocks: Blocks,
  {kind, weights}: ScoreOptions
): Item[] {
  const textOf = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''
  const many = typeof found.data?.count === 'number' && found.data.count > 1 ? found.data.count : undefined
  return (found.wrong && found.wrong.length > 0 ? found.wrong : [found.at]).map((at, index) => {
    const isText = counts === 'fact' || counts === 'character' || counts === 'numeral'
    const characters = counts !== 'character' ? undefined : wrongUnits(found.wrong ? {at} : found, textOf)
    const weight = weights[characters === undefined ? (counts as Weight) : weightFor(characters)]
    // only the cover of a periodical makes an error double
    const doubled = isText && kind === 'newspaper' ? headAt(at, blocks) : undefined
    return {
      finding,
      ruleId: found.ruleId,
      at,
      counts,
      certain,
      ...(index > 0 && {also: true as const}),
      ...(characters !== undefined && {characters}),
      ...(!isText && many !== undefined && {places: many}),
      weight,
      ...(doubled && {doubled}),
      points: rounded(doubled ? weight * 2 : weight)
    }
  })
}

const weightFor = (characters: number): Weight =>
  characters > 5 ? 'passage' : characters > 1 ? 'characters' : 'character'

const words = ({at}: Item, issue: Issue): string =>
  (issue.pages[at.page]?.source.slice(at.start, at.end) ?? '').replace(/\s+/g, '')

function totalOf(items: readonly Item[], characters: number, limit: number): Total {
  const sum = (own: readonly Item[]): Sum => {
    const points = rounded(own.reduce((total, it) => total + it.points, 0))
    const rate = characters === 0 ? 0 : rounded((points * 10_000) / characters)
    return {points, rate, passed: characters === 0 ? null : rate <= limit}
  }
  return {characters, ...sum(items.filter(({certain}) => certain)), likely: sum(items)}
}

/** Sums of tenths are no tenths in binary. */
export const rounded = (value: number): number => Math.round(value * 100) / 100
