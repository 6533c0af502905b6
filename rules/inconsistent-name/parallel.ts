import type {Characters} from 'copylint'

/**
 * Members of a list of sites of which one is an area: `在黄河流域和龙源路项目建设现场`. A site lies on a road, not in a river basin; one word
 * of the name is another.
 */

/** What no building site is. */
const areas = [
  '流域',
  '上游',
  '中游',
  '下游',
  '水系',
  '海域',
  '水域',
  '沿岸',
  '平原',
  '盆地',
  '高原',
  '山脉',
  '三角洲',
  '经济带'
]

const roads = /(?:路|街|巷|大道|高架|立交|立交桥|大桥|桥|隧道|涵洞)$/u

/** 现场 and 工地, with the words before them that belong to both members. */
const head = /(?:项目|工程|工段|标段|路段|道路|建设|施工|改造|拓宽|扩建|新建|维修|绿化|提升|的|各|等)*$/u

/** How far back a list is looked for. */
const reach = 40

export interface OddMember {
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
  readonly road: {readonly start: number; readonly end: number}
}

/** What a page says again and again is one finding: the first member, then the others. */
export function sameMembers(page: Characters, text: string): Iterable<[OddMember, ...OddMember[]]> {
  const odd = new Map<string, [OddMember, ...OddMember[]]>()
  for (const member of oddMembers(page, text)) {
    const key = text.slice(member.start, member.road.end)
    const known = odd.get(key)
    if (known) known.push(member)
    else odd.set(key, [member])
  }
  return odd.values()
}

/** Members that are areas beside one that is a road, before 现场 and 工地. */
function* oddMembers({eachPair}: Characters, text: string): Generator<OddMember> {
  for (const site of ['现场', '工地']) {
    const places: number[] = []
    eachPair(site.charCodeAt(0), site.charCodeAt(1), (place) => places.push(place))
    for (const at of places) {
      const from = Math.max(0, at - reach)
      const before = text.slice(from, at).replace(head, '')
      const members = /[^\s，。；：,;:！？“”《》（）()]*$/u.exec(before)?.[0] ?? ''
      const last = members.split(/[和与及、]/u).pop() ?? ''
      if (last.length === members.length || !roads.test(last) || last.length < 2 || last.length > 8) continue
      const roadEnd = from + before.length
      const oddEnd = roadEnd - last.length - 1
      const rest = text.slice(from, oddEnd)
      const area = areas.find((word) => rest.endsWith(word))
      if (area === undefined) continue
      const name = /[^\s，。；：、,;:！？“”《》（）()在到往赴对向从和与及的]+$/u.exec(rest)?.[0] ?? ''
      // `流域` alone is no name
      if (name.length <= area.length || name.length > 8) continue
      yield {start: oddEnd - name.length, end: oddEnd, road: {start: roadEnd - last.length, end: roadEnd}}
    }
  }
}
