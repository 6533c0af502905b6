import type {Edit} from '../../rule/finding.ts'
import type {Stretch} from '../format.ts'
import {rewrite} from '../plain.ts'
import {type CommentText, commentXml, openComments} from './comments.ts'
import {type Names, namesOf} from './names.ts'
import {bookmarkPrefix, withoutOurs} from './old-comments.ts'
import {openWord} from './open.ts'
import type {WordDocument} from './read.ts'
import {type Anchor, createAnchors, type Spot} from './spots.ts'
import {parsePart} from './xml.ts'

/** A comment for the margin of a Word file. */
export interface WordComment {
  /** The words of the copy that it is about. */
  readonly at: Stretch
  /** @param away where the words stand, if the comment cannot stand there: it stands at what shows them, and has to say so */
  text(away: Anchor['away']): CommentText
}

/** A Word file with comments. */
export interface Annotated {
  readonly bytes: Uint8Array
  /** How many comments it has got. */
  readonly comments: number
}

/**
 * The file of a document with comments, each anchored on its words. Comments that copylint has made before are taken out, but for those that
 * somebody has answered; all words, and all other parts, stay as they are. The same comments make the same bytes.
 *
 * @throws a refusal where the comments that are in the file cannot be read: one sentence
 */
export function annotate(document: WordDocument, comments: readonly WordComment[]): Annotated {
  const {file, changed} = document
  const {main} = file
  const parts = new Map(changed)
  const textOf = (part: string): string => parts.get(part) ?? file.text(part)
  for (const [part, xml] of withoutOurs(file, textOf)) parts.set(part, xml)
  const model = openWord(file, parts)
  const xml = textOf(main)
  const root = parsePart(main, xml)
  const anchorOf = createAnchors(model, main, root)
  const anchored = comments.flatMap(({at, text}) => {
    const anchor = anchorOf(at)
    return anchor ? [{anchor, text: text(anchor.away)}] : []
  })
  if (anchored.length > 0) {
    const part = openComments(file, textOf)
    const marks = createMarks(xml, namesOf(root))
    const bookmarkOf = (at: Stretch): string | undefined => {
      const anchor = anchorOf(at)
      return anchor && marks.bookmark(anchor)
    }
    const added = anchored.map(({anchor, text}, i) => {
      marks.comment(anchor, part.freeId + i)
      return commentXml(part.names, part.freeId + i, text, bookmarkOf)
    })
    parts.set(main, rewrite(xml, marks.edits()))
    for (const [name, text] of part.with(added)) parts.set(name, text)
  }
  return {bytes: parts.size === 0 ? document.toBytes() : file.with(parts), comments: anchored.length}
}

/** What stands at a spot, in this order: what ends here, then what is here, then what begins. */
interface Marks extends Spot {
  readonly ends: string[]
  readonly whole: string[]
  readonly starts: string[]
}

/** The marks for comments and bookmarks in the XML of the body, as they are collected. */
function createMarks(xml: string, names: Names) {
  const {tag, element, attribute} = names
  const freeId = createIds(xml)
  const spots = new Map<number, Marks>()
  const bookmarks = new Map<string, string>()
  let last = 0
  for (const [, number] of xml.matchAll(/"_copylint(\d{1,9})"/g)) last = Math.max(last, Number(number))

  const at = (spot: Spot): Marks => {
    const known = spots.get(spot.at) ?? {...spot, ends: [], whole: [], starts: []}
    spots.set(spot.at, known)
    return known
  }
  const mark = ({start, end}: Anchor, first: string, last: string): void => {
    if (start.at === end.at) at(start).whole.push(first + last)
    else {
      at(start).starts.push(first)
      at(end).ends.push(last)
    }
  }
  return {
    comment: (anchor: Anchor, number: number): void => {
      const id = attribute('id', number)
      const properties = element('rPr', tag('sz', attribute('val', 16)))
      const sign = element('r', properties + tag('commentReference', id))
      mark(anchor, tag('commentRangeStart', id), tag('commentRangeEnd', id) + sign)
    },
    /** The name of a bookmark on words that comments lead to. */
    bookmark: (anchor: Anchor): string => {
      const place = `${anchor.start.at} ${anchor.end.at}`
      const known = bookmarks.get(place)
      if (known !== undefined) return known
      const name = `${bookmarkPrefix}${++last}`
      bookmarks.set(place, name)
      const id = attribute('id', freeId())
      mark(anchor, tag('bookmarkStart', id + attribute('name', name)), tag('bookmarkEnd', id))
      return name
    },
    edits: (): Edit[] => toEdits([...spots.values()], freeId)
  }
}

function toEdits(marks: readonly Marks[], freeId: () => number): Edit[] {
  const edits = new Map<string, Edit>()
  for (const {at, close, open, ends, whole, starts, also} of marks) {
    const text = [close, ...ends, ...whole, ...starts, withIds(open, freeId)].join('')
    edits.set(`${at}`, {start: at, end: at, text})
    // two spots in one text need the same
    for (const edit of also) edits.set(`${edit.start} ${edit.end}`, edit)
  }
  return [...edits.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Tracked changes of a run's look have ids, which its second half must not share. */
const withIds = (open: string, freeId: () => number): string =>
  open.replace(/(<[^<>]*Change\s[^<>]*?:id\s*=\s*["'])\d+/g, (_, before: string) => `${before}${freeId()}`)

/** Ids above all that changes and bookmarks have. */
function createIds(xml: string): () => number {
  let last = 0
  for (const [, id] of xml.matchAll(/:id\s*=\s*["'](\d{1,9})["']/g)) last = Math.max(last, Number(id))
  return () => ++last
}
