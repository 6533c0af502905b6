import {hanRanges} from './chars.ts'
import type {Shape} from './shapes.ts'
import {hasUnit, isUnlike} from './shapes.ts'

/** How far a dateline may reach: `新华社北京11月29日电（记者……）` with four names. */
const longest = 90

const han = `[${hanRanges}]`
const figures = '[0-9０-９一二三四五六七八九十廿〇○]'
/** `（记者林岚 通讯员何苗）` behind 讯 or 电, or `记者林岚报道：`; then blanks or a colon. */
const reporter = '(?:[\\s　]*[（(][^（）()\\n]{1,60}[）)])?[\\s　]*[：:]?[\\s　]*'
const agency =
  '(?:本报|本刊|本台|本网|新华社|新华网|中新社|中新网|中国新闻网|人民网|央视网|塔斯社|路透社|法新社|美联社|朝中社)'

/**
 * Datelines as newspapers open a story with them. Each looks only at the start of the paragraph and is bounded.
 * Without the words behind 电 and 讯, `本报电话：…` and `新华社电讯稿` would be datelines; without those before them
 * `本报记者从市供电局获悉` and `本报接到喜讯`.
 */
const datelines: readonly Shape[] = [
  // 本报讯（记者林岚） · 新区讯 (记者林岚) · 据新华社北京3月2日电 · 本报上海三日专电（记者林岚）
  {
    first: '（(据本新中人央塔路法美朝',
    is: new RegExp(
      `^[（(]?据?${agency}[^，。；：！？“”《》\\n记从在到了接]{0,24}?(?:(?<![通电])讯(?![稿社员号息])|电(?![话视台影力信子脑商讯]))[）)]?${reporter}`,
      'u'
    )
  },
  {
    all: ['讯'],
    is: new RegExp(
      `^${han}{1,10}讯[\\s　]*[（(](?:全媒体|见习|首席|实习|特约|本报|融媒体?|${han}{0,4})(?:记者|通讯员|实习生)[^（）()\\n]{0,60}[）)][\\s　]*`,
      'u'
    )
  },
  {
    all: ['社', '日'],
    is: new RegExp(
      `^[（(]?据?${han}{2,6}社${han}{1,12}${figures}{1,3}(?:月${figures}{1,3})?日(?:${han}{0,2})[电讯][）)]?${reporter}`,
      'u'
    )
  },
  // 央视网消息（新闻联播）： · 本台消息：
  {
    all: ['消息'],
    is: /^(?:[（(])?(?:据)?(?:央视网|中国网络电视台|本台|本报|本网|新华网|人民网|中新网)消息(?:[（(][^（）()\n]{1,20}[）)])?[\s　]*[：:，,]?[\s　]*/u
  },
  // （本报记者 林岚） · （记者 林岚 通讯员 何苗）
  {
    first: '（(',
    is: /^[（(](?:本报|本刊|新华社|全媒体|见习|特约)?(?:全媒体|见习|特约|首席)?(?:记者|通讯员)[\s　]*[^（）()\n，。]{2,40}[）)][\s　]*/u
  },
  // 本报记者林岚 何苗报道：
  {
    first: '本',
    all: ['报道'],
    is: /^本报(?:全媒体|见习|特约|首席)?(?:记者|通讯员)[^，。；：！？“”《》\n]{2,30}(?:报道|摄影报道)[\s　]*[：:]?[\s　]*/u
  },
  // LONDON, March 3 (Reuters) —
  {
    first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    is: /^[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][a-z]+\.?(?: [A-Z]?[a-z]*)?)?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Za-z ]{2,30}\))? ?(?:—|–|--| - ) ?/u
  }
]

/**
 * The length of the dateline (电头/讯头) that a paragraph opens with, in UTF-16 units, blanks behind it included; 0 where it
 * has none. `本报讯（记者林岚）3月2日上午…` gives 9, and 3月2日 is where the news begins.
 *
 * @param text the paragraph without mark and indent
 */
export function datelineLength(text: string): number {
  if (!mayOpen(text)) return 0
  const head = text.slice(0, longest)
  for (const dateline of datelines) {
    const found = isUnlike(head, dateline) ? null : dateline.is.exec(head)
    if (found) return found[0].length
  }
  return 0
}

/** Whether a paragraph opens with a dateline, as the first of a story does. */
export function isDateline(text: string): boolean {
  return datelineLength(text) > 0
}

/** Most paragraphs open otherwise, and are not worth seven expressions. */
function mayOpen(text: string): boolean {
  const first = text.charCodeAt(0)
  if (!(first >= 0x41 && first <= 0x5a) && !hasUnit(openers, first) && !isNamed(text)) return false
  return /^(?:.{0,30}[讯电]|.{0,12}(?:消息|记者|通讯员)|[A-Z]{3})/u.test(text.slice(0, 60))
}

/** What all datelines begin with but those that begin with a name: 新区讯, 安哥拉通讯社罗安达3月2日电. */
const openers = '（(据本新中人央塔路法美朝'

/** So far 讯 or 社 may be behind a bracket, 据 and a name, of ten characters that take two units each. */
const longestName = 22

function isNamed(text: string): boolean {
  const end = Math.min(text.length, longestName)
  for (let i = 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x8baf || code === 0x793e) return true
  }
  return false
}
