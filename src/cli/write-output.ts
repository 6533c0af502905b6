import {putFile} from '../node/put.ts'
import {unwritable} from './outputs.ts'

/** Writes a report into a file: whole, or the one before stays. */
export function writeOutput(file: string, report: string): void {
  try {
    putFile(file, report)
  } catch (error) {
    throw unwritable(file, error)
  }
}
