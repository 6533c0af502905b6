import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {lintFiles} from '../src/node/index.ts'
import {caught, type Fault, refusalFaults} from './fault.ts'
import {configName, type Input} from './inputs/input.ts'

const page = '# 新桥今日通车\n\n本报讯（记者 林岚）新桥今天通车，，两岸居民往来更加方便方便。\n'

/** Whatever a config says, the page is linted by it, or it is told what is wrong with it. */
export async function configFaults({content}: Input): Promise<readonly Fault[]> {
  const cwd = join(tmpdir(), `copylint-fuzz-config-${process.pid}`)
  mkdirSync(cwd, {recursive: true})
  try {
    writeFileSync(join(cwd, configName), content)
    writeFileSync(join(cwd, 'page.txt'), page)
    const linted = await caught('a config is followed or refused', () => lintFiles(['page.txt'], {cwd, score: {}}))
    if ('property' in linted) return [linted]
    const {status, pages, complaints} = linted.value
    const faults = complaints.flatMap((it) => refusalFaults('a config is refused in a sentence', {zh: it, en: it}))
    if ((status === 2) !== complaints.length > 0)
      return [...faults, {property: 'what is refused ends with 2', says: `${status}: ${complaints.join()}`}]
    if (pages.length !== 1) return [...faults, {property: 'no page is lost', says: `${pages.length} pages`}]
    return faults
  } finally {
    rmSync(cwd, {recursive: true, force: true})
  }
}
