/** Milliseconds by step, in the order in which they came. */
export interface Clock {
  readonly timings: ReadonlyMap<string, number>
  add(step: string, time: number): void
  sync<T>(step: string, work: () => T): T
  timed<T>(step: string, work: () => Promise<T>): Promise<T>
}

/** Milliseconds since some moment: `performance` is one of Node's modules that is loaded when it is first asked for. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6

/** A stopwatch for one run. */
export function createClock(): Clock {
  const timings = new Map<string, number>()
  const add = (step: string, time: number) => void timings.set(step, (timings.get(step) ?? 0) + time)
  return {
    timings,
    add,
    sync: (step, work) => {
      const start = now()
      const result = work()
      add(step, now() - start)
      return result
    },
    timed: async (step, work) => {
      const start = now()
      const result = await work()
      add(step, now() - start)
      return result
    }
  }
}
