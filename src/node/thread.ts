import {parentPort, workerData} from 'node:worker_threads'
import {builtin} from '../builtin.ts'
import {createClock} from './clock.ts'
import {createTools, lintHere, settingsOf, trimmed} from './outcomes.ts'
import {type Done, lackingOf, type Mishap, mostAhead, slots, type WorkerData} from './pool.ts'
import type {LintOptions} from './run.ts'
import {createTidier} from './tidy-memory.ts'

// not awaited here: Node ends the thread in its own way when a promise never settles
void work(workerData as WorkerData)

/** Lints the next file that no thread has taken, until there is none. Nobody needs to send anything: a thread that waits for nothing ends. */
async function work({inputs, options: plain, keep, shared, slot}: WorkerData): Promise<void> {
  const post = (message: Done | Mishap) => parentPort?.postMessage(message)
  process.on('uncaughtException', (error: unknown) => post(toMishap(error)))
  const thrown: string[] = []
  const options: LintOptions = {
    ...plain,
    builtin,
    onThrown: (it) => thrown.push(stackOf(it)),
    ...(keep && {digestOf: (await import('./cache/digest.ts')).digestOf})
  }
  const tools = createTools(options)
  const tidy = createTidier()
  for (;;) {
    const place = Atomics.add(shared, slots.next, 1)
    const input = inputs[place]
    if (input === undefined) break
    Atomics.store(shared, slots.own + slot, place + 1)
    waitFor(shared, place)
    const clock = createClock()
    thrown.length = 0
    const outcome = await lintHere([input], options, {...tools, clock})
    const lacking = lackingOf(await settingsOf([input], tools.finder))
    post({
      place,
      outcome: trimmed(outcome, options.lean === true),
      lacking,
      thrown: [...thrown],
      timings: [...clock.timings]
    })
    tidy()
  }
  Atomics.store(shared, slots.own + slot, 0)
}

/** Until the main thread has taken what was done before. */
function waitFor(shared: Int32Array, place: number): void {
  for (;;) {
    const taken = Atomics.load(shared, slots.taken)
    if (place - taken < mostAhead) return
    Atomics.wait(shared, slots.taken, taken)
  }
}

const stackOf = (thrown: unknown): string => (thrown instanceof Error && thrown.stack) || ''

function toMishap(error: unknown): Mishap {
  return {message: error instanceof Error ? error.message : String(error), stack: stackOf(error)}
}
