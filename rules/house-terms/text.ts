/** Text with full-width letters and digits made half-width, one for one: places stay (１９９０, ＡＰＰ). */
export function folded(text: string): string {
  return /[\uff10-\uff5a]/.test(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    : text
}

export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** Whether a term stands for itself: letters and digits do not go on beside it (5G in 25G, app in apple). */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (isAlphanumeric(text.charCodeAt(start)) && isAlphanumeric(text.charCodeAt(start - 1))) return false
  return !(isAlphanumeric(text.charCodeAt(end - 1)) && isAlphanumeric(text.charCodeAt(end)))
}

/** What comes behind a name in a newspaper: 林岚说, 林岚在…, 林岚同志. */
const behindName =
  /^(?:说|讲|问|答|在|到|等|和|与|及|对|向|为|是|的|把|将|率|带|一行|同志|先生|女士|表示|介绍|告诉|指出|强调|认为|要求|坦言|主持|出席|参加|作|致辞|宣布|调研|陪同|会见|任|当选|前往|来到|走|代表|深入|今|昨|近日|日前|还|也|就|从|以|说道|分别|先后|听取|检查|看望|慰问|担任|兼)/

export const namesBehind = (text: string, end: number): boolean => behindName.test(text.slice(end, end + 2))

/** Whether a name may end here: a name of two characters goes on in many longer ones (李明 in 李明辉). */
export function endsName(text: string, start: number, end: number): boolean {
  if (end >= text.length || !isHan(text.charCodeAt(end))) return true
  return end - start > 2 || namesBehind(text, end)
}

/** What comes before an office or a name that nothing belongs to: 由县长林岚, 昨天县长林岚. */
const beforeOffice = /(?:[日天年月晚午由和与及跟同是向对把让请被随给]|会见|看望|陪同|其中|以及|现任|新任|当选)$/

/** Whether what stands before an office is no part of it: 邻县县长 is another office, ，县长 is not. */
export function beginsOffice(text: string, start: number): boolean {
  return (
    start === 0 || !isHan(text.charCodeAt(start - 1)) || beforeOffice.test(text.slice(Math.max(0, start - 2), start))
  )
}
