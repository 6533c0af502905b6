import {Worker} from 'node:worker_threads'

/** After so many seconds at one input it hangs: the slowest takes ten, on a machine that does nothing else. */
const patience = 300

/**
 * A second thread that ends the process where one input takes too long, and says which: the thread that hangs cannot.
 *
 * @returns what is to be called before each input, and `stop`
 */
export function createWatchdog(kinds: readonly string[]): {
  readonly look: (seed: number, kind: number) => void
  readonly stop: () => Promise<number>
} {
  const shared = new Int32Array(new SharedArrayBuffer(12))
  const worker = new Worker(
    `const {workerData: {shared, patience, kinds}} = require('node:worker_threads')
    let [last, since] = [-1, Date.now()]
    setInterval(() => {
      const now = Atomics.load(shared, 0)
      if (now !== last) [last, since] = [now, Date.now()]
      else if (Date.now() - since > patience * 1000) {
        require('node:fs').writeSync(2, 'FAILED: no end within ' + patience + ' s: --seed ' + shared[1] + ' --runs 1 --only ' + kinds[shared[2]] + '\\n')
        process.kill(process.pid, 'SIGKILL')
      }
    }, 1000)`,
    {eval: true, workerData: {shared, patience, kinds}}
  )
  return {
    look: (seed, kind) => {
      shared[1] = seed
      shared[2] = kind
      Atomics.add(shared, 0, 1)
    },
    stop: () => worker.terminate()
  }
}
