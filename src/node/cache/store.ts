import type {Texts} from '../../rule/rule.ts'

/** Keeps texts by keys of hexadecimal digits. */
export interface Store {
  has(key: string): boolean
  get(key: string): string | undefined
  put(key: string, text: string): void
  /** Why not all could be kept. */
  trouble(): Texts | undefined
  /** At the end of a run. */
  close(): void
}

/** Keeps what was asked for in the run before or in this one: for `--watch`. */
export function createMemoryStore(): Store {
  let before = new Map<string, string>()
  let now = new Map<string, string>()
  return {
    has: (key) => now.has(key) || before.has(key),
    get: (key) => {
      const text = now.get(key) ?? before.get(key)
      if (text !== undefined) now.set(key, text)
      return text
    },
    put: (key, text) => void now.set(key, text),
    trouble: () => undefined,
    close: () => {
      before = now
      now = new Map()
    }
  }
}
