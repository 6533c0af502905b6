import type {Input} from './inputs/input.ts'

/** How often an input is tried at most, and for how long in milliseconds. */
const tries = 2000
const longest = 20_000

/** The smallest part of an input that still fails: halves, quarters and smaller stretches are left out for as long as it does. */
export async function shrink({name, content}: Input, fails: (input: Input) => Promise<boolean>): Promise<Input> {
  const end = performance.now() + longest
  let now = content
  let left = tries
  for (let size = now.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < now.length; ) {
      if (left-- === 0 || performance.now() > end) return {name, content: now}
      const less = without(now, at, at + size)
      if (await fails({name, content: less})) now = less
      else at += size
    }
  }
  return {name, content: now}
}

function without(content: string | Uint8Array, start: number, end: number): string | Uint8Array {
  if (typeof content === 'string') return content.slice(0, start) + content.slice(end)
  return Uint8Array.from([...content.subarray(0, start), ...content.subarray(end)])
}
