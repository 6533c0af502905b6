import type {Span} from '../rule/finding.ts'

const open = '⟦'
const close = '⟧'
/** `repeated-passage|`, `repeated-passage#1|`, `#1|`: whose finding it is, and which ends belong together. */
const header = /^(?<rule>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?(?:#(?<id>[\p{L}\p{N}_]+))?\|/u

/** One finding as the page marks it: all its places. */
export interface Mark {
  /** Absent where the mark does not name its rule. */
  readonly rule?: string
  /** Absent where the finding has one place. */
  readonly id?: string
  /** In the order of the page: UTF-16 offsets in the source without marks. */
  readonly spans: readonly Required<Span>[]
}

/** A page without its marks, and what they say. */
export interface Marked {
  readonly source: string
  readonly expected: readonly Mark[]
}

/**
 * Reads a page with marks for what must be found: `⟦text⟧` is a finding of one place, `⟦rule-name|text⟧` says whose it is,
 * `⟦rule-name#1|text⟧` and `⟦#1|text⟧` are the ends of a finding that has several. Marks may stand in one another.
 *
 * @param page which page of the issue it is, from 0
 * @throws where a mark is not closed, or not opened
 */
export function readMarks(text: string, page = 0): Marked {
  const marks: Mark[] = []
  const opened: {rule?: string; id?: string; start: number; line: number}[] = []
  let source = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === open) {
      const {0: skipped = '', groups: {rule, id} = {}} = header.exec(text.slice(at + 1, at + 100)) ?? {}
      opened.push({...(rule && {rule}), ...(id && {id}), start: source.length, line: lineAt(text, at)})
      at += skipped.length
    } else if (char === close) {
      const mark = opened.pop()
      if (!mark) throw new SyntaxError(`Line ${lineAt(text, at)}: “${close}” without its “${open}”`)
      const {line, start, ...rest} = mark
      marks.push({...rest, spans: [{page, start, end: source.length}]})
    } else source += char
  }
  const left = opened.pop()
  if (left) throw new SyntaxError(`Line ${left.line}: “${open}” without its “${close}”`)
  return {source, expected: joinMarks(marks)}
}

/** Ties the ends of each finding together: marks of one rule and id. */
export function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined = new Map<string | Mark, Mark>()
  for (const mark of marks) {
    const key = mark.id === undefined ? mark : `${mark.rule ?? ''}#${mark.id}`
    joined.set(key, {...mark, spans: [...(joined.get(key)?.spans ?? []), ...mark.spans].sort(byPlace)})
  }
  return [...joined.values()].sort((a, b) => byPlace(a.spans[0], b.spans[0]))
}

/** The way back: a page with its marks, as a test's complaint shows it. */
export function writeMarks(source: string, marks: readonly Mark[], page = 0): string {
  const signs = marks.flatMap(({rule = '', id, spans}) => {
    const head = `${rule}${id === undefined ? '' : `#${id}`}`
    return spans
      .filter((span) => span.page === page)
      .flatMap(({start, end}) => [
        // of marks that begin together the longest is outermost, and what ends here is closed before anything opens
        {at: start, rank: start === end ? [1, 0] : [2, -end], text: `${open}${head && `${head}|`}`},
        {at: end, rank: start === end ? [1, 1] : [0, -start], text: close}
      ])
  })
  signs.sort((a, b) => a.at - b.at || (a.rank[0] ?? 0) - (b.rank[0] ?? 0) || (a.rank[1] ?? 0) - (b.rank[1] ?? 0))
  let text = ''
  let from = 0
  for (const sign of signs) {
    text += source.slice(from, sign.at) + sign.text
    from = sign.at
  }
  return text + source.slice(from)
}

function byPlace(a: Span | undefined, b: Span | undefined): number {
  if (!a || !b) return 0
  return (a.page ?? 0) - (b.page ?? 0) || a.start - b.start || a.end - b.end
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
