import type {Figure, FigureKind} from './figures.ts'

/** What a count is that may be a day, a month, a year or an hour: told by its unit and the figure before. */
export function dateKind(text: string, figure: Figure, before: Figure | undefined): FigureKind {
  const {value, unit, start, end, unitEnd, han} = figure
  if (!Number.isInteger(value)) return 'count'
  const size = end - start
  // 净网2014, 2019春晚
  if (unit === '')
    return !han && size === 4 && value >= 1900 && value < 2100
      ? 'year'
      : text.startsWith('世纪', end)
        ? 'date'
        : 'count'
  const plain = unitEnd === end + unit.length
  const fresh = before?.kind === 'date' && start - before.unitEnd <= 1
  switch (unit) {
    // 十八届三中全会 is one of a row, 连续五届 a count
    case '届':
      return plain && value >= 10 ? 'ordinal' : 'count'
    case '年':
    case '年度':
      if (text[unitEnd] === '代') return 'date'
      return plain && size === 4 && value >= 1000 ? 'year' : 'count'
    case '月':
      return value <= 12 ? 'date' : 'count'
    case '日':
    case '号':
      return value <= 31 && (fresh || !'续时近每'.includes(text[start - 1] || '日')) ? 'date' : 'count'
    case '时':
      return value <= 24 ? 'date' : 'count'
    case '点':
      // 下午3点, 9点半; 三点要求 are three
      return value <= 24 &&
        (fresh || /[钟半整许0-9０-９]/.test(text[unitEnd] || '。') || /[午晚晨早夜日天]/.test(text[start - 1] || '。'))
        ? 'date'
        : 'count'
    case '分':
      return fresh ? 'date' : 'count'
    default:
      return 'count'
  }
}
