import type {Figure} from 'copylint'
import {firstFrom, sumOf} from './arithmetic.ts'

/** 占45%, 占30%, 其余占35%: shares of one whole that do not make a hundred. */
export function* sharesOf(text: string, figures: readonly Figure[]): Generator<readonly Figure[]> {
  for (let at = text.indexOf('其余'); at >= 0; at = text.indexOf('其余', at + 2)) {
    const k = firstFrom(figures, at)
    const last = figures[k]
    if (last?.unit !== '%' || !/^其余[^，,、。.；;\d]{0,12}占[^，,。.；;\d]{0,8}$/.test(text.slice(at, last.start)))
      continue
    const shares = [last]
    for (let i = k - 1, next = at; i >= 0; i--) {
      const it = figures[i]
      if (it?.unit !== '%' || next - it.unitEnd > 24 || /[。；;！？.!?]|其中/.test(text.slice(it.unitEnd, next))) break
      if (!/占[^，,。；;、]{0,10}$/.test(text.slice(Math.max(0, it.start - 12), it.start))) break
      shares.unshift(it)
      next = it.start
    }
    // 约占三成, 其余占七成多
    if (shares.length < 2 || shares.some(({hedge, range}) => hedge !== 'exact' || range)) continue
    const room = shares.reduce((all, {step}) => all + step, 0) / 2
    if (Math.abs(sumOf(shares) - 100) > room) yield shares
  }
}
