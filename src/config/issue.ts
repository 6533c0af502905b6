import type {BaseIssue} from 'valibot'
import type {Texts} from '../rule/rule.ts'
import {meant} from './nearest.ts'

type Issue = BaseIssue<unknown>

/** What a value must be, by the name that valibot gives to a type. */
const types: Readonly<Record<string, Texts>> = {
  string: {zh: '字符串', en: 'a string'},
  number: {zh: '数字', en: 'a number'},
  boolean: {zh: 'true 或 false', en: 'true or false'},
  array: {zh: '列表 […]', en: 'a list […]'},
  strict_object: {zh: '对象 {…}', en: 'an object {…}'},
  object: {zh: '对象 {…}', en: 'an object {…}'},
  record: {zh: '对象 {…}', en: 'an object {…}'}
}

/** What a check asks for; `#` is its number. */
const checks: Readonly<Record<string, Texts>> = {
  integer: {zh: '整数', en: 'a whole number'},
  safe_integer: {zh: '整数', en: 'a whole number'},
  finite: {zh: '有限的数', en: 'a finite number'},
  min_value: {zh: '不小于 # 的数', en: 'at least #'},
  max_value: {zh: '不大于 # 的数', en: 'at most #'},
  gt_value: {zh: '大于 # 的数', en: 'greater than #'},
  lt_value: {zh: '小于 # 的数', en: 'less than #'},
  multiple_of: {zh: '# 的倍数', en: 'a multiple of #'},
  min_length: {zh: '至少有 # 项', en: 'at least # long'},
  max_length: {zh: '至多有 # 项', en: 'at most # long'},
  length: {zh: '正好有 # 项', en: 'exactly # long'},
  non_empty: {zh: '不为空', en: 'not empty'},
  regex: {zh: '形如 # 的字符串', en: 'a string like #'}
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
  return {
    zh: `${subject.zh}应当是${zh}，现在是 ${issue.received}`,
    en: `${subject.en} must be ${en}, not ${issue.received}`
  }
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

function wanted(issue: Issue): Texts {
  const type = types[issue.type]
  if (type) return type
  const check = checks[issue.type]
  if (check) {
    const number = String(issue.requirement)
    return {zh: check.zh.replace('#', number), en: check.en.replace('#', number)}
  }
  const expected = (issue.expected ?? 'valid').replace(/^\(|\)$/g, '')
  return {zh: ` ${expected.split(' | ').join(' 或 ')}`, en: expected.split(' | ').join(' or ')}
}
