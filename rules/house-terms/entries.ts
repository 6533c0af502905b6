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
  readonly right: string | undefined
  /** Other forms that are right. */
  readonly also: readonly string[]
  readonly wrong: readonly string[]
  /** Longer words in which what is wrong is right. */
  readonly except: readonly string[]
  readonly offices: readonly string[]
  /** The place in the order of precedence; absent where there is none. */
  readonly rank: number | undefined
  readonly why: string | undefined
  readonly level: Level | undefined
  readonly mend: 'safe' | 'unsafe' | 'none' | undefined
}

type Item = Readonly<Record<string, unknown>>

/** What stands for an object where it is a single text; and, where a section is written as pairs, what their values are. */
const forms: Readonly<Record<Kind, {readonly main: string; readonly pair?: string}>> = {
  people: {main: 'name', pair: 'office'},
  organisations: {main: 'name'},
  places: {main: 'name'},
  phrases: {main: 'phrase'},
  preferred: {main: 'wrong', pair: 'right'},
  forbidden: {main: 'term'}
}

/**
 * The entries of a file, in its order.
 *
 * @param wrong what its schema has found wrong: sections (`people`), and entries (`people/3`), that are left out
 */
export function entriesOf(house: House, file: number, wrong: ReadonlySet<string> = new Set()): Entry[] {
  const entries: Entry[] = []
  for (const kind of Object.keys(forms) as Kind[]) {
    const section: unknown = house[kind]
    if (section === undefined || wrong.has(kind)) continue
    const order = kind === 'people' && house.order !== false ? (hasRanks(section) ? 'rank' : 'list') : 'none'
    const add = (main: unknown, item: Item | undefined, pair: unknown, key: string | number) => {
      const rank = order === 'list' ? entries.length : order === 'rank' ? (item?.rank as number | undefined) : undefined
      entries.push(toEntry(kind, main, item, pair, file, [kind, key], rank))
    }
    const {main} = forms[kind]
    if (Array.isArray(section)) {
      for (let i = 0; i < section.length; i++) {
        if (wrong.has(`${kind}/${i}`)) continue
        const item = section[i] as string | Item
        if (typeof item === 'string') add(item, undefined, undefined, i)
        else add(item[main], item, undefined, i)
      }
    } else {
      const pairs = section as Readonly<Record<string, string | string[] | Item>>
      for (const key of Object.keys(pairs)) {
        if (wrong.has(`${kind}/${key}`)) continue
        const value = pairs[key]
        const plain = typeof value === 'string' || Array.isArray(value)
        add(key, plain ? undefined : (value as Item), plain ? value : undefined, key)
      }
    }
  }
  return entries
}

const hasRanks = (section: unknown): boolean =>
  Object.values(section as object).some((it) => typeof it === 'object' && it !== null && 'rank' in it)

/** Fifty thousand of these are made: all of one shape, nothing copied twice. */
function toEntry(
  kind: Kind,
  main: unknown,
  item: Item | undefined,
  pair: unknown,
  file: number,
  path: Entry['path'],
  rank: number | undefined
): Entry {
  const isWrong = kind === 'preferred' || kind === 'forbidden'
  const right = kind === 'preferred' ? (pair ?? item?.right) : kind === 'forbidden' ? item?.instead : main
  return {
    kind,
    file,
    path,
    right: right === undefined ? undefined : word(right as string),
    also: listed(item?.also ?? item?.short),
    wrong: listed(isWrong ? main : item?.wrong),
    except: listed(item?.except),
    offices: kind === 'people' ? officesIn(pair ?? item?.office) : none,
    rank,
    why: item?.why as string | undefined,
    level: item?.level as Level | undefined,
    mend: item?.mend as Entry['mend']
  }
}

const none: readonly string[] = []

const word = (text: string): string => folded(text.trim())

function listed(value: unknown): readonly string[] {
  if (value === undefined) return none
  return Array.isArray(value) ? (value as string[]).map(word) : [word(value as string)]
}

/** 县委副书记、县长 are two. */
function officesIn(value: unknown): readonly string[] {
  // 县委副书记（主持全面工作） is on the page without what is in brackets
  const written = listed(value)
  // most are one office, and nothing else
  if (!written.some((it) => /[（(、，,；;]/.test(it))) return written
  const offices = written.map((it) => it.replace(/[（(][^（）()]*[）)]/g, '').trim())
  return offices.flatMap((it) => it.split(/[、，,；;]\s*/)).filter((it) => it !== '')
}
