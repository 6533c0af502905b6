/** A word of a group, by offset in its text. */
export interface Mention {
  readonly word: string
  readonly at: number
}

/** Two rows of one matter have so many other words in common. */
const leastShared = 2

/** A longer stretch holds more than one sentence. */
const longest = 200

/**
 * Whether two words of a group stand in two rows that tell of one matter: 讲授新闻写作与摄像、视频制作，提升了写作技巧、摄影实操、短视频制作水平. In one
 * row they are two things: 摄影、摄像.
 */
export function areInTwoRows(text: string, first: Mention, second: Mention): boolean {
  if (first.word.includes(second.word) || second.word.includes(first.word)) return false
  if (second.at - first.at > longest || /[。！？!?]/.test(text.slice(first.at, second.at))) return false
  const [a, b] = [clauseAt(text, first.at), clauseAt(text, second.at)]
  if (a === b || !a.includes('、') || !b.includes('、')) return false
  // a row that has both tells them apart
  if (a.includes(second.word) || b.includes(first.word)) return false
  let shared = 0
  for (let i = 0; i + 2 <= a.length && shared < leastShared; i++) {
    const pair = a.slice(i, i + 2)
    if (!/^[\u3400-\u9fff]{2}$/.test(pair) || first.word.includes(pair) || !b.includes(pair)) continue
    shared++
    i++
  }
  return shared >= leastShared
}

function clauseAt(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < longest && !isEnd(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && end - at < longest && !isEnd(text.charAt(end))) end++
  return text.slice(start, end)
}

const isEnd = (mark: string): boolean => '，；。！？：,;:!?'.includes(mark)
