import type {Fix, Span, TiedStory} from 'copylint'
import {removal} from 'copylint'

/** The mend: the closing behind the last paragraph of the story that it belongs to. None where it is printed twice: which one is to stay? */
export function move(
  {body, rest, closing}: TiedStory,
  home: TiedStory,
  text: (span: Span) => string
): {fixes?: [Fix<'move'>]} {
  const before = rest.at(-1)?.block
  const last = home.body.at(-1)?.block
  if (!closing || !before || !last || closing !== body.at(-1)) return {}
  const {block} = closing
  const {page} = block
  const gap = text({page, start: before.end, end: block.start})
  if (gap.trim() !== '') return {}
  return {
    fixes: [
      {
        title: 'move',
        safety: 'unsafe',
        edits: [
          removal(block, text),
          {
            page: last.page,
            start: last.end,
            end: last.end,
            text: gap + text({page, start: block.start, end: block.end})
          }
        ]
      }
    ]
  }
}
