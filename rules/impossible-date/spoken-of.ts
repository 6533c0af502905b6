import type {DateMention} from 'copylint'

/** 2月30日 as a title, or as a day that the copy itself says there is not: 把4月30日误印成4月31日, 日历上没有2月30日. */
export function isSpokenOf(text: string, {start, end}: DateMention): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 14)
  if (/[《〈][^》〉]*$/.test(before) && /^[^《〈]{0,12}[》〉]/.test(after)) return true
  return (
    /(?:没有|并无|哪有|哪来|不存在|误[写排印作成记为]|错[写印排成]|写成|写作|印成|排成|虚构|所谓)[^，。；]{0,4}$/.test(
      before
    ) || /^[”’」]?(?:[^，。；]{0,4}(?:不存在|根本没有|是没有的|有误|写错|印错|应为|系.{0,4}误))/.test(after)
  )
}
