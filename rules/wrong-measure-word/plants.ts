import type {Block, Characters} from 'copylint'
import {spotAt} from 'copylint'
import type {Table} from './table.ts'

/** A plant that 颗颗 is said of, by offsets in the text of its block. */
export interface Each {
  readonly block: Block
  /** Where 颗颗 stands. */
  readonly at: number
  /** The plant that it is said of, and where. */
  readonly noun: string
  readonly start: number
}

/** The plant is named at most so many characters before. */
const reach = 30

/** 颗颗 of plants that have no fruit: 一垄垄白菜翠绿欲滴，颗颗饱满 */
export function* findPlants(page: Characters, table: Table): Generator<Each> {
  let told = 0
  for (const place of page.at('颗'.charCodeAt(0))) {
    if (place < told || page.codes[place + 1] !== page.codes[place]) continue
    told = place + 2
    const {article, block, at} = spotAt(page, place)
    const plant = article && plantBefore(block.text, at, table)
    if (plant) yield {block, at, ...plant}
  }
}

function plantBefore(text: string, at: number, {plants, round}: Table): Pick<Each, 'noun' | 'start'> | undefined {
  // 一颗颗 is counted, and looked at with its noun
  if (/[一两几]/.test(text.charAt(at - 1))) return undefined
  const before = text.slice(Math.max(0, at - reach), at)
  const from = Math.max(...['。', '！', '？', '；', '!', '?', ';'].map((mark) => before.lastIndexOf(mark))) + 1
  const said = before.slice(from)
  const behind = /^[^。！？；!?;]{0,20}/.exec(text.slice(at + 2, at + 22))?.[0] ?? ''
  if (round.some((word) => said.includes(word) || behind.includes(word))) return undefined
  let [start, noun] = [-1, '']
  for (const plant of plants) {
    const index = said.lastIndexOf(plant)
    if (index > start) [start, noun] = [index, plant]
  }
  return start < 0 ? undefined : {noun, start: at - said.length + start}
}
