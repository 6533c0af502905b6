import {Worker} from 'node:worker_threads'
import {
  type ActiveRule,
  type Copy,
  checkEach,
  createStopwatch,
  type Failure,
  type Found,
  parseIssue,
  type Result,
  settle
} from '../lint.ts'
import {createUse} from '../rule/use.ts'
import {now} from './clock.ts'
import {sharesOf} from './shares.ts'
import {workerFile} from './worker-file.ts'

/** A rule on its way to another thread, which knows it by its name. */
export type NamedRule = Omit<ActiveRule, 'rule'> & {readonly rule: string}

/** What a thread is started with that helps with one issue. */
export interface HelperData {
  readonly pages: readonly Copy[]
  readonly shares: readonly (readonly NamedRule[])[]
  /** The next share that no thread has taken. */
  readonly next: Int32Array
}

/** What came of a share in another thread; without its place, how long the thread took to parse. */
export interface Shared {
  readonly share?: number
  readonly findings: readonly Found[]
  readonly failures: readonly Failure[]
  readonly timings: readonly (readonly [string, number])[]
}

/**
 * Lints an issue as `lint` does, and gives the same, with further threads that take a share of the rules. Each thread parses for
 * itself: what is found is plain data, trees and analyses stay where they are. What a thread owes when it ends is done here.
 *
 * @param threads how many there are beside this one
 */
export async function lintShared(
  pages: readonly Copy[],
  rules: readonly ActiveRule[],
  threads: number
): Promise<Result> {
  const {here, anywhere} = sharesOf(rules)
  const next = new Int32Array(new SharedArrayBuffer(4))
  const shares = anywhere.map((share) => share.map((it) => ({...it, rule: it.rule.name})))
  const told: Shared[] = []
  const helpers = Array.from({length: Math.min(threads, shares.length)}, () =>
    startHelper({pages, shares, next}, (it) => told.push(it))
  )

  const {timings, timed} = createStopwatch(now)
  const issue = timed('parse', () => parseIssue(pages))
  const use = createUse()
  const mine = new Set<number>()
  const check = (share: readonly ActiveRule[]) =>
    told.push({...checkEach(issue, share, use, undefined, timed), timings: []})
  check(here)
  for (let at = Atomics.add(next, 0, 1); at < anywhere.length; at = Atomics.add(next, 0, 1)) {
    check(anywhere[at] as ActiveRule[])
    mine.add(at)
  }
  await Promise.all(helpers)
  const done = new Set(told.map(({share}) => share))
  for (const [at, share] of anywhere.entries()) if (!mine.has(at) && !done.has(at)) check(share)

  for (const it of told) for (const [step, time] of it.timings) timings.set(step, (timings.get(step) ?? 0) + time)
  const order = new Map(rules.map(({rule}, at) => [rule.name, at]))
  const orderOf = ({rule = ''}: Failure) => order.get(rule) ?? -1
  return {
    issue,
    findings: settle(told.flatMap(({findings}) => findings)),
    failures: told.flatMap(({failures}) => failures).sort((a, b) => orderOf(a) - orderOf(b)),
    timings
  }
}

/** Settles when the thread has ended, in whatever way: what it owes is done here, and fails here, if it must. */
function startHelper(workerData: HelperData, tell: (it: Shared) => void): Promise<void> {
  return new Promise((resolve) => {
    try {
      // much young memory only looks fast: each thread would keep it
      const worker = new Worker(workerFile(), {workerData, resourceLimits: {maxYoungGenerationSizeMb: 16}})
      worker.on('message', tell)
      worker.on('error', () => {})
      worker.on('exit', () => resolve())
    } catch {
      // options of a rule may be more than plain data
      resolve()
    }
  })
}
