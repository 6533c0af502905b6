import type {Characters, NameWords} from 'copylint'
import {side} from 'copylint'
import type {Kinds, NearInstitution} from './institutions.ts'
import {nearInstitutions} from './institutions.ts'
import type {Certainty} from './spots.ts'
import {isBesideName} from './spots.ts'
import type {Surroundings} from './surroundings.ts'

/** Characters that tell one institution from another: 第一中学, 第二中学; 县政府, 市政府. */
const telling = '一二三四五六七八九十百两甲乙丙省市县区镇乡村州旗盟国路街东南西北中上下左右前后大小高正副总分新老男女'

/** Lands that sound alike: 山西省, 陕西省. */
const lands = new Set(['山', '陕', '陝'])

/** Of any other character so many must be the same besides. */
const leastSame = 6

/** Institutions that are written otherwise in one place. */
export function* sameInstitutions(
  page: Characters,
  words: NameWords,
  kinds: Kinds,
  around: Surroundings
): Generator<{readonly near: NearInstitution; readonly certainty: Certainty}> {
  for (const near of nearInstitutions(page, around.text, words, kinds)) {
    const certainty = judgeInstitution(near, around)
    if (certainty > 0) yield {near, certainty}
  }
}

/** Whether the other form is the institution. */
export function judgeInstitution(near: NearInstitution, around: Surroundings): Certainty {
  const {text, alike} = around
  const {text: name, start, differs} = near
  const [usual = '', other = ''] = [name[differs], text[start + differs]]
  if (areTwo(usual, other)) return 0
  // 在｜溪县水利局
  if (differs === 0 && around.words.before(around.codes, start) === side.nothing) return 0
  if (alike(usual.charCodeAt(0), other.charCodeAt(0)) === undefined) return judgeAny(near, usual + other, around)
  if (name.length <= leastSame) return isBesideName(near, text) || hasWord(near, around, 1) ? 0 : 2
  // a long name is a slip of itself beside itself as well, but not in one breath: 佛教协会、道教协会
  const {length} = name
  if (text.startsWith(name, start + length + 1) || text.startsWith(name, start - length - 1)) return 0
  return hasWord(near, around, 2) ? 0 : 2
}

/** 市政府, 县政府; 山西省, 陕西省 */
const areTwo = (a: string, b: string): boolean =>
  (telling.includes(a) && telling.includes(b)) || (lands.has(a) && lands.has(b))

/** Any other character: in a long name, in a story that names it, and not in the first word, which is where it lies. */
function judgeAny(near: NearInstitution, both: string, around: Surroundings): Certainty {
  const {text: name, places, start, differs} = near
  if (differs < 2 || name.length <= leastSame || telling.includes(both.charAt(0)) || telling.includes(both.charAt(1)))
    return 0
  const story = around.storyOf(start)
  if (!places.some((place) => around.storyOf(place) === story) || isBesideName(near, around.text)) return 0
  return hasWord(near, around, 1) ? 0 : 1
}

/** Whether the other character makes so many words with those beside it: 林业局 for 农业局, where 林业 stands elsewhere. */
function hasWord({text: name, start, differs}: NearInstitution, {elsewhere}: Surroundings, least: 1 | 2): boolean {
  const before = differs > 0 && elsewhere(start + differs - 1)
  if (before === (least === 1)) return before
  return differs < name.length - 1 && elsewhere(start + differs)
}
