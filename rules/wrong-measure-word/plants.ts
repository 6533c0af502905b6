import type {Table} from './table.ts'

export interface Each {
  /** Where 颗颗 stands. */
  readonly at: number
  /** The plant that it is said of, and where. */
  readonly noun: string
  readonly start: number
}

/** The plant is named at most so many characters before. */
const reach = 30

/** 颗颗 of plants that have no fruit: 一垄垄白菜翠绿欲滴，颗颗饱满 */
export function* findPlants(text: string, {plants, round}: Table): Generator<Each> {
  for (let at = text.indexOf('颗颗'); at >= 0; at = text.indexOf('颗颗', at + 2)) {
    // 一颗颗 is counted, and looked at with its noun
    if (/[一两几]/.test(text.charAt(at - 1))) continue
    const before = text.slice(Math.max(0, at - reach), at)
    const from = Math.max(...['。', '！', '？', '；', '!', '?', ';'].map((mark) => before.lastIndexOf(mark))) + 1
    const said = before.slice(from)
    const behind = /^[^。！？；!?;]{0,20}/.exec(text.slice(at + 2, at + 22))?.[0] ?? ''
    if (round.some((word) => said.includes(word) || behind.includes(word))) continue
    let [start, noun] = [-1, '']
    for (const plant of plants) {
      const index = said.lastIndexOf(plant)
      if (index > start) [start, noun] = [index, plant]
    }
    if (start >= 0) yield {at, noun, start: at - said.length + start}
  }
}
