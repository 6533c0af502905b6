import type {Slip} from './text.ts'
import {figuresBefore, isDigit} from './text.ts'

/**
 * What is counted. Words that number instead are none of them: 3、4号楼, 五、六月, 二、三产业, 三、四年级, 七、八十年代; behind places in a
 * contest stands a mark: 金牌榜2、3名。
 */
const unit =
  /(?:多|余)?(?:(?:十(?!年代|[一二三四五六七八九])|百|千)[万亿]?|[万亿]|个(?!季度)|天|年(?![级代度])|周?岁|人(?!称)|次(?!列车|航班)|倍|美?元|块|分钱|分钟|秒钟|小时|钟头|点钟|星期|公里|里(?!程)|[厘毫]?米|公分|尺|丈|公?斤|吨|亩|公顷|平方|立方|成|台|家(?![庭具电])|户|辆|趟|遍|件|只|匹|棵|株|艘|架|句|[名位](?=[\u4e00-\u9fff])(?![的和与是为])|种|所|处|批|盏|头|套|张|口(?!岸))/uy

/** What numbers or lists instead of counting loosely: 第3、4次, 分别用了3、4天, 获3、4名, A3、4. */
const numbered =
  /(?:第[^，。；,;]{0,5}|分别[^，。；,;]{0,6}|依次[^，。；,;]{0,4}|各[^，。；,;]{0,2}|[获列居前]|[A-Za-z\-—～~:：∶.．、\d０-９一二三四五六七八九十百千万两零〇○])$/u

/** An approximate number with 、 between its figures, or in Arabic ones: 3、4天, 三、四天; and 20几 with 几. */
export function* findApproximate(text: string, isOld: () => boolean): Generator<Slip> {
  for (let i = text.indexOf('、'); i >= 0; i = text.indexOf('、', i + 1)) {
    const low = figureAt(text, i - 1)
    if (low === 0) continue
    const high = figureAt(text, i + 1)
    const isArabic = isDigit(text.charCodeAt(i - 1))
    if (isArabic !== isDigit(text.charCodeAt(i + 1)) || !(high === low + 1 || (low === 3 && high === 5))) continue
    unit.lastIndex = i + 2
    const match = unit.exec(text)
    if (!match || numbered.test(text.slice(Math.max(0, i - 9), i - 1))) continue
    if (!isArabic && isOld()) continue
    const start = i - 1
    yield {id: 'approximate', start, end: i + 2 + match[0].length, data: {right: inHan(low, high) + match[0]}}
  }
  for (let i = text.indexOf('几'); i >= 0; i = text.indexOf('几', i + 1)) {
    const tens = tensBefore(text, i)
    if (tens === 0) continue
    const right = `${tens > 1 ? (digits[tens - 1] ?? '') : ''}十几`
    yield {id: 'approximate', start: i - 2, end: i + 1, data: {right}}
  }
}

/** 2 in 20几岁; 0 in 2020几, 第20几. */
function tensBefore(text: string, end: number): number {
  if (!/[0０]/u.test(text.charAt(end - 1)) || /[第\-.．、A-Za-z\d０-９]/u.test(text.charAt(end - 3))) return 0
  return isDigit(text.charCodeAt(end - 2)) ? figureAt(text, end - 2) : 0
}

const digits = '一二三四五六七八九'

/** 3, ３ and 三 are 3; all else is 0. */
function figureAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code >= 0x31 && code <= 0x39) return code - 0x30
  if (code >= 0xff11 && code <= 0xff19) return code - 0xff10
  return digits.indexOf(text.charAt(index) || '?') + 1
}

/** 一二 is said 一两. */
const inHan = (low: number, high: number) => (digits[low - 1] ?? '') + (low === 1 ? '两' : (digits[high - 1] ?? ''))

/** Behind a hundred or thousand that counts. Others are units and names: 3千克, 5千瓦, 10百强. */
const counted =
  /^(?:[多余几]|零[一二三四五六七八九\d０-９]|[\d０-９]+[百十]?|[万亿元名人个块斤吨亩户套辆台件次只头]|公[斤里]|美元|日元|英镑|欧元|平方|立方)/u

/** What belongs to the number itself: 4千万, 1千5百. */
const shown = /^(?:[\d０-９]+[百十]?|[万亿]+)/u

/** A number in two kinds of figures: 1千5百, 3千多人. Only 万 and 亿 may stand with Arabic ones. */
export function* findMixed(text: string): Generator<Slip> {
  let told = 0
  for (const thousand of ['千', '百']) {
    for (let i = text.indexOf(thousand); i >= 0; i = text.indexOf(thousand, i + 1)) {
      if (i < told || !isDigit(text.charCodeAt(i - 1))) continue
      const start = figuresBefore(text, i)?.start ?? i
      // 2012百强县 and A5百 are names, 1.5千 is another slip
      if (i - start > 2 || /[第A-Za-z.．\-—、百千]/u.test(text.charAt(start - 1))) continue
      const match = counted.exec(text.slice(i + 1, i + 8))
      if (!match) continue
      told = i + 1 + (shown.exec(match[0])?.[0].length ?? 0)
      yield {id: 'mixed', start, end: told}
    }
    told = 0
  }
}
