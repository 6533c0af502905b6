/** Keys as an editor may write them. */
export const chinese: Readonly<Record<string, string>> = {
  人物: 'people',
  人名: 'people',
  人员: 'people',
  领导: 'people',
  机构: 'organisations',
  单位: 'organisations',
  organizations: 'organisations',
  地名: 'places',
  固定提法: 'phrases',
  提法: 'phrases',
  规范: 'preferred',
  规范写法: 'preferred',
  禁用: 'forbidden',
  禁用词: 'forbidden',
  姓名: 'name',
  名字: 'name',
  名称: 'name',
  职务: 'office',
  排名: 'rank',
  简称: 'short',
  别名: 'also',
  错: 'wrong',
  对: 'right',
  原因: 'why',
  理由: 'why',
  级别: 'level',
  例外: 'except',
  词: 'term',
  改为: 'instead'
}

export const sections: ReadonlySet<string> = new Set([
  'people',
  'organisations',
  'places',
  'phrases',
  'preferred',
  'forbidden'
])

const keys: ReadonlySet<string> = new Set([...sections, 'order', 'also', 'phrase', 'mend', ...Object.values(chinese)])

/** Words of the form that no paper has as a term; 领导 and 单位 may be terms. */
const formOnly: ReadonlySet<string> = new Set(['人物', '人名', '固定提法', '规范写法', '禁用词'])

/** Whether a word is a section or key of ours; of people also one in Chinese, since nobody is called 职务. */
export const isKey = (word: string, person: boolean): boolean =>
  keys.has(word.toLowerCase()) || (person ? Object.hasOwn(chinese, word) : formOnly.has(word))

type Item = Readonly<Record<string, unknown>>

/** Lists of single pairs, `- 顾廷章: 临溪县委书记`, as `- name: 顾廷章` with its office: an editor who mixes both forms means just that. */
export function withPairs(value: unknown): unknown {
  if (!isObject(value)) return value
  const people = inFull(value.people, 'name', 'office')
  const preferred = inFull(value.preferred, 'wrong', 'right')
  if (people === value.people && preferred === value.preferred) return value
  return {...value, ...(people !== undefined && {people}), ...(preferred !== undefined && {preferred})}
}

function inFull(section: unknown, main: string, pair: string): unknown {
  if (!Array.isArray(section) || !section.some((it) => pairOf(it) !== undefined)) return section
  return section.map((item) => {
    const key = pairOf(item)
    if (key === undefined) return item
    const inner = (item as Item)[key]
    return isObject(inner) ? {[main]: key, ...inner} : {[main]: key, [pair]: inner}
  })
}

/** Where in a file what `withPairs` has put at a path stands: people, 0, 顾廷章, office for people, 0, office. */
export function pathIn(value: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const [section, index, ...rest] = path
  if (rest.length === 0 || !isObject(value) || (section !== 'people' && section !== 'preferred')) return path
  const list = value[section]
  const key = Array.isArray(list) ? pairOf(list[index as number]) : undefined
  return key === undefined ? path : [section, index as number, key, ...rest]
}

/** The one key of an item that is a word of the house: not one of ours, nor perhaps one mistyped (`nmae`). */
function pairOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined
  const [key, more] = Object.keys(item)
  return key === undefined || more !== undefined || isKey(key, true) || /^[a-z]*$/.test(key) ? undefined : key
}

const isObject = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
