import {generatePage} from '../bench/generate.ts'
import {builtin} from '../src/builtin.ts'
import {lint} from '../src/index.ts'
import {describe} from '../src/report/describe.ts'
import {reporters} from '../src/report/index.ts'
import type {Fault} from './fault.ts'
import type {Input} from './inputs/input.ts'
import type {Tools} from './properties.ts'
import {open} from './read.ts'

/** Characters of the first page; the next ones have four and sixteen times as many. */
const first = 30_000
/** Time that doubles with the length has an exponent of 1; a step that grows faster than this is at fault. */
const steepest = 1.4
/** Below this a step is too short to be judged, in milliseconds. */
const shortest = 50
/** Where a page has more findings than this, one report is enough: a hundred megabytes of HTML tell no more. */
const many = 3000
/** How often what seems steep is measured. */
const rounds = 4
/** A step that takes so many times the time of a page of news is not made longer still. */
const slow = 20

/** Milliseconds by step. */
type Times = ReadonlyMap<string, number>

/** What measuring tells of an input. */
export interface Growth {
  readonly faults: readonly Fault[]
  readonly characters: number
  /** How many times the time of a page of news as long. */
  readonly ratio: number
}

/** Milliseconds that a page of news takes, by character: measured now, since machines are busy at times. */
export async function calibrate(tools: Tools): Promise<number> {
  const content = generatePage({bytes: 600_000})
  const runs = [await timesOf({name: 'page.txt', content}, tools), await timesOf({name: 'page.txt', content}, tools)]
  return Math.min(...runs.map(sumOf)) / content.length
}

/**
 * Whether the time of any step (reading, parsing, each rule, wording, reporting) grows faster than the page. What seems to is measured
 * again and again, and the least time counts: others may have had the machine. Only what still does at sixteen times the length is at
 * fault.
 */
export async function growthOf({name, grown}: Input, tools: Tools, perCharacter: number): Promise<Growth> {
  if (!grown) return {faults: [], characters: 0, ratio: 0}
  const [small, great, huge] = [1, 4, 16].map((times) => ({name, content: grown(times * first)}))
  if (!small || !great || !huge) throw new RangeError('three sizes')
  const news = perCharacter * great.content.length
  let measured = await compare(small, great, tools)
  const ratio = sumOf(measured.after) / news
  if (steep(measured).length > 0 && sumOf(measured.after) < slow * news) measured = await compare(great, huge, tools)
  const faults = steep(measured).map((step) => ({
    property: 'time grows with the length',
    says: `${step}: ${measured.before.get(step)?.toFixed(0)} ms, then ${measured.after.get(step)?.toFixed(0)} ms for four times the length`
  }))
  return {faults, characters: small.content.length + great.content.length, ratio}
}

interface Measured {
  readonly before: Times
  readonly after: Times
}

async function compare(small: Input, great: Input, tools: Tools): Promise<Measured> {
  let measured = {before: await timesOf(small, tools), after: await timesOf(great, tools)}
  for (let round = 1; round < rounds && steep(measured).length > 0; round++) {
    const {before, after} = measured
    measured = {before: least(before, await timesOf(small, tools)), after: least(after, await timesOf(great, tools))}
  }
  return measured
}

/** The steps whose time grows too fast. */
const steep = ({before, after}: Measured): string[] =>
  [...after.keys()].filter((step) => (after.get(step) ?? 0) > shortest && exponent(before, after, step) > steepest)

const exponent = (before: Times, after: Times, step: string): number =>
  // two milliseconds and less are chance
  Math.log((after.get(step) ?? 0) / Math.max(before.get(step) ?? 0, 2)) / Math.log(4)

const least = (a: Times, b: Times): Times =>
  new Map([...a].map(([step, time]) => [step, Math.min(time, b.get(step) ?? time)]))

const sumOf = (times: Times): number => [...times.values()].reduce((sum, it) => sum + it, 0)

/** Milliseconds of the processor, by step: on a machine that others use too, time on the wall says little. */
async function timesOf(input: Input, tools: Tools): Promise<Times> {
  const {now} = performance
  performance.now = () => {
    const {user, system} = process.cpuUsage()
    return (user + system) / 1000
  }
  try {
    return await measure(input, tools)
  } finally {
    performance.now = now
  }
}

async function measure(input: Input, tools: Tools): Promise<Times> {
  const times = new Map<string, number>()
  const timed = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    times.set(step, performance.now() - start)
    return result
  }
  const opened = await timed('read', () => open(input))
  if ('zh' in opened) return times
  const {document} = opened
  const {copy, outline} = document
  const result = lint([{path: input.name, source: copy, ...(outline && {outline})}], tools.rules)
  for (const [step, time] of result.timings) times.set(step, time)
  const pages = await timed('describe', () => describe(result, 'zh', builtin, {documents: [document]}))
  const options = {language: 'zh', color: false, width: 80, sort: 'place', quiet: false, rules: builtin} as const
  const names = result.findings.length > many ? (['json'] as const) : (['json', 'pretty', 'html', 'sarif'] as const)
  for (const name of names) {
    const reporter = await reporters[name]()
    await timed(`report ${name}`, () => reporter(pages, options))
  }
  return times
}
