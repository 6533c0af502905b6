import {Worker} from 'node:worker_threads'
import type {Texts} from '../rule/rule.ts'
import type {Input} from './files.ts'
import type {Outcome, Tools} from './outcomes.ts'
import type {LintOptions} from './run.ts'
import type {Settings} from './settings.ts'
import {workerFile} from './worker-file.ts'

/** What threads share: the place of the next file, how many files the main thread has taken, and behind that, by thread, the file it has. */
export const slots = {next: 0, taken: 1, own: 2} as const
/** No thread is further ahead of the one that is slowest than so many files: what is done waits in memory. */
export const mostAhead = 64

/** What cannot go to another thread. */
type NotPlain = 'builtin' | 'onThrown' | 'onPage' | 'onProgress' | 'cache' | 'digestOf'

/** What a thread is started with. */
export interface WorkerData {
  readonly inputs: readonly Input[]
  readonly options: Omit<LintOptions, NotPlain>
  /** What comes of the files will be kept: its digests are wanted. */
  readonly keep: boolean
  readonly shared: Int32Array
  readonly slot: number
}

/** What came of a file in another thread. */
export interface Done {
  readonly place: number
  readonly outcome: Outcome
  /** What its config lacks in that thread. */
  readonly lacking: string
  /** What rules threw, as stacks. */
  readonly thrown: readonly string[]
  readonly timings: readonly (readonly [string, number])[]
}

/** An error beside the work, where nobody waits for it. */
export interface Mishap {
  readonly message: string
  readonly stack: string
}

export interface Pool {
  /**
   * What came of a file; nothing where it must be linted in this thread. Every place is asked for once, in order. While another thread
   * has the file, this one lints the next that nobody has.
   */
  take(place: number, tools: Tools, settings: Settings | undefined): Promise<Outcome | undefined>
  /** Before the work is done. After it threads end by themselves. */
  end(): void
}

/** What threads tell of the config, to be compared: a plugin may load in one thread and not in another. */
export const lackingOf = (settings: Settings | undefined): string =>
  JSON.stringify(settings && [settings.errors, settings.failures])

/** What a pool is made of. */
export interface PoolOptions {
  /** How many there are beside this one. */
  readonly threads: number
  readonly keep: boolean
  /** Lints a file in this thread, where it is to be one of them. */
  readonly lintHere?: (place: number) => Promise<Outcome>
}

/**
 * Threads that lint files, each the next that none has taken, this one among them where it may be. One that ends is a failure of the file that it
 * had, and another goes on.
 */
export function createPool(
  inputs: readonly Input[],
  options: LintOptions,
  {threads, keep, lintHere}: PoolOptions
): Pool {
  const shared = new Int32Array(new SharedArrayBuffer(4 * (slots.own + threads)))
  const done = new Map<number, Done | Texts | Outcome>()
  const live = new Map<number, Worker>()
  let barren = 0
  let closed = false
  let wake = () => {}

  const start = (slot: number) => {
    const {builtin: _, onThrown: __, onPage: ___, onProgress: ____, cache: _____, digestOf: ______, ...plain} = options
    // what is kept is kept whole
    const data: WorkerData = {
      inputs,
      options: {...plain, workers: 1, lean: plain.lean === true && !keep},
      keep,
      shared,
      slot
    }
    Atomics.store(shared, slots.own + slot, 0)
    const worker = new Worker(workerFile(), {workerData: data})
    live.set(slot, worker)
    let error: unknown
    worker.on('message', (message: Done | Mishap) => {
      if ('place' in message) done.set(message.place, message)
      else tellMishap(message)
      wake()
    })
    worker.on('error', (it) => {
      error = it
    })
    worker.on('exit', () => {
      live.delete(slot)
      const place = Atomics.load(shared, slots.own + slot) - 1
      const fell = !closed && place >= 0 && !done.has(place)
      if (fell) done.set(place, ended(error))
      else barren++
      const left = Atomics.load(shared, slots.next) < inputs.length
      // where threads end before they have taken anything, this one does the rest
      if (!closed && left && barren < 3) start(slot)
      wake()
    })
  }
  for (let slot = 0; slot < threads; slot++) start(slot)

  /** The next file that nobody has taken, for this thread. */
  const nextFor = (wanted: number): number | undefined => {
    if (!lintHere || Atomics.load(shared, slots.next) >= Math.min(inputs.length, wanted + mostAhead)) return undefined
    const place = Atomics.add(shared, slots.next, 1)
    return place < inputs.length ? place : undefined
  }

  return {
    take: async (place, {clock}, settings) => {
      while (!done.has(place)) {
        const next = nextFor(place)
        if (lintHere && next !== undefined) {
          done.set(next, await lintHere(next))
          // what the others have done meanwhile is heard
          await new Promise(setImmediate)
        } else if (live.size > 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        } else break
      }
      const it = done.get(place)
      done.delete(place)
      Atomics.store(shared, slots.taken, place + 1)
      Atomics.notify(shared, slots.taken)
      if (it === undefined || 'pages' in it) return it
      if (!('place' in it)) return {pages: [failed(inputs[place]?.path ?? '', it)]}
      if (it.lacking !== lackingOf(settings)) return undefined
      for (const stack of it.thrown) options.onThrown?.(Object.assign(new Error(), {stack}))
      for (const [step, time] of it.timings) clock.add(step, time)
      return it.outcome
    },
    end: () => {
      closed = true
      for (const worker of live.values()) void worker.terminate()
    }
  }
}

const failed = (path: string, texts: Texts): Outcome['pages'][number] => ({
  path,
  copy: '',
  stories: [],
  blocks: [],
  messages: [],
  shared: [],
  own: [texts]
})

function ended(error: unknown): Texts {
  const {code = '', message = ''} = (error ?? {}) as {code?: string; message?: string}
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {zh: '检查它时内存不够，没有查完', en: 'memory ran out while it was checked: it was not finished'}
  }
  return error === undefined
    ? {
        zh: '检查它时程序被中途结束（多半是插件调用了 process.exit），没有查完',
        en: 'the work was ended while it was checked (a plugin called process.exit, most likely): it was not finished'
      }
    : {zh: `检查它时出错，没有查完：${message}`, en: `checking it failed and was not finished: ${message}`}
}

/** As if it had happened here. */
function tellMishap({message, stack}: Mishap): void {
  queueMicrotask(() => {
    throw Object.assign(new Error(message), {stack})
  })
}
