import type {Figure} from 'copylint'

/** How alike two figures stand: so many letters behind both are the same, and so many before both. */
export interface Alike {
  readonly right: number
  readonly left: number
}

const most = 6

/** Classifiers that a head may leave out: 50城市 and 50个城市. */
const classifier = /^(?:[余多]?[个名位家项条起件所座]|人)?(?:以上|左右)?的?/
const filler =
  /(?:[\s，。；：、！？,;:!?（）()“”"]|同比|环比|增长|下降|上涨|提高|回落|增加|减少|超过|达到|增至|升至|降至|约为|至少|[约近超逾达了为有共破至到高仅已是过])+$/

export function alike(headText: string, head: Figure, text: string, it: Figure): Alike {
  const [a, b] = [afterOf(headText, head), afterOf(text, it)]
  let right = 0
  while (right < most && right < a.length && a[right] === b[right] && /[\u3400-\u9fffA-Za-z]/.test(a[right] ?? ''))
    right++
  const [c, d] = [beforeOf(headText, head), beforeOf(text, it)]
  let left = 0
  while (
    left < most &&
    left < c.length &&
    c[c.length - 1 - left] === d[d.length - 1 - left] &&
    /[\u3400-\u9fffA-Za-z]/.test(c[c.length - 1 - left] ?? '')
  )
    left++
  return {right, left}
}

function afterOf(text: string, {end, unitEnd, unit}: Figure): string {
  const generic = /^[个名位家项条起件所座人]?$/.test(unit)
  const after = generic
    ? text.slice(end, unitEnd + 12).replace(classifier, '')
    : text.slice(unitEnd - unit.length, unitEnd + 12)
  return after.replace(/^[\s“”‘’"「」『』《》（）()·—]+/, '')
}

const beforeOf = (text: string, {start}: Figure): string =>
  text.slice(Math.max(0, start - 14), start).replace(filler, '')

function segmentOf(text: string, {start, unitEnd}: Figure): string {
  const from = text.lastIndexOf(' ', start) + 1
  const to = text.indexOf(' ', unitEnd)
  return `${text.slice(from, start)} ${text.slice(unitEnd, to < 0 ? undefined : to)}`
}

/** The share of the pairs of letters around a head's figure that stand around the other, too. */
export function shareOf(headText: string, figure: Figure, text: string, it: Figure): number {
  const head = segmentOf(headText, figure)
  const around = text.slice(Math.max(0, it.start - 60), it.unitEnd + 40)
  let [all, shared] = [0, 0]
  for (let i = 0; i + 1 < head.length; i++) {
    const pair = head.slice(i, i + 2)
    if (!/^[\u3400-\u9fff]{2}$/.test(pair)) continue
    all++
    if (around.includes(pair)) shared++
  }
  return all === 0 ? 0 : shared / all
}
