import type {BaseIssue} from 'valibot'
import type {Texts} from '../rule/rule.ts'
import {meant} from './nearest.ts'

type Issue = BaseIssue<unknown>

/** What a value must be, by the name that valibot gives to a type. */
const types: Readonly<Record<string, Texts>> = {
  string: {zh: '字符串', en: 'a string'},
  number: {zh: '数字', en: 'a number'},
  boolean: {zh: ' true 或 false', en: 'true or false'},
  array: {zh: '列表 […]', en: 'a list […]'},
  strict_object: {zh: '对象 {…}', en: 'an object {…}'},
  object: {zh: '对象 {…}', en: 'an object {…}'},
  record: {zh: '对象 {…}', en: 'an object {…}'}
}

/** What a check asks for, behind 应当 and “must”: `#` is its number, `@` what is counted. */
const checks: Readonly<Record<string, Texts>> = {
  integer: {zh: '是整数', en: 'be a whole number'},
  safe_integer: {zh: '是整数', en: 'be a whole number'},
  finite: {zh: '是有限的数', en: 'be a finite number'},
  min_value: {zh: '不小于 #', en: 'be at least #'},
  max_value: {zh: '不大于 #', en: 'be at most #'},
  gt_value: {zh: '大于 #', en: 'be greater than #'},
  lt_value: {zh: '小于 #', en: 'be less than #'},
  multiple_of: {zh: '是 # 的倍数', en: 'be a multiple of #'},
  min_length: {zh: '至少有 # @', en: 'have at least # @'},
  max_length: {zh: '至多有 # @', en: 'have at most # @'},
  length: {zh: '正好有 # @', en: 'have exactly # @'},
  non_empty: {zh: '至少有 1 @', en: 'have at least 1 @'},
  regex: {zh: '是形如 # 的字符串', en: 'be a string like #'}
}

/** Numbers whose unit is easily taken for another: three in ten thousand is 3, not 0.0003. */
const units: Readonly<Record<string, Texts>> = {
  'score.limit': {
    zh: '；这里写每万字的差错数，万分之三写 3',
    en: '; errors in ten thousand characters are asked for: 3'
  }
}

/** The keys of an issue's path, from the outermost. */
export function pathOf(issue: Issue): (string | number)[] {
  return (issue.path ?? []).map(({key}) => (typeof key === 'number' ? key : String(key)))
}

/** Whether an issue is about a key that may not be there: its place is the key, not the value. */
export function isUnknownKey(issue: Issue): boolean {
  return (issue.type === 'strict_object' && issue.expected === 'never') || issue.type === 'never'
}

/**
 * An issue of valibot in a sentence: what the value is and what it may be; for an unknown key, the nearest valid one.
 *
 * @param keys the keys that are allowed at the issue's place
 */
export function sayIssue(issue: Issue, keys: readonly string[] = []): Texts {
  const path = pathOf(issue)
  const name = String(path[path.length - 1] ?? '')
  if (isUnknownKey(issue)) {
    const {zh, en} = meant(name, keys)
    const list = keys.join('、')
    return {
      zh: `没有“${name}”这个键${zh || (list ? `（可用：${list}）` : '')}`,
      en: `there is no key “${name}”${en || (list ? ` (there are: ${keys.join(', ')})` : '')}`
    }
  }
  const subject = subjectOf(path)
  // valibot gives a missing key as an issue of the object
  if (issue.received === 'undefined') return {zh: `缺少${subject.zh}`, en: `${subject.en} is missing`}
  const {zh, en} = wanted(issue)
  const unit = isBound(issue) ? units[path.slice(-2).join('.')] : undefined
  const [now, of] = [numberOf(issue), countedAs(issue, numberOf(issue))]
  return {
    zh: `${subject.zh}应当${zh}，现在是 ${now}${of ? ` ${of.zh}` : ''}${unit?.zh ?? ''}`,
    en: `${subject.en} must ${en}, not ${now}${unit?.en ?? ''}`
  }
}

/** Whether a number is too small or too great. */
const isBound = ({type}: Issue): boolean => /_value$/.test(type)

const isLength = ({type}: Issue): boolean => /length$|^non_empty$/.test(type)

/** The number that a value has: `non_empty` calls it `!0`. */
const numberOf = (issue: Issue): string => (issue.type === 'non_empty' ? '0' : (issue.received ?? ''))

/** What is counted in a value that is too short or too long. */
function countedAs(issue: Issue, number: string): Texts | undefined {
  if (!isLength(issue)) return undefined
  const [zh, en] = typeof issue.input === 'string' ? ['个字', 'character'] : ['项', 'item']
  return {zh, en: number === '1' ? en : `${en}s`}
}

/** What a path leads to: “titles”, item 1 of “titles”. */
function subjectOf(path: readonly (string | number)[]): Texts {
  const at = path.findLastIndex((it) => typeof it === 'string')
  const items = path.slice(at + 1).map((it) => Number(it) + 1)
  const name = at < 0 ? '' : `“${path[at]}”`
  if (items.length === 0) return name === '' ? {zh: '这里', en: 'this'} : {zh: name, en: name}
  const of = items.toReversed().map((it) => `item ${it}`)
  return {
    zh: `${name}${items.map((it) => `第${it}项`).join('的')}`,
    en: [...of, ...(name === '' ? [] : [name])].join(' of ')
  }
}

/** What is wanted, behind 应当 and “must”. */
function wanted(issue: Issue): Texts {
  const type = types[issue.type]
  if (type) return {zh: `是${type.zh}`, en: `be ${type.en}`}
  const check = checks[issue.type]
  if (check) {
    const number = issue.type === 'non_empty' ? '1' : String(issue.requirement)
    const of = countedAs(issue, number)
    const fill = (text: string, what = '') => text.replace('#', number).replace('@', what)
    return {zh: fill(check.zh, of?.zh), en: fill(check.en, of?.en)}
  }
  const expected = (issue.expected ?? 'valid').replace(/^\(|\)$/g, '').split(' | ')
  return {zh: `是 ${expected.join(' 或 ')}`, en: `be ${expected.join(' or ')}`}
}
