import type {Texts} from '../rule/rule.ts'
import {Complaint} from './complaint.ts'

/** What ends each wait, the innermost last: of the whole process, as `beforeExit` is. */
const waiting: (() => void)[] = []
/** Only the innermost gives up: what waits for it goes on. */
const giveUp = () => waiting.at(-1)?.()

/**
 * Waits for work that others do. When nothing is left that could ever settle it, Node would end in silence, half done: then
 * the wait is over, and the work has failed.
 */
export function settled<T>(work: () => Promise<T>, unsettled: Texts): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      const at = waiting.indexOf(never)
      if (at >= 0) waiting.splice(at, 1)
      if (waiting.length === 0) process.off('beforeExit', giveUp)
    }
    const never = () => {
      leave()
      reject(new Complaint(unsettled))
    }
    if (waiting.length === 0) process.on('beforeExit', giveUp)
    waiting.push(never)
    work().then(resolve, reject).finally(leave)
  })
}
