import {generatePage} from './generate.ts'
import {type Growth, growthOf, repeat} from './growth.ts'
import {hostilePages} from './hostile.ts'

/** Pages by their size in UTF-8, and how often each is measured. */
export const sizes = [
  {name: '20 KB', bytes: 20_000, runs: 21},
  {name: '1 MB', bytes: 1_000_000, runs: 9},
  {name: '10.5 MB', bytes: 10_500_000, runs: 5}
] as const
/** How often hostile pages are measured, the small one and the great one. */
const hostileRuns = [5, 3] as const
const warmUps = 5
/** Steps that grow faster than this are told by name. */
export const steepest = 1.1
/** Steps of a hostile page that take a smaller share of it are not told, unless they are steep. */
const share = 0.1

/** Steps over a hostile page, at its two sizes. */
export interface HostileGrowth {
  readonly name: string
  readonly sizes: readonly [number, number]
  readonly steps: readonly Growth[]
}

/**
 * `npm run bench`: the time of every step, analysis and rule over made pages, and how it grows. With `-- --hostile` over pages of
 * shapes that nobody prints; a word behind it chooses those with that word in their name. With `-- --json` for a machine.
 */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  if (args.includes('--hostile')) {
    const words = args.filter((it) => !it.startsWith('--'))
    const measured: HostileGrowth[] = []
    for (const name of hostilePages.map((it) => it.name).filter((it) => words.every((word) => it.includes(word)))) {
      const growth = await hostileGrowth(name)
      measured.push(growth)
      if (!json) console.log(hostileText(growth))
    }
    if (json) console.log(JSON.stringify(measured, null, 2))
    return 0
  }
  const steps = await ordinaryGrowth()
  console.log(json ? JSON.stringify({sizes, steps}, null, 2) : ordinaryText(steps))
  return 0
}

/** Every step over ordinary pages. */
export async function ordinaryGrowth(): Promise<readonly Growth[]> {
  const pages = sizes.map(({bytes}) => encode(generatePage({bytes})))
  // compiled code for the small sizes as for the great one: else the small ones look slow
  await repeat(warmUps, pages[1] ?? new Uint8Array())
  return growthOf(
    pages,
    sizes.map(({runs}) => runs)
  )
}

/** Every step over one of the hostile pages. */
export async function hostileGrowth(name: string): Promise<HostileGrowth> {
  const hostile = hostilePages.find((it) => it.name === name)
  if (!hostile) throw new RangeError(`There is no hostile page “${name}”`)
  const pages = hostile.sizes.map((size) => encode(hostile.page(size)))
  await repeat(2, pages[0] ?? new Uint8Array())
  return {name, sizes: hostile.sizes, steps: await growthOf(pages, hostileRuns)}
}

/** The whole, and of its steps those that take much or grow fast. */
export function worthTelling(steps: readonly Growth[]): readonly Growth[] {
  const whole = steps.find(({step}) => step === 'lint')
  const much = share * (whole?.least.at(-1) ?? 0)
  const told = steps.filter((it) => (it.exponent ?? 0) > steepest || (it.least.at(-1) ?? 0) > much)
  return whole ? [whole, ...told.filter((it) => it !== whole)] : told
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function ordinaryText(steps: readonly Growth[]): string {
  const steep = steps.filter(({exponent = 0}) => exponent > steepest).map(({step}) => step)
  return [
    columns(['ms, median', ...sizes.map(({name}) => name), 'exponent'], steps),
    '',
    `exponent of time from ${sizes[1].name} to ${sizes[2].name}, by the least of the runs: 1 is linear`,
    `above ${steepest}: ${steep.join(', ') || 'none'}`
  ].join('\n')
}

const hostileText = ({name, sizes, steps}: HostileGrowth): string =>
  `${columns([name, ...sizes.map((size) => `× ${size}`), 'exponent'], worthTelling(steps))}\n`

function columns(head: readonly string[], steps: readonly Growth[]): string {
  const body = steps.map(({step, medians, exponent}) => [
    step,
    ...medians.map((ms) => ms.toFixed(2)),
    exponent?.toFixed(2) ?? '–'
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [head, ...body].map(line).join('\n')
}
