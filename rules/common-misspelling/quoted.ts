/** More characters within quotes are speech, not a name or a play on words. */
const longestTitle = 24

const opening = '“‘「『《〈〝"'
const closing = '”’」』》〉〞"'

/** Whether a form is set apart by quotes or title marks: alone in “默默无蚊”, or anywhere in a title, 《按步就班》. */
export function isSetApart(text: string, start: number, end: number): boolean {
  const [before, behind] = [text[start - 1], text[end]]
  if (before && behind && opening.includes(before) && closing.includes(behind)) return true
  const from = text.lastIndexOf('《', start)
  return (
    from >= 0 && start - from < longestTitle && !text.slice(from, start).includes('》') && text.indexOf('》', end) >= 0
  )
}

const spoken = /错别字|[错别]字|误[写作为用成]|[写错]成|写作|应[为作]|谐音|生造|混淆/u

/** Whether the words are about writing: “按步就班”应为“按部就班”. The right form beside the wrong one says so too. */
export function isOfWriting(text: string, start: number, end: number, right: string): boolean {
  const around = text.slice(Math.max(0, start - 30), start) + text.slice(end, end + 30)
  return spoken.test(around) && (around.includes(right) || isSetApart(text, start, end))
}
