import type {Language} from '../../rule/rule.ts'
import {rounded, type Sum, type Total, type Uncounted} from '../../score/account.ts'
import type {PageScore, ScoreItem} from '../message.ts'
import {type Counts, lineWord} from '../words.ts'

/** What the account says, for editors. */
export interface ScoreTexts {
  readonly title: (score: PageScore) => string
  /** What a line is called: of a Word file it is a paragraph. */
  readonly line: (counts: Counts) => string
  readonly points: string
  readonly other: (quoted: string) => string
  /** Rule, class and what became of its weight. */
  readonly why: (item: ScoreItem) => string
  readonly likely: string
  readonly nothing: string
  readonly uncounted: string
  /** Findings of one rule that weigh nothing. */
  readonly weightless: (item: ScoreItem, lines: readonly number[], counts: Counts) => string
  readonly uncountedRule: (it: Uncounted) => string
  /** Without a limit nobody passes or fails: the page of an issue. */
  readonly total: (total: Total, what: string, limit?: number) => string
  readonly withLikely: (likely: Sum, limit?: number) => string
  readonly page: string
  readonly issue: (pages: number) => string
  readonly files: (count: number, total: Total) => string
  readonly unfinished: string
  readonly beyond: string
}

/** How many lines are named where a rule's findings are folded. */
const named = 8

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** 6459 → 6,459 */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const heads = {
  zh: {section: '栏题', kicker: '引题', headline: '标题', deck: '副题', subhead: '小标题', furniture: '报眉'},
  en: {
    section: 'section head',
    kicker: 'kicker',
    headline: 'head',
    deck: 'deck',
    subhead: 'subhead',
    furniture: 'page head'
  }
} as const satisfies Record<Language, Record<string, string>>

const headOf = (language: Language, role: string): string =>
  (heads[language] as Readonly<Record<string, string>>)[role] ?? role

/** How much of an item was counted with others. */
const alreadyCounted = ({weight, doubled, points}: ScoreItem): number =>
  rounded((doubled ? weight * 2 : weight) - points)

