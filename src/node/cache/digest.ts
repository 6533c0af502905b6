import {createHash} from 'node:crypto'

/** Tells contents apart: 64 digits. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
