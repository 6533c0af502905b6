import {readFileSync} from 'node:fs'
import {type Found, lint, type Result} from '../../src/lint.ts'
import {type Entry, suppress} from '../../src/suppress/suppress.ts'
import {defaults} from '../engine/defaults.ts'

export const fixture = (name: string): string => readFileSync(`fixtures/${name}.txt`, 'utf8')

export const run = (...sources: readonly string[]): Result =>
  lint(
    sources.map((source, index) => ({path: `${index}.txt`, source})),
    defaults
  )

/** Entries of all that is found on a page. */
export function acceptAll(source: string): Entry[] {
  const result = run(source)
  return result.findings.map(suppress(result, {names: ['0.txt'], entries: [[]]}).toEntry)
}

/** What entries leave of a page's findings, and which of them accept nothing: `rule “words”`. */
export function left(source: string, entries: readonly Entry[]): {readonly found: string[]; readonly idle: string[]} {
  const result = run(source)
  const {findings, idle} = suppress(result, {names: ['0.txt'], entries: [entries]})
  const told = ({ruleId, at}: Found) => `${ruleId} “${source.slice(at.start, at.end)}”`
  return {found: findings.map(told), idle: (idle[0] ?? []).map(({rule, text}) => `${rule} “${text}”`)}
}

/** A page cut before each of its stories; `top` is what stands above them. */
export function storiesOf(source: string): {readonly top: string; readonly stories: readonly string[]} {
  const starts = run(source).issue.articles.map(({node}) => node.position?.start.offset ?? 0)
  return {
    top: source.slice(0, starts[0]),
    stories: starts.map((start, i) => `${source.slice(start, starts[i + 1] ?? source.length).trimEnd()}\n\n`)
  }
}
