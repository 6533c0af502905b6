import {spawnSync} from 'node:child_process'
import {accessSync, constants, mkdtempSync, rmdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {describe, test} from 'vitest'

/** Programs and powers that some tests need and a machine may lack: whether they are there, and how they are had. */
const tools = {
  bash: {there: onPath('bash'), get: 'a system with bash'},
  chromium: {there: onPath('chromium'), get: 'apt-get install chromium fonts-noto-cjk'},
  git: {there: onPath('git'), get: 'apt-get install git'},
  mount: {there: canMount, get: 'Linux, as root, where file systems may be mounted'},
  pdftotext: {there: onPath('pdftotext'), get: 'apt-get install poppler-utils'},
  'pre-commit': {there: onPath('pre-commit'), get: 'apt-get install pre-commit'},
  root: {there: () => process.getuid?.() === 0, get: 'to be run as root'},
  soffice: {there: onPath('soffice'), get: 'apt-get install libreoffice-writer-nogui'},
  strace: {there: canTrace, get: 'apt-get install strace, where processes may be traced'},
  unshare: {there: () => runs('unshare', '-rn', 'true'), get: 'Linux, where namespaces may be made'},
  unprivileged: {there: isOrBecomesUnprivileged, get: 'util-linux, for setpriv'},
  xattr: {there: hasAttributes, get: 'apt-get install acl attr, on a file system that has them'},
  xmllint: {there: onPath('xmllint'), get: 'apt-get install libxml2-utils'}
} as const satisfies Record<string, {there: () => boolean; get: string}>

export type Tool = keyof typeof tools

/** What a machine may forbid whatever is installed: CI cannot be asked for it. */
const powers: readonly Tool[] = ['mount', 'root', 'strace', 'unprivileged', 'unshare', 'xattr']

/**
 * Tests that need programs which copylint does not need. Where one is missing they are left out, and the report of the tests
 * says so by name; in CI, once `.ci/run` has installed them (`CI_TOOLS=1`), a missing one is a failure.
 *
 * @example needs('soffice', () => { test('a word processor opens it', …) })
 */
export function needs(wanted: Tool | readonly Tool[], tests: () => void): void {
  const missing = [wanted].flat().find((name) => !tools[name].there())
  if (missing === undefined) return void tests()
  const why = `${missing} is missing (${tools[missing].get})`
  if (process.env.CI_TOOLS === '1' && !powers.includes(missing)) {
    test(`has the tool that the tests need: ${missing}`, () => {
      throw new Error(why)
    })
    return
  }
  // the name begins so for scripts/count-tests.mjs, which takes no other test that is skipped
  describe.skip(`left out: ${why}`, tests)
}

function onPath(name: string): () => boolean {
  return () =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && isExecutable(join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'copylint-mount-'))
  const mounted = runs('mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', folder)
  if (mounted) spawnSync('umount', [folder])
  rmdirSync(folder)
  return mounted
}

function hasAttributes(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'copylint-attributes-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const had = runs('setfattr', '-n', 'user.x', '-v', '1', file) && runs('setfacl', '-m', 'u:1:r', file)
  rmSync(folder, {recursive: true})
  return had
}

/** Root may do anything: what a user may not do is tried as nobody. */
function isOrBecomesUnprivileged(): boolean {
  return (
    process.getuid?.() !== 0 ||
    runs('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--version')
  )
}

/** Containers may forbid it. */
function canTrace(): boolean {
  return runs('strace', '-o', '/dev/null', 'true')
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, {stdio: 'ignore'}).status === 0
}
