import type {MessagePort} from 'node:worker_threads'
import {builtin} from '../builtin.ts'
import {checkEach, createStopwatch, parseIssue} from '../lint.ts'
import {createUse} from '../rule/use.ts'
import {now} from './clock.ts'
import type {HelperData, Shared} from './lint-shared.ts'

/** Runs shares of the rules on an issue, each the next that no thread has taken, until there is none. */
export function help({pages, shares, next}: HelperData, port: MessagePort): void {
  const post = (shared: Shared) => port.postMessage(shared)
  const known = new Map(builtin.map((rule) => [rule.name, rule]))
  const parsing = createStopwatch(now)
  const issue = parsing.timed('parse', () => parseIssue(pages))
  const use = createUse()
  post({findings: [], failures: [], timings: [...parsing.timings]})
  for (let share = Atomics.add(next, 0, 1); share < shares.length; share = Atomics.add(next, 0, 1)) {
    const {timings, timed} = createStopwatch(now)
    const rules = (shares[share] ?? []).flatMap(({rule: name, ...active}) => {
      const rule = known.get(name)
      return rule ? [{...active, rule}] : []
    })
    post({share, ...checkEach(issue, rules, use, undefined, timed), timings: [...timings]})
  }
}
