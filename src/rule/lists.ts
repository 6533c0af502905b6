import type {Texts} from './rule.ts'

/** A file of the house, decoded. `path` is as messages show it. */
export interface ListFile {
  readonly path: string
  readonly text: string
}

/** What a rule's `lists` is given. */
export interface ListHost<Options> {
  readonly options: Options
  /** Reads a file that the options name, from the folder of the config that names it. */
  readonly read: (path: string) => Promise<ListFile>
  /** What other rules load as well is loaded once: `share(loadLikeCharacters)`. */
  readonly share: <T>(load: () => Promise<T>) => Promise<T>
}

/** One mistake in a file of the house; line and column from 1, in UTF-16 units. */
export interface ListMistake extends Texts {
  readonly path: string
  readonly line?: number
  readonly column?: number
}

/** Mistakes in a file of the house, as an error that names them all. */
export function listFault(mistakes: readonly ListMistake[]): Error {
  return Object.assign(new Error(mistakes.map((it) => `${placeOfMistake(it)}${it.en}`).join('\n')), {mistakes})
}

/** `terms/people.yaml:3:5: `, before what is said of the place. */
export const placeOfMistake = ({path, line, column}: ListMistake): string =>
  `${[path, line, line && column].filter((it) => it !== undefined).join(':')}: `
