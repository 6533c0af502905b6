import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {activeRules} from '../bench/active.ts'
import {commandFaults} from './command.ts'
import {diceOf} from './dice.ts'
import type {Fault} from './fault.ts'
import {calibrate, growthOf} from './growth.ts'
import {configName, type Input} from './inputs/input.ts'
import {createKinds, type Kinds} from './kinds.ts'
import {readOptions, usage} from './options.ts'
import {faultsOf, type Tools} from './properties.ts'
import {createReportChecks} from './reports.ts'
import {shrink} from './shrink.ts'
import {createWatchdog} from './watchdog.ts'

/** Where inputs that failed are kept. */
const folder = 'fuzz/failures'
/** After so many inputs the real command is run on the last of them. */
const sampled = 300
const sample = 12
/** After so many failures there is enough to do. */
const enough = 20

/** What was done, by kind. */
interface Figures {
  inputs: number
  characters: number
  failures: number
  slowest: number
}

/** `npm run fuzz`: throws files at copylint until the time is over, and says what it did not stand. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, Object.keys(createKinds()))
  if (typeof options === 'string') {
    console.error(`${options}\n${usage}`)
    return 2
  }
  const tools: Tools = {rules: await activeRules(), reportFaults: createReportChecks()}
  if (options.file !== undefined) return again(options.file, tools)
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  return throwAll(createKinds(), options, tools)
}

async function throwAll(
  kinds: Kinds,
  {seed, runs, seconds, only}: Exclude<ReturnType<typeof readOptions>, string>,
  tools: Tools
): Promise<number> {
  const names = only ? [only] : Object.keys(kinds)
  const figures = new Map(
    names.map((name): [string, Figures] => [name, {inputs: 0, characters: 0, failures: 0, slowest: 0}])
  )
  const watchdog = createWatchdog(Object.keys(kinds))
  const begin = performance.now()
  let perCharacter = await calibrate(tools)
  let failures = 0
  let last: Input[] = []
  console.log(`seed ${seed}; a page of news takes ${(perCharacter * 1e6).toFixed(0)} ns a character`)
  for (let run = 0; run < runs && performance.now() - begin < seconds * 1000 && failures < enough; run++) {
    const own = seed + run
    const kind = names[own % names.length] as string
    watchdog.look(own, Object.keys(kinds).indexOf(kind))
    const row = figures.get(kind) as Figures
    const input = (kinds[kind] as Kinds[string])(diceOf(own))
    const faults = [...(await faultsOf(input, tools))]
    if (run % 500 === 499) perCharacter = await calibrate(tools)
    const growth = await growthOf(input, tools, perCharacter)
    faults.push(...growth.faults)
    row.inputs++
    row.characters += input.content.length + growth.characters
    row.slowest = Math.max(row.slowest, growth.ratio)
    if (canBeFile(input)) last = [...last, input].slice(-sample)
    for (const fault of faults) await tell(fault, input, {seed: own, kind}, tools)
    if (run % sampled === sampled - 1 || run === runs - 1) {
      for (const [fault, culprit] of sampleFaults(last)) {
        faults.push(fault)
        await tell(fault, culprit, {seed: own, kind}, tools)
      }
    }
    if (faults.length > 0) row.failures++
    failures += faults.length
  }
  await watchdog.stop()
  console.log(table(figures, (performance.now() - begin) / 1000))
  return failures > 0 ? 1 : 0
}

/** Files that failed, once more: as they were kept. */
async function again(path: string, tools: Tools): Promise<number> {
  const isText = path.endsWith('.unit16.json')
  const content = isText ? (JSON.parse(readFileSync(path, 'utf8')) as string) : new Uint8Array(readFileSync(path))
  // SEED-KIND.NAME
  const name = basename(path, '.unit16.json').replace(/^\d+-\w+-/, '')
  const faults = [
    ...(await faultsOf({name, content}, tools)),
    ...commandFaults(isText || name === configName ? [] : [{name, content}])
  ]
  for (const {property, says} of faults) console.log(`FAILED: ${property}\n  ${says}`)
  console.log(faults.length === 0 ? 'nothing failed' : `${faults.length} failed`)
  return faults.length > 0 ? 1 : 0
}

/** Whether an input can be written: half a pair cannot, nor can a config be linted. */
const canBeFile = ({name, content}: Input): boolean =>
  name !== configName && (typeof content !== 'string' || content === Buffer.from(content).toString())

/** What the command does not stand, and the input that it was. */
function sampleFaults(inputs: readonly Input[]): [Fault, Input][] {
  const faults = inputs.length > 0 ? commandFaults(inputs) : []
  return faults.flatMap((fault): [Fault, Input][] => {
    const culprit = inputs.find((it) => commandFaults([it]).length > 0) ?? inputs[0]
    return culprit ? [[fault, culprit]] : []
  })
}

/** Says what failed and how to see it again, and keeps the smallest input that fails so. */
async function tell(
  {property, says}: Fault,
  input: Input,
  {seed, kind}: {seed: number; kind: string},
  tools: Tools
): Promise<void> {
  const fails = async (it: Input) => (await faultsOf(it, tools)).some((fault) => fault.property === property)
  const smallest = (await fails(input)) ? await shrink(input, fails) : input
  mkdirSync(folder, {recursive: true})
  const file = join(folder, `${seed}-${kind}-${input.name}`)
  const isWhole = typeof smallest.content !== 'string' || canBeFile({...smallest, name: ''})
  const path = isWhole ? file : `${file}.unit16.json`
  writeFileSync(path, isWhole ? smallest.content : JSON.stringify(smallest.content))
  console.log(`FAILED: ${property}
  ${says}
  seed ${seed}, ${kind}: npm run fuzz -- --seed ${seed} --runs 1 --only ${kind}
  its smallest: ${resolve(path)} (npm run fuzz -- --file ${path})`)
}

function table(figures: ReadonlyMap<string, Figures>, seconds: number): string {
  const rows = [...figures].map(([kind, {inputs, characters, failures, slowest}]) => [
    kind,
    `${inputs}`,
    `${characters}`,
    `${failures}`,
    slowest > 0 ? slowest.toFixed(1) : ''
  ])
  const sum = (key: 'inputs' | 'characters' | 'failures') => [...figures.values()].reduce((all, it) => all + it[key], 0)
  const all = [['kind', 'inputs', 'characters', 'failures', 'slowest, times a page of news'], ...rows]
  return [
    ...all.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(12))).join('')),
    `${sum('inputs')} inputs, ${sum('characters')} characters, ${sum('failures')} with failures, ${(seconds / 60).toFixed(1)} min, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`
  ].join('\n')
}
