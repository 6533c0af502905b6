import type {Characters, Printed} from 'copylint'
import {spanIn} from 'copylint'
import type {Found} from './found.ts'
import {isPaired} from './found.ts'

/** What goes on behind the last member of a list: 林岚等, 南门街一带, 农业银行四家. */
const tail =
  /^(?:等|一带|两地|地区|[二两三四五六七八九十百\d]+[家个名位人项地市县国种条]|以及|[和与及]|负责人|负责同志|领导|陪同|[，。；：！？…,;:!?”）)]|$)/u

/** A list that names a member twice: 林岚、周启、林岚. */
export function* findMembers(all: Characters): Generator<Found> {
  for (const {from, to} of lists(all)) {
    const n = all.paragraphAt(from)
    const {block, article} = all.printed[n] as Printed
    const base = from - (all.starts[n] as number)
    const list = block.text.slice(base, base + to - from)
    // 伪造印章、标志或者使用伪造的印章、标志: two lists
    if (article === undefined || list.includes('或')) continue
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

/** Clauses of three members or more, by places; each with the mark that ends it. Of two one can only be the other’s neighbour. */
function* lists({codes, at}: Characters): Generator<{from: number; to: number}> {
  const places = at(comma)
  for (let i = 0; i < places.length; i++) {
    const first = places[i] as number
    let to = first
    let count = 0
    for (; !isEnd(codes[to] as number); to++) if (codes[to] === comma) count++
    i += count - 1
    if (count < 2) continue
    let from = first
    while (!isEnd(codes[from - 1] as number)) from--
    yield {from, to: codes[to] === 0 ? to : to + 1}
  }
}

/** 、 */
const comma = 0x3001

/** What ends a clause, or a paragraph. */
const isEnd = (code: number): boolean =>
  !(code >= 0x3400 && code <= 0x9fff) && (code === 0 || '，。；：！？…,;:!?\n'.includes(String.fromCharCode(code)))

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
