import {readFileSync, statSync} from 'node:fs'
import type {Texts} from '../rule/rule.ts'
import {Complaint, toTexts} from './complaint.ts'
import {type Decoded, decode, type Encoding} from './decode.ts'
import type {InputFile} from './files.ts'
import {reasonOf} from './reasons.ts'
import {refusals} from './walk.ts'

/** A page as it was read. */
export interface ReadPage extends InputFile {
  /** The whole file, with its byte order mark. */
  readonly bytes: Uint8Array
  readonly decoded: Decoded
}

/** A page that could not be read, and why. */
export interface UnreadPage {
  readonly path: string
  readonly unread: Texts
}

/** The largest file that is read, in bytes: a page is a thousand times smaller. */
const largest = 0x1fffffff

/** Reads and decodes a file; what cannot be read is said, not thrown. */
export function readPage(file: InputFile, encoding?: Encoding): ReadPage | UnreadPage {
  try {
    const stat = statSync(file.absolute)
    // a device or a pipe may give bytes for ever
    if (!stat.isFile() && !stat.isDirectory()) throw new Complaint(refusals.irregular)
    const {size} = stat
    if (size > largest) throw new Complaint({zh: '文件太大，不像是版面', en: 'the file is too large for a page'})
    return decodePage(file, readFileSync(file.absolute), encoding)
  } catch (error) {
    return {path: file.path, unread: readTexts(error)}
  }
}

/** Decodes bytes that were read already, of standard input. */
export function decodePage(file: InputFile, bytes: Uint8Array, encoding?: Encoding): ReadPage | UnreadPage {
  try {
    return {...file, bytes, decoded: decode(bytes, encoding)}
  } catch (error) {
    return {path: file.path, unread: toTexts(error)}
  }
}

function readTexts(error: unknown): Texts {
  if (error instanceof Complaint) return error.texts
  const {zh, en} = reasonOf(error)
  return {zh: `读不了这个文件（${zh}）`, en: `this file cannot be read (${en})`}
}
