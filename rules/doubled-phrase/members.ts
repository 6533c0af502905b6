import type {Block} from 'copylint'
import type {Found} from './found.ts'
import {isPaired, part} from './found.ts'

/** A list that names a member twice: 林岚、周启、林岚. */
export function* findMembers(block: Block): Generator<Found> {
  let start = 0
  for (const list of block.text.split(/(?<=[，。；：！？…\n])/u)) {
    const base = start
    start += list.length
    if (!list.includes('、') || /或/u.test(list)) continue
    const seen = new Map<string, number>()
    for (const {name, index} of members(list)) {
      const first = seen.get(name)
      seen.set(name, index)
      if (first === undefined || name.length < 2 || !isPaired(name) || /\p{N}/u.test(name)) continue
      // next to each other: X、X
      if (list.slice(first + name.length, index).length === 1) continue
      yield {
        id: 'member',
        at: part(block, base + index, base + index + name.length),
        data: {phrase: name},
        related: [{at: part(block, base + first, base + first + name.length), label: 'first'}]
      }
    }
  }
}

/** The members of a list that stand between two marks; the first and the last run on into the sentence and are not known. */
function* members(list: string): Generator<{name: string; index: number}> {
  const items = list.split('、')
  let index = 0
  for (const [i, item] of items.entries()) {
    if (i > 0) {
      // 甲、乙和丙出席: 乙 is a member, where 丙 ends only a reader knows
      const end = i < items.length - 1 ? item.length : item.search(/以及|[和与及等]|[，。；：！？…]/u)
      if (end > 0) yield {name: item.slice(0, end), index}
    }
    index += item.length + 1
  }
}
