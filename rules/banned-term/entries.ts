import type {Term} from 'copylint'

/** The classes of the list. */
export const classes = ['society', 'law', 'people', 'territory', 'world', 'careful'] as const
export type Class = (typeof classes)[number]

/** A term that is not printed. */
export interface Banned extends Term {
  readonly class: Class | 'house'
  /** It has lawful uses. */
  readonly asked: boolean
  /** What may stand instead; `…` for what stands between the two halves. */
  readonly instead: readonly string[]
  /** What stands at the end of one with a gap: 亲自. */
  readonly tail: string
  /** Why the house does not print it. */
  readonly why?: string
}

/** The terms of the classes that are asked for. */
export function readBanned(list: string, wanted: readonly Class[]): Banned[] {
  return list.split('\n= ').flatMap((section) => {
    const [name, ...lines] = section.split('\n')
    const found = wanted.find((it) => it === name)
    return found ? lines.filter((line) => line !== '').map((line) => readLine(line, found)) : []
  })
}

function readLine(line: string, name: Class): Banned {
  const asked = line.startsWith('? ')
  const [words = '', rest = ''] = (asked ? line.slice(2) : line).split(' → ')
  const [instead = '', longer = ''] = rest.split(' ! ')
  const [term = '', tail] = words.split('…')
  return {
    term,
    tail: tail ?? '',
    class: name,
    asked,
    instead: instead.split('、'),
    ...(tail !== undefined && {rest: new RegExp(`[^，。；：！？、,;:!?\\s“”‘’《》（）()]{0,10}?${tail}`, 'uy')}),
    ...(longer !== '' && {except: longer.split(' ')})
  }
}
