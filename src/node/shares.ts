import {builtin} from '../builtin.ts'
import type {ActiveRule} from '../lint.ts'

/** Rules that ask for the same analyses: one thread runs them all, so that nothing is analysed twice. The longest first: no thread waits long for the last. */
const families: readonly (readonly string[])[] = [
  ['repeated-story', 'repeated-passage', 'repeated-paragraph', 'spliced-ending', 'duplicate-closing'],
  ['swapped-headline', 'missing-body', 'misplaced-closing', 'misplaced-deck', 'stray-caption'],
  ['date-order', 'impossible-date', 'weekday-mismatch'],
  ['inconsistent-number', 'headline-number'],
  ['inconsistent-quotes', 'punctuation-width', 'headline-wording', 'unpaired-punctuation'],
  ['list-sequence'],
  ['heading-level'],
  ['repeated-phrase'],
  ['broken-paragraph', 'missing-stop']
]

/** How rules are shared out. */
export interface Shares {
  /** Rules of plugins, and those with word lists, which only this thread has. */
  readonly here: readonly ActiveRule[]
  /** What any thread may run, family by family. */
  readonly anywhere: readonly (readonly ActiveRule[])[]
}

/** Shares rules out: a rule is in one share, with its kin. */
export function sharesOf(rules: readonly ActiveRule[]): Shares {
  const ours = new Set(builtin)
  const moves = ({rule, lists}: ActiveRule) => ours.has(rule) && !rule.lists && lists === undefined
  const kin = new Map<string, ActiveRule[]>(families.map((family) => [family.join(), []]))
  for (const active of rules.filter(moves)) {
    const {name} = active.rule
    const key = families.find((family) => family.includes(name))?.join() ?? name
    kin.set(key, [...(kin.get(key) ?? []), active])
  }
  return {here: rules.filter((it) => !moves(it)), anywhere: [...kin.values()].filter((it) => it.length > 0)}
}
