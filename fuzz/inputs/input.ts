import type {Dice} from '../dice.ts'

/** A file to be thrown at copylint. */
export interface Input {
  /** Its extension says the format. */
  readonly name: string
  /** Text may hold what no encoding can (half a pair); bytes may be no text. */
  readonly content: string | Uint8Array
  /** The same, longer: at least so many characters. Of inputs that are one thing again and again. */
  readonly grown?: (characters: number) => string
}

/** Makes an input by chance. */
export type Maker = (dice: Dice) => Input

/** An input of this name is no page, but the config that a page is linted with. */
export const configName = '.lintrc.json'
