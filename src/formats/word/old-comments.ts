import type {Edit} from '../../rule/finding.ts'
import {rewrite} from '../plain.ts'
import {author, commentsOf} from './comments.ts'
import type {Package} from './package.ts'
import {attributeOf, elementsOf, localName, parsePart, type XmlElement} from './xml.ts'

/** The names of our bookmarks begin so: Word does not list names that begin with a line. */
export const bookmarkPrefix = '_copylint'

/**
 * Takes out the comments that copylint has made before, but for those that somebody has answered, and what Word keeps of them elsewhere.
 *
 * @param text the XML that a part has now
 * @returns the parts that this changes
 */
export function withoutOurs(file: Package, text: (part: string) => string): ReadonlyMap<string, string> {
  const part = commentsOf(file)
  if (part === undefined || !text(part).includes(author)) return new Map()
  const read = (name: string): Part => ({name, xml: text(name), root: parsePart(name, text(name))})
  const comments = read(part)
  const related = file.related(file.main)
  const beside = (kind: string): Part | undefined => {
    const name = related.get(kind)
    return name !== undefined && file.has(name) ? read(name) : undefined
  }
  const threads = beside('commentsExtended')
  const answered = new Set(elementsOf(threads?.root).flatMap((it) => attributeOf(it, 'paraIdParent') ?? []))
  const gone = elementsOf(comments.root).filter(
    (it) => attributeOf(it, 'author') === author && !paragraphIds(it).some((id) => answered.has(id))
  )
  if (gone.length === 0) return new Map()

  const ids = new Set(gone.map((it) => attributeOf(it, 'id')))
  const paragraphs = new Set(gone.flatMap(paragraphIds))
  const isOfThem = (it: XmlElement): boolean => paragraphs.has(attributeOf(it, 'paraId') ?? '')
  const durable = beside('commentsIds')
  const lasting = new Set(
    elementsOf(durable?.root)
      .filter(isOfThem)
      .map((it) => attributeOf(it, 'durableId'))
  )
  const extensible = beside('commentsExtensible')
  const main = read(file.main)
  const kept = rewrite(comments.xml, gone.map(toDeletion))
  return new Map(
    [
      without(comments, gone),
      without(main, marksOf(main.root, ids, kept)),
      threads && without(threads, elementsOf(threads.root).filter(isOfThem)),
      durable && without(durable, elementsOf(durable.root).filter(isOfThem)),
      extensible &&
        without(
          extensible,
          elementsOf(extensible.root).filter((it) => lasting.has(attributeOf(it, 'durableId')))
        )
    ].filter((it) => it !== undefined)
  )
}

interface Part {
  readonly name: string
  readonly xml: string
  readonly root: XmlElement
}

function without({name, xml}: Part, gone: readonly XmlElement[]): [string, string] {
  return [name, rewrite(xml, gone.map(toDeletion))]
}

const toDeletion = ({start, end}: XmlElement): Edit => ({start, end, text: ''})

/** Word tells comments by the id of their last paragraph. */
const paragraphIds = (comment: XmlElement): string[] =>
  elementsOf(comment).flatMap((it) => attributeOf(it, 'paraId') ?? [])

/** What stands for comments, and for our bookmarks, between the words. A comment that stays keeps the bookmarks that it leads to. */
function marksOf(root: XmlElement, ids: ReadonlySet<string | undefined>, kept: string): XmlElement[] {
  const found: XmlElement[] = []
  const bookmarks = new Set<string | undefined>()
  const look = (parent: XmlElement): void => {
    for (const element of elementsOf(parent)) {
      const name = localName(element.name)
      const id = attributeOf(element, 'id')
      const bookmark = name === 'bookmarkStart' ? attributeOf(element, 'name') : undefined
      const isBookmark = bookmark?.startsWith(bookmarkPrefix) && !kept.includes(`"${bookmark}"`)
      if (isBookmark) bookmarks.add(id)
      const isMark = /^commentR(?:ange(?:Start|End)|eference)$/.test(name) && ids.has(id)
      if (isBookmark || isMark || (name === 'bookmarkEnd' && bookmarks.has(id))) found.push(element)
      else if (name === 'r' && isAllReference(element, ids)) found.push(element)
      else look(element)
    }
  }
  look(root)
  return found
}

/** A run that was made for the sign of a comment goes with it. */
function isAllReference(run: XmlElement, ids: ReadonlySet<string | undefined>): boolean {
  const content = elementsOf(run).filter(({name}) => localName(name) !== 'rPr')
  return (
    content.length > 0 &&
    content.every((it) => localName(it.name) === 'commentReference' && ids.has(attributeOf(it, 'id')))
  )
}
