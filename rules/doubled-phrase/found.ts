import type {Finding} from 'copylint'

/** What the three searches of this rule find. */
export type Found = Finding<'joined' | 'twice' | 'member', 'first' | 'drop'>

/** A phrase is at most so long, in UTF-16 units; longer repeats are passages. */
export const longest = 40

/** Whether a text is of Han characters only. */
export const isHan = (text: string) => /^[\u3007\u3400-\u9fff]+$/.test(text)

/** Whether a text is one letter again and again: 哈哈哈. */
export const isOneLetter = (text: string) => [...text].every((letter) => letter === text[0])

/** Whether every mark that opens in a phrase closes in it: ”、“ is no phrase. */
export const isPaired = (phrase: string) =>
  ['“”', '‘’', '《》', '（）', '()', '〈〉'].every(
    (pair) => phrase.split(pair[0] ?? '').length === phrase.split(pair[1] ?? '').length
  )
