import {isHanCharacter} from 'copylint'

/** Text with full-width letters and digits made half-width, one for one: places stay (１９９０, ＡＰＰ). */
export function folded(text: string): string {
  return /[\uff10-\uff5a]/.test(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    : text
}

/** The same for one letter, as a UTF-16 unit. */
export const narrow = (code: number): number => (isAlphanumeric(code - fullWidth) ? code - fullWidth : code)

/** A half-width letter or digit made full-width. */
export const wide = (letter: string): string =>
  isAlphanumeric(letter.charCodeAt(0)) ? String.fromCharCode(letter.charCodeAt(0) + fullWidth) : letter

const fullWidth = 0xfee0

export const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** Whether a term stands for itself: letters and digits do not go on beside it (5G in 25G, app in apple). */
export function standsAlone(codes: Uint16Array, start: number, end: number): boolean {
  const isLetter = (place: number) => isAlphanumeric(narrow(codes[place] as number))
  return !(isLetter(start) && isLetter(start - 1)) && !(isLetter(end - 1) && isLetter(end))
}

/** What comes behind a name in a newspaper: 林岚说, 林岚在…, 林岚汇报. */
const behindName =
  /^(?:[说讲谈问答看听走去来到在等和与及对向给让把被将率带是为任的还也又已曾正则便就都均并从以于用今昨日]|一行|同志|先生|女士|老师|表示|介绍|告诉|指出|强调|认为|要求|希望|坦言|透露|解释|回忆|回应|主持|出席|列席|参加|参观|汇报|部署|察看|查看|视察|考察|调研|指导|督导|督查|督促|检查|巡查|慰问|接待|接见|会见|会谈|陪同|宣读|宣布|传达|通报|致辞|发言|发表|作了|作出|作为|作报告|提出|率领|前往|赶赴|深入|实地|现场|分别|先后|当选|担任|兼任|出任|应邀|签署|揭牌|颁奖|总结|代表|近日|日前|主要|专程|亲自|高度|充分|简要|详细|一起|共同|最后|首先)/

export const namesBehind = (text: string, end: number): boolean => behindName.test(text.slice(end, end + 2))

/** Whether a name may end here: a name of two characters goes on in many longer ones (李明 in 李明辉). */
export function endsName(text: string, start: number, end: number): boolean {
  if (end >= text.length || !isHanCharacter(text.charCodeAt(end))) return true
  return end - start > 2 || namesBehind(text, end)
}

/** What comes before an office or a name that nothing belongs to: 由县长林岚, 昨天县长林岚. */
const beforeOffice = /(?:[日天年月晚午由和与及跟同是向对把让请被随给]|会见|看望|陪同|中共|其中|以及|现任|新任|当选)$/

/** Whether what stands before an office is no part of it: 邻县县长 is another office, ，县长 is not. */
export function beginsOffice(text: string, start: number): boolean {
  return (
    start === 0 ||
    !isHanCharacter(text.charCodeAt(start - 1)) ||
    beforeOffice.test(text.slice(Math.max(0, start - 2), start))
  )
}
