import type {Role} from '../tree/nodes.ts'
import {bareHeads} from './bare.ts'
import {datelineLength} from './dateline.ts'
import type {Draft} from './drafts.ts'
import {kindOf} from './kinds.ts'
import {markedHeads} from './marked.ts'

/** Which paragraphs belong together, and as what: fills `role` and `story` of each draft. */
export function assignRoles(drafts: readonly Draft[], source: string): void {
  const copy = drafts.filter((draft) => !draft.source)
  const texts = copy.map((draft) => source.slice(draft.textStart, draft.textEnd))
  for (const [i, draft] of copy.entries()) {
    // a head has a level: what is called one without it is judged as any line
    const given = draft.given !== undefined && isLine(draft.given) ? draft.given : undefined
    if (draft.level === 0) draft.role = given ?? kindOf(texts[i] as string) ?? 'body'
  }
  const opens = copy.some(({level}) => level > 0) ? markedHeads(copy, texts) : bareHeads(copy, texts)
  nameGiven(copy, opens)
  number(copy, texts, opens)
  frame(copy)
  sources(drafts)
}

/** Heads that the format names itself: a story begins at the first of those that stand together, and at a second headline. */
function nameGiven(copy: readonly Draft[], opens: boolean[]): void {
  let headed = false
  for (const [i, draft] of copy.entries()) {
    const follows = isHead(copy[i - 1]?.role)
    if (!follows) headed = false
    if (draft.given !== undefined && draft.level > 0 && !isLine(draft.given)) {
      draft.role = draft.given
      opens[i] = isHead(draft.role) && (!follows || (headed && draft.role !== 'deck'))
    }
    if (opens[i]) headed = false
    if (draft.role === 'headline') headed = true
  }
}

const isHead = (role: Role | undefined): boolean => role === 'kicker' || role === 'headline' || role === 'deck'

const isLine = (role: Role): boolean => !isHead(role) && role !== 'section' && role !== 'subhead'

/** Gives every paragraph its story. `opens[i]`: a head stands here that starts one. */
function number(copy: readonly Draft[], texts: readonly string[], opens: readonly boolean[]): void {
  let story = -1
  let inside = false
  // Whether the story has copy already, and no head since: then a dateline starts another.
  let bodied = false
  for (const [i, draft] of copy.entries()) {
    if (draft.role === 'section') {
      inside = false
      continue
    }
    const loose = draft.role === 'furniture' || draft.role === 'note'
    const headless = bodied && draft.role === 'body' && isNews(texts[i] as string)
    if (opens[i] || (!inside && !loose) || headless) {
      story++
      inside = true
      bodied = false
    }
    if (draft.role === 'body') bodied = true
    else if (draft.role === 'subhead') bodied = false
    if (inside) draft.story = story
  }
}

/** `本报讯（记者…）`, not `（本报记者 林岚）`: below the last paragraph of a story, it is of another whose head is missing. */
function isNews(text: string): boolean {
  return /[讯电]/.test(text.slice(0, datelineLength(text)))
}

/** Furniture at the end of a story is not the story's: 责任编辑：… below the last one on the page. */
function frame(copy: readonly Draft[]): void {
  let next = -1
  for (let i = copy.length - 1; i >= 0; i--) {
    const draft = copy[i] as Draft
    if (draft.role === 'furniture' && draft.story !== next) draft.story = -1
    else next = draft.story
  }
}

/** A comment or a line of dashes goes to the story that it is in the midst of. */
function sources(drafts: readonly Draft[]): void {
  let above = -1
  let next = -1
  const below = new Map<Draft, number>()
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as Draft
    if (draft.source) below.set(draft, next)
    else next = draft.story
  }
  for (const draft of drafts) {
    if (draft.source) draft.story = above === below.get(draft) ? above : -1
    else above = draft.story
  }
}
