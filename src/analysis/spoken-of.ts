/**
 * Whether the words from `start` to `end` of a text are a title or a quotation, or words that the copy itself calls wrong: 《2月30日》,
 * 把4月30日误印成4月31日, 日历上没有2月30日, “12月3日至11月28日”这样的写法. Looks at the characters beside them only.
 */
export function isSpokenOf(text: string, {start, end}: {readonly start: number; readonly end: number}): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 50)
  if (/[《〈][^》〉]*$/.test(before) && /^[^《〈]{0,12}[》〉]/.test(after)) return true
  if (/[“‘「『"]$/.test(before) && /^[,.，。]?[”’」』"]/.test(after)) return true
  return calledWrong.test(before) || wrongBehind.test(after) || denied.test(after)
}

const calledWrong =
  /(?:没有|并无|哪有|哪来|不存在|误[写排印作成记为]|错[写印排成]|写成了?|写作|印成|排成|虚构|所谓)[^，。；]{0,4}$/

const wrongBehind =
  /^[”’」』]?(?:(?:这样|这种|之类|一类)的|[^，。；]{0,4}(?:不存在|根本没有|是没有的|有误|写错|印错|记错|应为|系.{0,4}误))/

/** 4月31日、6月31日，这些日子都不存在; 1900年2月29日（这一年不是闰年） */
const denied = /^[^。！？；]{0,40}(?:不存在|(?:并非|不是)闰年|没有这[一些]?[天日])/
