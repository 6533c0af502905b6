import type {Block} from 'copylint'
import {spanIn} from 'copylint'
import type {Found} from './found.ts'
import {isPaired} from './found.ts'

/** What goes on behind the last member of a list: 林岚等, 南门街一带, 农业银行四家. */
const tail =
  /^(?:等|一带|两地|地区|[二两三四五六七八九十百\d]+[家个名位人项地市县国种条]|以及|[和与及]|负责人|负责同志|领导|陪同|[，。；：！？…,;:!?”）)]|$)/u

/** A list that names a member twice: 林岚、周启、林岚. */
export function* findMembers(block: Block): Generator<Found> {
  if (!block.text.includes('、')) return
  let start = 0
  for (const list of block.text.split(/(?<=[，。；：！？…,;:!?\n])/u)) {
    const base = start
    start += list.length
    // 伪造印章、标志或者使用伪造的印章、标志: two lists
    if (!list.includes('、') || /或/u.test(list)) continue
    const seen = new Map<string, number>()
    for (const {name, index} of members(list, seen)) {
      const first = seen.get(name)
      seen.set(name, index)
      if (first === undefined || name.length < 2 || !isPaired(name) || /\p{N}/u.test(name)) continue
      // next to each other: X、X
      if (list.slice(first + name.length, index).length === 1) continue
      yield {
        id: 'member',
        at: spanIn(block, base + index, base + index + name.length),
        data: {phrase: name},
        related: [{at: spanIn(block, base + first, base + first + name.length), label: 'first'}]
      }
    }
  }
}

interface Member {
  readonly name: string
  readonly index: number
}

/**
 * The members of a list, with their places in it. The first begins where the clause begins, and may have its verb before it
 * (出席的有林岚): it is told only as it stands. Of the last, which runs on into the sentence, only a name that the list has
 * already is known.
 *
 * @param seen the members told so far
 */
function* members(list: string, seen: ReadonlyMap<string, number>): Generator<Member> {
  const items = list.split('、')
  let index = 0
  for (const [i, item] of items.entries()) {
    if (i < items.length - 1) yield {name: item, index}
    else {
      for (const name of seen.keys()) {
        if (item.startsWith(name) && tail.test(item.slice(name.length))) yield {name, index}
      }
    }
    index += item.length + 1
  }
}
