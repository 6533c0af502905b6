import type {Term} from 'copylint'

/** An entry of the list, ready to be looked for. */
export interface Pleonasm extends Term {
  /** `asked`: many accept it. `disputed`: it is printed everywhere. */
  readonly kind: 'sure' | 'asked' | 'disputed'
  /** What may stand instead. `…` is what stands between the two halves. */
  readonly instead: readonly string[]
  /** What stands at the end of one with a gap: 左右. */
  readonly tail: string
}

/** The entries of the list. */
export function readEntries(list: string, disputed: boolean): Pleonasm[] {
  const entries: Pleonasm[] = []
  for (const line of list.split('\n')) {
    const kind = line.startsWith('?? ') ? 'disputed' : line.startsWith('? ') ? 'asked' : 'sure'
    if (line !== '' && (disputed || kind !== 'disputed')) entries.push(readLine(line, kind))
  }
  return entries
}

/** Only the first half is read at once: what else the line says is asked for when a page has that. */
function readLine(line: string, kind: Pleonasm['kind']): Pleonasm {
  const words = line.slice(marks[kind], line.indexOf(' → '))
  const gap = words.indexOf(words.includes('#') ? '#' : '…')
  const term = gap < 0 ? words : words.slice(0, gap)
  const tail = gap < 0 ? '' : words.slice(gap + 1)
  let rest: RegExp | undefined
  return {
    term,
    tail,
    kind,
    get instead() {
      const [, instead = ''] = (line.split(' ! ')[0] ?? '').split(' → ')
      return instead.replaceAll('#', '…').split('、')
    },
    get rest() {
      if (gap >= 0) rest ??= restOf(words, term, tail)
      return rest
    },
    get except() {
      return line.split(' ! ')[1]?.split(' ')
    }
  }
}

/** How long the mark of a kind is, with the blank behind it. */
const marks = {sure: 0, asked: 2, disputed: 3} as const

/** A few words of one clause. */
const someWords = '[^，。；：！？、,;:!?\\s“”‘’《》（）()…]{1,16}?'

/** 三十, 1.5万, 1,200, 三分之一. */
const digits = '(?:[0-9０-９.．一二两三四五六七八九十百千万亿零〇半几数多余到至—～~-]|,(?=[0-9]{3})|分之){1,14}'

/** 人, 万元, 个工作日. */
const unit = '[^，。；：！？、,;:!?\\s“”‘’《》（）()0-9]{0,4}?'

/** 以上 and 以下 go with the figure only: not with another (两名|五十岁以上的人), nor with a rank (一百家|规模以上企业, 一名|省级以上教练). */
const plainUnit =
  '(?:个百分点|(?!.?规模|[名位家所项个]?[^级以]{1,4}级|[名位家所项支][^以])[^，。；：！？、,;:!?\\s“”‘’《》（）()0-9０-９一二两三四五六七八九十百的]{0,4}?)'

const anyVerb = '[\\u3400-\\u9fff]{0,3}?'

/** What may stand before the figure: 大约|持续|二十分钟左右, 至少|有|三十人以上. After no others: 最低气温|十度以上 is right. */
const before: Readonly<Record<string, string>> = {
  大约: anyVerb,
  大概: anyVerb,
  大致: anyVerb,
  // not 约了三十人左右, 约在十点左右 (an appointment), 近了三米左右
  约: '(?:有|要|需要?|达到?|是|为|占|用|花费?|在(?![^，。]{1,8}[点时日号月]))?',
  近: '(?:有|达)?'
}
const verb = '(?:有|要|需要?|达到?|是|为|在|占|用|花费?|了)?'

/** What follows the first half. */
const restOf = (words: string, term: string, tail: string): RegExp =>
  new RegExp(
    (words.includes('#') ? (before[term] ?? verb) + digits + (tail.startsWith('以') ? plainUnit : unit) : someWords) +
      after(tail),
    'uy'
  )

/** 左右 is none in 左右两侧, 左右为难; 上下 none in 上下班. */
const after = (tail: string): string => `${tail}${others[tail] ?? ''}`

const others: Readonly<Record<string, string>> = {
  左右: '(?![两手为开侧岸边摇逢翼臂腿脚邻])',
  上下: '(?![级学班游一齐车楼午船求])'
}
