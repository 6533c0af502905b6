import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {onTestFinished} from 'vitest'

const cli = resolve(import.meta.dirname, '../../dist/cli.js')

/** A folder with files, gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'copylint-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), {recursive: true})
    writeFileSync(join(root, name), content)
  }
  return {
    root,
    read: (name: string) => readFileSync(join(root, name), 'utf8'),
    bytes: (name: string) => readFileSync(join(root, name))
  }
}

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command in a process of its own, in an environment without language or colour. */
export function copylint(
  cwd: string,
  args: readonly string[],
  {input = '', env = {}}: {input?: string | Uint8Array; env?: Record<string, string>} = {}
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd,
      env: {PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env}
    })
    const chunks: {out: Buffer[]; err: Buffer[]} = {out: [], err: []}
    child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk))
    child.on('error', fail)
    child.on('close', (status) =>
      done({status, out: Buffer.concat(chunks.out).toString(), err: Buffer.concat(chunks.err).toString()})
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** A page whose second paragraph is printed twice: one safe mend. */
export const doubled = `# 海棠镇修缮老石桥

本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工，届时两岸居民往来将更加方便。

镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。

镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。

施工期间行人请走下游的便桥，车辆绕行柳溪村。
`

/** A page with nothing to find. */
export const clean = `# 柳溪村分发新种子

本报讯 柳溪村昨天分发了新的种子，农户们说今年的收成有望超过去年。

农技站的技术员下周起到田头讲课，头一课讲育秧。
`
