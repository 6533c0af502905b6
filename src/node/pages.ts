import {readFileSync, statSync} from 'node:fs'
import type {Texts} from '../rule/rule.ts'
import {Complaint, toTexts} from './complaint.ts'
import {type Decoded, decode, type Encoding} from './decode.ts'
import type {InputFile} from './files.ts'

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

/** What the system's codes mean. */
const codes: Readonly<Record<string, Texts>> = {
  ENOENT: {zh: '找不到这个文件', en: 'there is no such file'},
  EACCES: {zh: '没有权限读这个文件', en: 'you may not read this file'},
  EPERM: {zh: '没有权限读这个文件', en: 'you may not read this file'},
  EISDIR: {zh: '这是文件夹', en: 'this is a folder'}
}

/** Reads and decodes a file; what cannot be read is said, not thrown. */
export function readPage(file: InputFile, encoding?: Encoding): ReadPage | UnreadPage {
  try {
    const {size} = statSync(file.absolute)
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
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof Complaint || code === undefined) return toTexts(error)
  return codes[code] ?? {zh: `读不了这个文件（${code}）`, en: `this file cannot be read (${code})`}
}
