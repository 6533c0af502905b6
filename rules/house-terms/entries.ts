import type {House, Level} from './schema.ts'
import {folded} from './text.ts'

export type Kind = 'people' | 'organisations' | 'places' | 'phrases' | 'preferred' | 'forbidden'

/** One entry of a file, whatever its form there. */
export interface Entry {
  readonly kind: Kind
  /** Which file, and where in it. */
  readonly file: number
  readonly path: readonly (string | number)[]
  /** What is right: the name, the phrase, the form that the house writes; of what is forbidden what to write instead, if anything. */
  readonly right?: string
  /** Other forms that are right. */
  readonly also: readonly string[]
  readonly wrong: readonly string[]
  /** Longer words in which what is wrong is right. */
  readonly except: readonly string[]
  readonly offices: readonly string[]
  /** The place in the order of precedence; absent where there is none. */
  readonly rank?: number
  readonly why?: string
  readonly level?: Level
  readonly mend?: 'safe' | 'unsafe' | 'none'
}

type Item = Readonly<Record<string, unknown>>

/** What stands for an object where it is a single text; and, where the list is written as pairs, what their keys and values are. */
const forms: Readonly<Record<Kind, {readonly main: string; readonly pair?: string}>> = {
  people: {main: 'name', pair: 'office'},
  organisations: {main: 'name'},
  places: {main: 'name'},
  phrases: {main: 'phrase'},
  preferred: {main: 'wrong', pair: 'right'},
  forbidden: {main: 'term'}
}

/** The entries of a file that its schema has found right, in the order of the file. */
export function* entriesOf(house: House, file: number): Generator<Entry> {
  for (const kind of Object.keys(forms) as Kind[]) {
    const section: unknown = house[kind]
    if (section === undefined) continue
    const items = [...itemsOf(section, kind)]
    const ranked = kind === 'people' && house.order !== false
    const byRank = ranked && items.some(({item}) => item.rank !== undefined)
    for (const [index, {item, path}] of items.entries()) {
      const rank = byRank ? (item.rank as number | undefined) : ranked ? index : undefined
      yield {...toEntry(kind, item), kind, file, path, ...(rank !== undefined && {rank})}
    }
  }
}

function* itemsOf(section: unknown, kind: Kind): Generator<{item: Item; path: (string | number)[]}> {
  const {main, pair = ''} = forms[kind]
  if (Array.isArray(section)) {
    for (const [index, item] of (section as (string | Item)[]).entries()) {
      yield {item: typeof item === 'string' ? {[main]: item} : item, path: [kind, index]}
    }
    return
  }
  for (const [key, value] of Object.entries(section as Readonly<Record<string, unknown>>)) {
    const plain = typeof value === 'string' || Array.isArray(value)
    yield {item: {[main]: key, ...(plain ? {[pair]: value} : (value as Item))}, path: [kind, key]}
  }
}

function toEntry(kind: Kind, item: Item): Omit<Entry, 'kind' | 'file' | 'path'> {
  const right = kind === 'preferred' ? item.right : kind === 'forbidden' ? item.instead : item[forms[kind].main]
  const wrong = kind === 'forbidden' ? item.term : item.wrong
  return {
    ...(typeof right === 'string' && {right: folded(right)}),
    also: listed(item.also ?? item.short),
    wrong: listed(wrong),
    except: listed(item.except),
    // 县委副书记、县长 are two
    offices: listed(item.office)
      .flatMap((it) => it.split(/[、，,；;]/).map((part) => part.trim()))
      .filter((it) => it !== ''),
    ...(typeof item.why === 'string' && {why: item.why}),
    ...(item.level !== undefined && {level: item.level as Level}),
    ...(item.mend !== undefined && {mend: item.mend as 'safe' | 'unsafe' | 'none'})
  }
}

const none: readonly string[] = []

const listed = (value: unknown): readonly string[] =>
  value === undefined ? none : (Array.isArray(value) ? (value as string[]) : [value as string]).map(folded)