export const scoreTexts: Readonly<Record<Language, ScoreTexts>> = {
  zh: {
    title: ({kind, limit}) => `差错率（${kind === 'newspaper' ? '报纸' : '期刊'}，合格线 ${limit}/10000）`,
    points: '计',
    other: (quoted) => `“${quoted}”（同一差错的另一头）`,
    why: (item) => {
      const {counts, characters = 1} = item
      const classes = {
        fact: '事实、知识、逻辑、语法差错',
        character: `错、别、多、漏 ${characters} 字`,
        numeral: '数字用法',
        punctuation: '标点',
        layout: '格式'
      }
      const spared = {
        thrice: '同一差错已计 3 次，不再计',
        numerals: '数字用法一期最多计 1',
        told: item.points > 0 ? `其中 ${alreadyCounted(item)} 已按里面的差错计过` : '这几个字已按另一处计过'
      }
      return [
        `${item.ruleId}：${classes[counts]}，每处计 ${item.weight}`,
        ...(item.places === undefined ? [] : [`全版 ${item.places} 处按一处计`]),
        ...(item.doubled ? [`在${headOf('zh', item.doubled)}里，加倍`] : []),
        ...(item.spared ? [spared[item.spared]] : [])
      ].join('，')
    },
    line: (counts) => lineWord(counts, 'zh'),
    likely: '疑点（核实后也要计的）',
    nothing: '没有可以确定的差错',
    uncounted: '没有计的',
    weightless: (item, lines, counts) =>
      `${item.ruleId}：${item.counts === 'layout' ? '格式，' : ''}${item.places ?? lines.length} 处（第 ${lines
        .slice(0, named)
        .join('、')}${lines.length > named ? ' 等' : ''} ${lineWord(counts, 'zh')}），每处计 0`,
    uncountedRule: ({ruleId, findings, why}) => {
      const reasons = {
        question: '提示，要编辑部核实',
        nothing: '不算差错',
        unclassed: '规则没有说明属于哪类差错（counts）'
      }
      return `${ruleId}：${findings} 处，${reasons[why]}`
    },
    total: ({characters, points, rate, passed}, what, limit) => {
      if (passed === null) return `${what}：没有文字，不能算`
      const verdict = passed ? `没有超过 ${limit}/10000，合格` : `超过 ${limit}/10000，不合格`
      const sum = `${what}：${grouped(characters)} 字，计差错 ${points} 个，差错率 ${rate}/10000`
      return limit === undefined ? sum : `${sum}，${verdict}`
    },
    withLikely: ({points, rate, passed}, limit) => {
      const verdict = limit === undefined ? '' : passed ? '，合格' : '，不合格'
      return `连疑点一起算：计差错 ${points} 个，差错率 ${rate}/10000${verdict}`
    },
    page: '本版',
    issue: (pages) => `全期 ${pages} 个版`,
    files: (count, {characters, points, rate}) =>
      `${count} 个文件合计：${grouped(characters)} 字，计差错 ${points} 个，差错率 ${rate}/10000`,
    unfinished: '这个文件没有查完，差错可能不止这些',
    beyond:
      '只算得出从文字看得出的差错；事实是否属实、图片、版式和中缝要人来查。字数是实际印出的字符数，不是版面行字数乘行数。算法和依据见 docs/scoring.zh-CN.md。'
  },
  en: {
    title: ({kind, limit}) => `Error rate (${kind}, at most ${limit} in 10,000 characters)`,
    points: 'counts',
    other: (quoted) => `“${quoted}” (the other end of the same error)`,
    why: (item) => {
      const {counts, characters = 1} = item
      const classes = {
        fact: 'fact, logic or grammar',
        character: `${plural(characters, 'character')} wrong, missing or superfluous`,
        numeral: 'style of figures',
        punctuation: 'punctuation',
        layout: 'layout'
      }
      const spared = {
        thrice: 'the same slip was counted three times',
        numerals: 'style of figures counts at most 1 an issue',
        told:
          item.points > 0
            ? `${alreadyCounted(item)} of it is counted already, with what is wrong inside`
            : 'these words are counted already'
      }
      return [
        `${item.ruleId}: ${classes[counts]}, ${item.weight} each`,
        ...(item.places === undefined ? [] : [`${item.places} places counted as one`]),
        ...(item.doubled ? [`double in a ${headOf('en', item.doubled)}`] : []),
        ...(item.spared ? [spared[item.spared]] : [])
      ].join(', ')
    },
    line: (counts) => lineWord(counts, 'en'),
    likely: 'Likely (to be counted if they prove true)',
    nothing: 'No certain errors',
    uncounted: 'Not counted',
    weightless: (item, lines, counts) =>
      `${item.ruleId}: ${item.counts === 'layout' ? 'layout, ' : ''}${plural(item.places ?? lines.length, 'place')} (${lineWord(counts, 'en')}${
        lines.length > 1 ? 's' : ''
      } ${lines.slice(0, named).join(', ')}${lines.length > named ? ' …' : ''}), 0 each`,
    uncountedRule: ({ruleId, findings, why}) => {
      const reasons = {
        question: findings === 1 ? 'a question to the desk' : 'questions to the desk',
        nothing: 'no error',
        unclassed: 'the rule does not say what it counts as (counts)'
      }
      return `${ruleId}: ${plural(findings, 'finding')}, ${reasons[why]}`
    },
    total: ({characters, points, rate, passed}, what, limit) => {
      if (passed === null) return `${what}: no text, there is nothing to judge`
      const verdict = passed ? `not over ${limit}, passed` : `over ${limit}, not passed`
      const sum = `${what}: ${plural(points, 'error')} in ${grouped(characters)} characters, ${rate} in 10,000`
      return limit === undefined ? sum : `${sum}: ${verdict}`
    },
    withLikely: ({points, rate, passed}, limit) => {
      const verdict = limit === undefined ? '' : passed ? ': passed' : ': not passed'
      return `With what is likely: ${plural(points, 'error')}, ${rate} in 10,000${verdict}`
    },
    page: 'This page',
    issue: (pages) => `The issue, ${pages} pages`,
    files: (count, {characters, points, rate}) =>
      `${count} files together: ${plural(points, 'error')} in ${grouped(characters)} characters, ${rate} in 10,000`,
    unfinished: 'This file was not finished: there may be more errors',
    beyond:
      'Only what the text shows can be counted: whether facts are true, pictures, layout and the gutter are for people. Characters are those that are printed, not lines by line length. What counts what, and why: docs/scoring.md.'
  }
}
