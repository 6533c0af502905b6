import {type FSWatcher, fstatSync, readdirSync, statSync, watch as watchFolder} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {baselineName} from '../node/baseline.ts'
import {Complaint, toTexts} from '../node/complaint.ts'
import {reasonOf} from '../node/reasons.ts'
import {configName, ignoreFileName} from '../node/settings.ts'
import {kindAt} from '../node/walk.ts'
import {visible} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import type {Linted} from './lint.ts'
import {isStdout} from './outputs.ts'

/** Editors save in several steps: what comes within so many milliseconds is one change. */
const pause = 100

/**
 * `--watch`: lints, then waits for changes and lints again, what has changed only. Ends with Ctrl-C: that is no failure.
 *
 * @param outputs files that the report goes to: that they change is our own doing
 * @param once lints, and gives what is not to be written into files
 */
export async function watch(
  operands: readonly string[],
  outputs: readonly string[],
  once: () => Promise<Linted>
): Promise<never> {
  const own = new Set(outputs.filter((it) => !isStdout(it)).map((it) => resolve(it)))
  const streams = ownStreams()
  const watchers = new Map<string, FSWatcher>()
  let changed = () => {}
  let timer: NodeJS.Timeout | undefined
  const onChange = (folder: string, name: string | null) => {
    if (name !== null && (isHidden(name) || own.has(join(folder, name)) || streams.has(idOf(join(folder, name)))))
      return
    clearTimeout(timer)
    timer = setTimeout(() => changed(), pause)
  }
  const follow = (folders: ReadonlySet<string>) => {
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
    for (const folder of folders) if (!watchers.has(folder)) add(folder)
  }
  const add = (folder: string) => {
    try {
      const watcher = watchFolder(folder, (_, name) => onChange(folder, name))
      // a folder that is gone: what was in it is looked for again
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
        onChange(folder, null)
      })
      watchers.set(folder, watcher)
    } catch (error) {
      // one that has gone meanwhile is no matter: its parent has told
      if (kindAt(folder) === 'folder') throw unwatchable(folder, error)
    }
  }

  return new Promise<never>((_, fail) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
    let last: string | undefined
    let sources: readonly string[] = []
    let language: Language = 'en'
    let busy = false
    let again = false
    const round = async () => {
      if (busy) {
        again = true
        return
      }
      busy = true
      try {
        // before it is read, so that no change is missed
        follow(foldersOf(operands, sources))
        const linted = await once()
        language = linted.language
        sources = linted.sources
        follow(foldersOf(operands, sources))
        if (linted.text !== last || linted.text === '') show(linted)
        last = linted.text
        tell(waiting[language](watchers.size))
      } catch (error) {
        // as a first word it is the last, too; later the next change may mend it
        if (last === undefined || !(error instanceof Complaint)) return fail(error)
        tell(`copylint: ${visible(toTexts(error)[language])}`)
      } finally {
        busy = false
      }
      if (again) {
        again = false
        void round()
      }
    }
    changed = () => void round()
    void round()
  })
}

const waiting = {
  zh: (folders: number) => `copylint: 等着 ${folders} 个文件夹里的改动，按 Ctrl-C 结束`,
  en: (folders: number) =>
    `copylint: waiting for changes in ${folders} ${folders === 1 ? 'folder' : 'folders'}; Ctrl-C ends it`
} as const

const tell = (line: string): void => void process.stderr.write(`${line}\n`)

function show({text, tellRest}: Linted): void {
  // a screen shows how it stands now; a file or a pipe keeps what was
  if (process.stdout.isTTY) process.stdout.write('\u001b[H\u001b[2J\u001b[3J')
  process.stdout.write(text)
  tellRest()
}

/** The files that the shell sends our words to (`> watch.log`): that they change is our own doing. */
function ownStreams(): ReadonlySet<string | undefined> {
  const ids = new Set<string>()
  for (const stream of [1, 2]) {
    try {
      const stat = fstatSync(stream, {bigint: true})
      if (stat.isFile()) ids.add(`${stat.dev}:${stat.ino}`)
    } catch {
      // closed: nothing is written there
    }
  }
  return ids
}

/** What a file is known by whatever its name; nothing where it has gone. */
function idOf(path: string): string | undefined {
  try {
    const {dev, ino} = statSync(path, {bigint: true})
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}

/** What editors leave beside a page is no page. */
const isHidden = (name: string): boolean => {
  const last = basename(name)
  return last.startsWith('.') && ![configName, ignoreFileName, baselineName].includes(last)
}

/** The folders where something may change: those of the pages, with all below that a run looks into, and of what the pages depend on. */
function foldersOf(operands: readonly string[], sources: readonly string[]): Set<string> {
  const folders = new Set<string>()
  for (const operand of operands) {
    const path = resolve(operand)
    const kind = kindAt(path)
    if (kind === 'folder') addBelow(path, folders)
    else if (kind === 'file' || !/[*?[\]{}!()]/.test(operand)) folders.add(dirname(path))
    // a pattern: from the last folder that is named without signs
    else addBelow(resolve(operand.split(/[*?[\]{}!()]/)[0]?.replace(/[^/\\]*$/, '') ?? ''), folders)
  }
  for (const source of sources) folders.add(dirname(source))
  return folders
}

function addBelow(folder: string, folders: Set<string>): void {
  folders.add(folder)
  try {
    for (const entry of readdirSync(folder, {withFileTypes: true})) {
      if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
      addBelow(join(folder, entry.name), folders)
    }
  } catch {
    // the run itself tells of it
  }
}

function unwatchable(folder: string, error: unknown): Complaint {
  const {zh, en} = reasonOf(error)
  return new Complaint({
    zh: `系统不能再监视更多文件夹（${folder}：${zh}），请少给几个文件夹`,
    en: `the system watches no more folders (${folder}: ${en}); give fewer`
  })
}
