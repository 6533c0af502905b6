/** Milliseconds by step, in the order in which they came. */
export interface Clock {
  readonly timings: ReadonlyMap<string, number>
  add(step: string, time: number): void
  sync<T>(step: string, work: () => T): T
  timed<T>(step: string, work: () => Promise<T>): Promise<T>
}

/** A stopwatch for one run. */
export function createClock(): Clock {
  const timings = new Map<string, number>()
  const add = (step: string, time: number) => void timings.set(step, (timings.get(step) ?? 0) + time)
  return {
    timings,
    add,
    sync: (step, work) => {
      const start = performance.now()
      const result = work()
      add(step, performance.now() - start)
      return result
    },
    timed: async (step, work) => {
      const start = performance.now()
      const result = await work()
      add(step, performance.now() - start)
      return result
    }
  }
}
