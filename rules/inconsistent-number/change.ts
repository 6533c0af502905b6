import type {Figure} from 'copylint'

/** A change that does not lead from one figure to the other. */
export interface Change {
  readonly from: Figure
  readonly to: Figure
  readonly by: Figure
  /** A difference is arithmetic; a rate may be reckoned otherwise. */
  readonly proven: boolean
}

const origin = /[由从自][^，,。；;]{0,14}$/
const goal = /(?:到|至|为)了?(?:[^，,。；;]{0,8}的)?$/
const step =
  /^[，,、（(]?(?:净|共|总共|累计|实际|一共|整整)?(?:增加|提高|提升|上升|下降|降低|减少|增长|回落|缩短|扩大|增幅|降幅|减幅|增|降|升|减)[了达为]?$/

/** 由45%提高到58%，提高12个百分点: three figures of one sentence, the third right behind what it reckons. */
export function* changesOf(text: string, figures: readonly Figure[]): Generator<Change> {
  for (let i = 0; i + 2 < figures.length; i++) {
    const [from, to, by] = [figures[i], figures[i + 1], figures[i + 2]]
    if (!from || !to || !by || from.unit !== to.unit || from.kind !== to.kind || to.start - from.unitEnd > 20) continue
    if (!isExact(from) || !isExact(to) || !isExact(by)) continue
    const between = text.slice(from.unitEnd, to.start)
    if (!goal.test(between) || /[。；;]/.test(between)) continue
    if (
      !step.test(text.slice(to.unitEnd, by.start)) ||
      !origin.test(text.slice(Math.max(0, from.start - 16), from.start))
    )
      continue
    // 增长1.5倍 may or may not count what was there
    if (by.unit === '倍' || text[by.unitEnd] === '倍') continue
    const difference = Math.abs(to.value - from.value)
    if (by.unit === '%' && from.unit !== '%') {
      const rate = (difference / from.value) * 100
      const room = by.step + ((from.step + to.step) / 2 / from.value) * (100 + rate)
      if (from.value > 0 && Math.abs(rate - by.value) > room) yield {from, to, by, proven: false}
    } else if (by.unit === from.unit || (by.unit === '点' && from.unit === '%')) {
      // 从50%降到40%，下降20%: perhaps a rate
      if (by.unit === '%' && Math.abs((difference / from.value) * 100 - by.value) <= 1) continue
      const room = from.step === 1 && to.step === 1 && by.step === 1 ? 0 : (from.step + to.step + by.step) / 2
      if (Math.abs(difference - by.value) > room + 1e-9 * to.value) yield {from, to, by, proven: by.unit !== '%'}
    }
  }
}

const isExact = ({kind, hedge, range}: Figure): boolean =>
  (kind === 'count' || kind === 'percent') && hedge === 'exact' && !range
