import type {Figure} from 'copylint'

/** A list that has one member more or less than its number says. */
export interface Listed {
  readonly figure: Figure
  /** Where its first member begins, as far as can be told. */
  readonly start: number
  readonly count: number
}

/** Units of what is listed by name: 北京、上海、广州三市. */
const named = new Set(
  '人 名 位 国 省 市 县 区 州 镇 乡 村 校 家 个 省市 省区 国家 省份 城市 县区 部门 单位 企业 公司 学校 种 类 款 部 本'.split(
    ' '
  )
)
const member = /^[\u3400-\u9fffA-Za-z·]{1,8}$/
/** Words that are in no name: the list ended before them. */
const noName = /[的在是对为了并将有向从由这该其涉得地被把给与和及或先后数几等共各全至以][\s\S]/
const marks = '，。；：！？,;:（）()“”《》 \u3000'
const longest = 140
/** 杭州、宁波、温州10个赛区: the names are not what is counted. */
const mostOff = 3

/** Lists of names right before their number, each name short, three or more of them. */
export function* listsOf(text: string, figures: readonly Figure[]): Generator<Listed> {
  for (const figure of figures) {
    const {kind, hedge, range, value, start, unit} = figure
    if (kind !== 'count' || hedge !== 'exact' || range || value < 2 || value > 15 || !named.has(unit)) continue
    // 维护好、巩固好、发展好两国关系
    if (!text.slice(Math.max(0, start - 10), start).includes('、') || text.startsWith('两国', start)) continue
    let from = start
    while (from > 0 && start - from < longest && !marks.includes(text[from - 1] ?? ' ')) from--
    const clause = text.slice(from, start)
    const open = /等$/.test(clause)
    const [first = '', ...rest] = clause.replace(/等$/, '').split('、')
    const count = rest.length + 1
    if (count < 3 || !rest.every((it) => member.test(it) && !noName.test(`${it}、`))) continue
    const lengths = rest.map((it) => it.length)
    if (Math.max(...lengths) - Math.min(...lengths) > 2) continue
    // 杭州以及宁波、温州、金华、绍兴6个赛区: one more may stand before
    if (first === '' || /以及|[和及与]/.test(first)) continue
    const off = count - value
    if (off !== 0 && (open ? off > 0 : Math.abs(off) <= mostOff)) {
      yield {figure, start: start - clause.length + Math.max(0, first.length - Math.max(...lengths)), count}
    }
  }
}
