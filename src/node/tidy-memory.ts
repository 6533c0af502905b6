import {getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** By so many bytes the heap may grow before it is cleared up: less would cost time, more would not save any. */
const room = 0x1800000
/** So much is enough for what is young; of less, much would be kept that is needed no more. */
const young = 0x800000

/**
 * Keeps the memory of a long run that of a short one. V8 lets the heap grow while there is memory, by a half over two thousand
 * files, of which little is in use: files come and go.
 *
 * @returns to be called behind each file
 */
export function createTidier(): () => void {
  let growing = true
  let most: number | undefined
  let collect: (() => void) | undefined
  const size = () => getHeapStatistics().total_heap_size
  return () => {
    if (growing && youngSize() >= young) {
      setFlagsFromString('--semi-space-growth-factor=1')
      growing = false
    }
    most ??= size() + room
    if (size() < most) return
    if (!collect) {
      setFlagsFromString('--expose-gc')
      collect = runInNewContext('gc') as () => void
    }
    collect()
    most = size() + room
  }
}

const youngSize = (): number =>
  getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')?.space_size ?? 0
