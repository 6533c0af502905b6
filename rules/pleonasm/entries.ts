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
  return list
    .split('\n')
    .filter((line) => line !== '' && (disputed || !line.startsWith('?? ')))
    .map((line): Pleonasm => {
      const kind = line.startsWith('?? ') ? 'disputed' : line.startsWith('? ') ? 'asked' : 'sure'
      const [words = '', rest = ''] = line.replace(/^\?+ /u, '').split(' → ')
      const [instead = '', longer = ''] = rest.split(' ! ')
      const [term = '', tail] = words.split(/[…#]/u)
      return {
        term,
        tail: tail ?? '',
        kind,
        instead: instead.replaceAll('#', '…').split('、'),
        ...(tail !== undefined && {rest: restOf(words, term, tail)}),
        ...(longer !== '' && {except: longer.split(' ')})
      }
    })
}

/** A few words of one clause. */
const someWords = '[^，。；：！？、,;:!?\\s“”‘’《》（）()…]{1,16}?'

/** 三十人, 1.5万元, 1,200户, 50%, 30到40岁: a figure and its unit. */
const figure =
  '(?:[0-9０-９.．一二两三四五六七八九十百千万亿零〇半几数多余到至—～~-]|,(?=[0-9]{3})){1,14}[^，。；：！？、,;:!?\\s“”‘’《》（）()0-9]{0,4}?'

/** What may stand before the figure: 约|有三十人左右. */
const verb = '(?:有|要|需要?|达到?|是|为|在|占|用|花费?|了)?'

/** 大约持续|二十分钟左右. After no others: 最低气温|十度以上 is right. */
const anyVerb = '[\\u3400-\\u9fff]{0,3}?'
const hedges: ReadonlySet<string> = new Set(['大约', '大概', '大致'])

/** What follows the first half. */
const restOf = (words: string, term: string, tail: string): RegExp =>
  new RegExp((words.includes('#') ? (hedges.has(term) ? anyVerb : verb) + figure : someWords) + after(tail), 'uy')

/** 左右 is none in 左右两侧, 左右为难; 上下 none in 上下班. */
const after = (tail: string): string => `${tail}${others[tail] ?? ''}`

const others: Readonly<Record<string, string>> = {
  左右: '(?![两手为开侧岸边摇逢翼])',
  上下: '(?![级学班游一齐车楼午船])'
}
