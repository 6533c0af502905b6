export const usage = `npm run fuzz [-- OPTIONS]
  --seed N       the first seed; each input has the next one (by chance)
  --seconds S    for how long (60)
  --runs N       or how many inputs
  --only KIND    of one kind
  --file PATH    a file that failed, once more`

export interface FuzzOptions {
  readonly seed: number
  readonly seconds: number
  readonly runs: number
  readonly only?: string
  readonly file?: string
}

/** What was asked for, or what is wrong with it. */
export function readOptions(args: readonly string[], kinds: readonly string[]): FuzzOptions | string {
  const given = new Map<string, string>()
  for (let at = 0; at < args.length; at += 2) {
    const [name = '', value] = [args[at], args[at + 1]]
    if (!/^--(?:seed|seconds|runs|only|file)$/.test(name)) return `no option ${name}`
    if (value === undefined) return `${name} wants a value`
    given.set(name, value)
  }
  const numbers = ['--seed', '--seconds', '--runs'].filter((name) => given.has(name))
  const wrong = numbers.find((name) => !/^\d{1,9}$/.test(given.get(name) ?? ''))
  if (wrong) return `${wrong} wants a number`
  const only = given.get('--only')
  if (only !== undefined && !kinds.includes(only)) return `no kind ${only}; there are ${kinds.join(', ')}`
  const file = given.get('--file')
  const numberOf = (name: string, otherwise: number) => Number(given.get(name) ?? otherwise)
  return {
    seed: numberOf('--seed', Date.now() % 1e8),
    runs: numberOf('--runs', Number.POSITIVE_INFINITY),
    seconds: numberOf('--seconds', given.has('--runs') ? Number.POSITIVE_INFINITY : 60),
    ...(only !== undefined && {only}),
    ...(file !== undefined && {file})
  }
}
