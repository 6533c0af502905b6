import {toLines} from '../report/lines.ts'
import type {ListFile, ListMistake} from '../rule/lists.ts'
import type {Document} from './jsonc.ts'

/** A file of the house, read as data. */
export interface Data {
  /** Undefined where nothing is in the file, or nothing could be read. */
  readonly value: unknown
  /** What is wrong with its form: it is no JSON, no YAML. */
  readonly mistakes: readonly ListMistake[]
  /** Where the value at a path begins (or its key), from 1. */
  readonly placeOf: (path: readonly (string | number)[], part?: 'key' | 'value') => {line: number; column: number}
}

/** Reads a file as JSON (comments are fine) where it is called `.json` or `.jsonc`, as YAML else. Never throws for what is in it. */
export async function readData({path, text}: ListFile): Promise<Data> {
  const {value, faults, offsetOf} = await parse(path, text)
  let point: ReturnType<typeof toLines> | undefined
  const at = (offset: number) => {
    point ??= toLines(text)
    const {line, column} = point(offset)
    return {line, column}
  }
  return {
    value,
    mistakes: faults.map(({offset, texts}) => ({path, ...at(offset), ...texts})),
    placeOf: (keys, part) => at(offsetOf(keys, part))
  }
}

async function parse(path: string, text: string): Promise<Document> {
  if (/\.jsonc?$/i.test(path)) return (await import('./jsonc.ts')).parseJsonc(text)
  return (await import('./yaml.ts')).parseYaml(text)
}
