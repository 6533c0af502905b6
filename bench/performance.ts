import {readFileSync, writeFileSync} from 'node:fs'
import {availableParallelism, cpus, loadavg, totalmem} from 'node:os'
import {between, table} from '../scripts/markdown.ts'
import {compare, inputs, type Measured} from './compare.ts'
import type {Growth} from './growth.ts'
import {hostilePages} from './hostile.ts'
import {peers} from './peers.ts'
import {type HostileGrowth, hostileGrowth, ordinaryGrowth, sizes, worthTelling} from './run.ts'

const page = 'docs/performance.md'
const usage = `usage: npm run bench:peers -- [--only PART,…] [--peers NAME,…] [--runs N] [--limit SECONDS]
parts: ${[...inputs.map(({name}) => name), 'steps', 'hostile'].join(', ')}
peers: ${peers.map(({name}) => name).join(', ')}
Without --only and --peers everything is measured, and ${page} written.`

interface Plan {
  readonly parts: readonly string[]
  readonly peers: readonly string[]
  readonly runs: number
  /** In seconds. */
  readonly limit: number
}

/**
 * `npm run bench:peers`: copylint and its peers on the same pages, then its own steps, into docs/performance.md. A part of it is
 * printed only: figures of two days do not stand in one page.
 */
export async function main(args: readonly string[]): Promise<number> {
  const plan = planOf(args)
  if (!plan) {
    console.error(usage)
    return 2
  }
  const [load = 0] = loadavg()
  if (load > 0.5)
    console.error(`This machine is busy (load ${load.toFixed(1)}): figures of today will not hold tomorrow`)
  const chosen = inputs.filter(({name}) => plan.parts.includes(name))
  const measured =
    chosen.length === 0
      ? []
      : await compare({
          inputs: chosen,
          peers: peers.filter(({name}) => plan.peers.includes(name)),
          runs: plan.runs,
          limit: plan.limit * 1000,
          tell: console.error
        })
  const steps = plan.parts.includes('steps') ? await ordinaryGrowth() : []
  const hostile: HostileGrowth[] = []
  if (plan.parts.includes('hostile')) for (const {name} of hostilePages) hostile.push(await hostileGrowth(name))

  const texts = {
    machine: machineText(plan),
    peers: peersText(measured, plan),
    steps: stepsText(steps),
    hostile: hostileText(hostile)
  }
  const isAll = !args.some((arg) => arg === '--only' || arg === '--peers')
  if (!isAll) console.log(Object.values(texts).filter(Boolean).join('\n\n'))
  else {
    const written = Object.entries(texts).reduce(
      (text, [name, part]) => between(text, name, name, () => `\n${part}\n`),
      readFileSync(page, 'utf8')
    )
    writeFileSync(page, written)
    console.log(`${page} is written`)
  }
  return 0
}

export function planOf(args: readonly string[]): Plan | undefined {
  const given = new Map<string, string>()
  for (let index = 0; index < args.length; index += 2) given.set(args[index] ?? '', args[index + 1] ?? '')
  const {
    '--only': only,
    '--peers': some,
    '--runs': runs = '5',
    '--limit': limit = '120',
    ...rest
  } = Object.fromEntries(given)
  const names = [...inputs.map(({name}) => name), 'steps', 'hostile']
  const plan = {
    parts: only?.split(',') ?? names,
    peers: some?.split(',') ?? peers.map(({name}) => name),
    runs: Number(runs),
    limit: Number(limit)
  }
  const isKnown =
    Object.keys(rest).length === 0 &&
    plan.parts.every((it) => (names as readonly string[]).includes(it)) &&
    plan.peers.every((it) => it === '' || peers.some(({name}) => name === it))
  return isKnown && Number.isInteger(plan.runs) && plan.runs > 0 && plan.limit > 0 ? plan : undefined
}

function machineText({runs, limit}: Plan): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const versions = peers.map((it) =>
    Object.entries(it.packages)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')
  )
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${availableParallelism()} cores (${model}), ${memory}, ${process.platform} ${process.arch}, Node ${process.versions.node}: medians of ${runs} runs (of ${runs * 3} for the start), all tools in turn, each run ended after ${limit} s.`,
    '',
    `Peers: ${versions.join('; ')}.`
  ].join('\n')
}

function peersText(measured: readonly Measured[], {runs, limit}: Plan): string {
  return inputs
    .flatMap(({name, what}) => {
      const rows = measured.filter(({input}) => input === name)
      if (rows.length === 0) return []
      const wallOf = (tool: string) => rows.find((it) => it.tool === tool && !it.watched.late)?.wall
      const head = ['', 'wall', 'CPU', 'peak memory', '× autocorrect', '× `node -e 0`', 'found']
      const body = rows.map((it) => [
        it.tool === 'copylint' ? '**copylint**' : it.tool,
        it.watched.late ? `not in ${limit} s` : `${seconds(it.wall)}${it.runs < runs ? ' (one run)' : ''}`,
        it.watched.late ? '–' : seconds(it.watched.cpu),
        megabytes(it.watched.memory),
        it.watched.late ? '–' : times(it.wall, wallOf('autocorrect')),
        it.watched.late ? '–' : times(it.wall, wallOf('node -e 0')),
        it.tool === 'node -e 0' ? '' : String(it.found ?? '–')
      ])
      const title = what.replace(/^./, (letter) => letter.toUpperCase())
      return [`### ${title}\n\n${table(head, body)}`]
    })
    .join('\n\n')
}

function stepsText(steps: readonly Growth[]): string {
  if (steps.length === 0) return ''
  const slowest = [...steps].sort((one, other) => (other.medians.at(-1) ?? 0) - (one.medians.at(-1) ?? 0))
  return table(
    ['ms', ...sizes.map(({name}) => name), 'exponent'],
    slowest.map((it) => [it.step, ...it.medians.map((ms) => ms.toFixed(2)), exponentText(it)])
  )
}

function hostileText(hostile: readonly HostileGrowth[]): string {
  if (hostile.length === 0) return ''
  const rows = hostile.flatMap(({name, sizes, steps}) =>
    worthTelling(steps).map((it, index) => [
      index === 0 ? `${name}, ${sizes.map((size) => size.toLocaleString('en')).join(' and ')}` : '',
      it.step === 'lint' ? '**the whole**' : it.step,
      ...it.medians.map((ms) => ms.toFixed(1)),
      exponentText(it)
    ])
  )
  return table(['page, size', 'step', 'ms, small', 'ms, great', 'exponent'], rows)
}

const exponentText = ({exponent}: Growth): string => exponent?.toFixed(2) ?? '–'
const seconds = (ms?: number): string => (ms === undefined ? '–' : `${(ms / 1000).toFixed(ms < 1000 ? 3 : 2)} s`)
const megabytes = (bytes?: number): string => (bytes === undefined ? '–' : `${Math.round(bytes / 1e6)} MB`)
const times = (wall: number, other?: number): string => (other === undefined ? '–' : (wall / other).toFixed(2))
