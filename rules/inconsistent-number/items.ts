import type {Figure} from 'copylint'

/** 提出三点意见：一是…，二是…，三是…，四是…: a number announced, and how many follow. */
export interface Items {
  readonly figure: Figure
  readonly count: number
  /** Where the last one begins. */
  readonly last: number
}

const digits = '一二三四五六七八九十'
/** The last item begins at most so far behind the announcement. */
const farthest = 2000
const announced = /^(?:个方面|方面|点|项|条|个问题|个环节|大|件|个)/

/** Numbers that announce what the same paragraph then counts out, right behind them. */
export function* itemsOf(text: string, figures: readonly Figure[]): Generator<Items> {
  for (const figure of figures) {
    const {value, kind, hedge, end, unitEnd} = figure
    if (kind !== 'count' || hedge !== 'exact' || value < 2 || value > 10 || !announced.test(text.slice(end, end + 4)))
      continue
    const head = /^[^，。；！？,;!?一]{0,12}[：:，,。](?=“?一[是要])/.exec(text.slice(unitEnd, unitEnd + 16))
    if (head === null) continue
    const following = text.slice(unitEnd, unitEnd + farthest)
    const word = following[following.indexOf('一') + 1] ?? '是'
    let [count, last] = [0, 0]
    for (; count < 10; count++) {
      const at = following.indexOf(`${digits[count]}${word}`, last)
      if (at < 0 || !/[：:，,。；;、“]/.test(following[at - 1] ?? '')) break
      last = at
    }
    if (count >= 2 && count !== value) yield {figure, count, last: unitEnd + last}
  }
}
