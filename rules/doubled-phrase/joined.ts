import type {Block, Characters, Printed, Severity, Use} from 'copylint'
import {isLetter, sentenceAt, spanIn, words} from 'copylint'
import type {Found} from './found.ts'
import {isHan, isOneLetter, isPaired, longest} from './found.ts'

/** What may stand before a name and make another of it: 副主任、主任, 小资产阶级、资产阶级, 南朝鲜、朝鲜. */
const prefix = /[副总小大半非反前原新老准正亚泛东西南北中上下超次旧全多单双各分子主]$/u

/** What goes on behind X as it does behind any: particles, verbs, and heads that both sides would share. */
const after =
  /^(?:精神|工作|思想|会议|方面|以来|期间|活动|在|于|将|要|已|等|是|为|了|把|被|对|向|从|由|就|都|也|还|均|并|而|应|能|会(?![计员长场])|可|强调|表示|指出|认为|要求|牵头|进行|负责(?!人)|介绍|决定|通报|召集|重要讲话|与会|昨|今|日前|近日|联合|共同|出席|高度|举行|召开|开展|组织|一起|分别|正式|再次|率先|积极|认真|切实|不断|全面|深入|大力|主动|及时|上|中|下|里|内|外|时|后|前|之)/u

/** What names a part or the people of X: no tail that X and X could share. */
const partOf = /^(?:下属|旗下|直属|所属|附属|机关|有关|及其|各)/u

/** What makes of X a longer name, an office or people of it: 全国人民代表大会和全国人民代表大会常务委员会. */
const longer =
  /^(?:常|委员|办公|主席|代表|书记|秘书|工作者|工作人员|人民|政府|党组|党委|机关|有关|所属|下属|直属|附属|各|及其|[人家者员界部局处室科所院会团组队军馆站司厅署台社])/u

/** From so many letters on X is a name or a clause, and cannot stand twice by the way words are built. */
const longPhrase = 6

/** What joins X and Y; 以及 by its last letter. */
const joints = '和与及暨、或'

/** A phrase joined with itself: 学习贯彻三中全会和三中全会精神. */
export function* findJoined(all: Characters, use: Use): Generator<Found> {
  let told = 0
  for (const {start, length, next} of repeatsAround(all)) {
    // 和和和和: what has been told is not told again from within
    if (start < told) continue
    const n = all.paragraphAt(start)
    const {block, article} = all.printed[n] as Printed
    if (article === undefined) continue
    const origin = all.starts[n] as number
    const [from, to] = [start - origin, next - origin]
    const phrase = block.text.slice(from, from + length)
    const joint = block.text.slice(from + length, to)
    const verdict = judge(block.text, phrase, joint, from, to + length)
    if (verdict === undefined) continue
    // 东部南部和南部: a short phrase may be the end of another word; a long one is told by the letter before it
    if (length < longPhrase && !startsWord(block, from, use)) continue
    told = next + length
    yield {
      id: 'joined',
      at: spanIn(block, to, to + length),
      severity: verdict,
      data: {phrase, joint},
      related: [{at: spanIn(block, from, from + length), label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...spanIn(block, from + length, to + length), text: ''}]}]
    }
  }
}

/** Letters that stand alike before a joint and behind it, by places: where they begin, and where they begin again. */
interface Repeat {
  readonly start: number
  readonly length: number
  readonly next: number
}

/** In the order of the text. Each joint is asked for, and few have the same on both sides. */
function repeatsAround({codes, at}: Characters): Repeat[] {
  const found: Repeat[] = []
  for (const joint of joints) {
    for (const place of at(joint.charCodeAt(0))) {
      const end = joint === '及' && codes[place - 1] === also ? place - 1 : place
      const length = widest(codes, end, place + 1)
      if (length > 0) found.push({start: end - length, length, next: place + 1})
    }
  }
  return found.sort((a, b) => a.next - b.next)
}

/** 以 of 以及 */
const also = 0x4ee5

/** The most letters that stand alike before the joint and behind it, from two on, no mark or blank among them; 0 for none. */
function widest(codes: Uint16Array, end: number, next: number): number {
  for (let length = longest; length >= 2; length--) {
    const start = end - length
    if (codes[start] !== codes[next] || codes[end - 1] !== codes[next + length - 1]) continue
    if (!isAgain(codes, start, end, next)) continue
    // 和和和和: one letter is no phrase, nor is any end of it
    if (isOne(codes, start, end)) return 0
    if (!/[，。；：！？…,;:!?\s]/u.test(String.fromCharCode(...codes.subarray(start, end)))) return length
  }
  return 0
}

/** Whether the same letters stand at another place, without the end of a paragraph among them. */
function isAgain(codes: Uint16Array, start: number, end: number, next: number): boolean {
  for (let i = start, j = next; i < end; i++, j++) if (codes[i] !== codes[j] || codes[i] === 0) return false
  return true
}

/** Whether one letter fills a stretch. */
function isOne(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (codes[i] !== codes[start]) return false
  return true
}

/** How sure it is that X和X is a slip; nothing where the page may mean it. */
function judge(text: string, phrase: string, joint: string, start: number, end: number): Severity | undefined {
  const before = text.slice(Math.max(0, start - 1), start)
  const behind = text.slice(end, end + 4)
  // 图书馆与图书馆之间: two of a kind
  if (/^(?:之间|之中|间|相互|互相|彼此|相连|相通|相比)/u.test(behind)) return undefined
  const plain = isHan(phrase)
  if (isOneLetter(phrase) || !/[\u3400-\u9fff]{2}/.test(phrase) || !isPaired(phrase)) return undefined
  // 县农业局和县农业局下属的农机站; 中心、中心白鹭滩管理站: a body and a part of it
  if (partOf.test(behind) || (joint === '、' && !mayFollow(behind))) return undefined
  // 2023年和2023年…: a figure that goes on, or values
  if (/\p{N}/u.test(phrase) && phrase.length < longPhrase) return undefined
  const goesOn = !mayFollow(behind)
  if (phrase.length >= longPhrase) {
    if (goesOn) return longer.test(behind) ? undefined : 'warning'
    return prefix.test(before) && plain ? 'warning' : 'error'
  }
  if (goesOn || prefix.test(before)) return undefined
  // a mark behind it: nothing can follow that would make another name of the second
  const closed = !isLetter(behind)
  if (phrase.length >= 3) return closed ? 'error' : 'warning'
  return closed && !/[\u3400-\u9fff]/.test(before) ? 'warning' : undefined
}

/** A mark, the end, or what says nothing of X. */
const mayFollow = (behind: string) => !isLetter(behind) || after.test(behind)

/** Whether a word begins at an index of the block's text; 小|资产阶级 does, 南|朝鲜 does too: the prefixes see to those. */
function startsWord(block: Block, index: number, use: Use): boolean {
  const sentence = sentenceAt(block, block.start + index)
  return sentence === undefined || index === 0 || use(words, sentence)(block.start + index)
}
