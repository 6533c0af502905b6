import {spawnSync} from 'node:child_process'
import {existsSync, lstatSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {between, table} from './markdown.ts'

/** The page, whose last column is written by hand and kept. */
export const page = 'docs/dependencies.md'
const head = ['package', 'version', 'since', 'size', 'with its own', 'licence', 'why']

/** Where what a dependency brings ends up. */
export type Kind = 'installed' | 'bundled' | 'development'

/** A dependency as the lock file and the page know it. */
export interface Dependency {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Why it is there and not written by ourselves; empty where the page does not say. */
  readonly why: string
}

/**
 * `npm run dependencies`: writes docs/dependencies.md anew, by the lock file and by what is installed. What each is for is written by
 * hand, in the last column; a new dependency comes without.
 */
export function main(): number {
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  const old = readFileSync(page, 'utf8')
  const told = rowsOf(old)
  const locked = lockedPackages()
  const text = [...dependenciesOf().entries()].reduce(
    (text, [kind, names]) =>
      between(
        text,
        kind,
        kind,
        () =>
          `\n${table(
            head,
            names.map((name) => toRow(name, told.get(name)?.why ?? '', locked))
          )}\n`
      ),
    old
  )
  writeFileSync(page, text.replace(/^(Sizes of ).*?,/m, `$1${new Date().toISOString().slice(0, 10)},`))
  const silent = [...rowsOf(text).values()].filter(({why}) => why === '').map(({name}) => name)
  for (const name of silent) console.error(`${page}: say why ${name} is needed`)
  return silent.length > 0 ? 1 : 0
}

/** The dependencies of package.json by kind, each sorted. What dist/THIRD-PARTY.txt names is bundled. */
export function dependenciesOf(): ReadonlyMap<Kind, readonly string[]> {
  const {dependencies, devDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
  const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8')
  const bundled = new Set([...notices.matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name))
  const others = Object.keys(devDependencies)
  return new Map<Kind, readonly string[]>([
    ['installed', Object.keys(dependencies).sort()],
    ['bundled', others.filter((name) => bundled.has(name)).sort()],
    ['development', others.filter((name) => !bundled.has(name)).sort()]
  ])
}

/** The rows of the page, by the name of the package. */
export function rowsOf(text: string): ReadonlyMap<string, Dependency> {
  const rows = [...text.matchAll(/^\| `(\S+?)` \|(.+)\|$/gm)].map(([, name = '', rest = '']): [string, Dependency] => {
    const cells = rest.split(' | ').map((cell) => cell.trim())
    return [name, {name, version: cells[0] ?? '', licence: cells[4] ?? '', why: cells[5] ?? ''}]
  })
  return new Map(rows)
}

/** What the lock file says of every package, by its path. */
export const lockedPackages = (): Locked => JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

function toRow(name: string, why: string, locked: Locked): string[] {
  const {version = '', license = ''} = locked[`node_modules/${name}`] ?? {}
  const closure = closureOf(`node_modules/${name}`, locked)
  const own = sizeOf(join('node_modules', name))
  const whole = [...closure].reduce((sum, path) => sum + sizeOf(path), 0)
  const others = closure.size - 1
  const more = others === 0 ? '–' : `${sizeText(whole)}, ${others} more`
  return [`\`${name}\``, version, yearOf(join('node_modules', name)), sizeText(own), more, license, why]
}

/** The packages that a package brings, itself too, as paths in node_modules; those of other systems are not there. */
function closureOf(start: string, locked: Locked): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || !existsSync(path)) continue
    seen.add(path)
    const {dependencies = {}, optionalDependencies = {}} = locked[path] ?? {}
    for (const name of Object.keys({...dependencies, ...optionalDependencies})) open.push(placeOf(name, path, locked))
  }
  return seen
}

/** Where Node finds a package that is asked for in another: inside that, or in one of those around it. */
function placeOf(name: string, from: string, locked: Locked): string {
  for (let around = from; around !== ''; around = around.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const path = `${around}/node_modules/${name}`
    if (path in locked) return path
  }
  return `node_modules/${name}`
}

/** The bytes of a package's files, without packages inside it: those are counted by themselves. */
function sizeOf(path: string): number {
  const found = lstatSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** The first year that its licence claims: the nearest to an age that a package carries with it. */
function yearOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  const text = file ? readFileSync(join(folder, file), 'utf8') : ''
  const years = [...text.matchAll(/copyright[^\n]{0,40}?\b((?:19|20)\d\d)\b/gi)].map(([, year = '']) => year)
  return years.sort()[0] ?? '–'
}

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The packages of the lock file, by their paths. */
export type Locked = Readonly<Record<string, LockedPackage>>

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly resolved?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly engines?: Readonly<Record<string, string>>
}
