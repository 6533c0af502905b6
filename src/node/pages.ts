import {readFileSync, statSync} from 'node:fs'
import type {Document, Format, ReadBytes, ReadText} from '../formats/format.ts'
import {isRefusal} from '../formats/format.ts'
import {formatOf} from '../formats/registry.ts'
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
  /** Its text; absent where the file is none. */
  readonly decoded?: Decoded
  readonly format: string
  readonly document: Document
}

/** A page that could not be read, and why. */
export interface UnreadPage {
  readonly path: string
  readonly unread: Texts
}

/** The largest file that is read, in bytes: a page is a thousand times smaller. */
const largest = 0x1fffffff

/** How pages are read. */
export interface ReadOptions {
  readonly encoding?: Encoding
  /** The formats there are, those of plugins first. */
  readonly formats: readonly Format[]
}

/** Reads a file as its format does; what cannot be read is said, not thrown. */
export async function readPage(file: InputFile, options: ReadOptions): Promise<ReadPage | UnreadPage> {
  const bytes = readBytes(file.absolute)
  return 'unread' in bytes ? {path: file.path, ...bytes} : openPage(file, bytes, options)
}

/** The text of a file, whatever its name; what cannot be read is said, not thrown. */
export function readText(absolute: string): {readonly text: string} | Pick<UnreadPage, 'unread'> {
  const bytes = readBytes(absolute)
  if ('unread' in bytes) return bytes
  try {
    return {text: decode(bytes).text}
  } catch (error) {
    return {unread: toTexts(error)}
  }
}

/** The bytes of a file; what cannot be read is said, not thrown. */
export function readBytes(absolute: string): Uint8Array | Pick<UnreadPage, 'unread'> {
  try {
    const stat = statSync(absolute)
    // a device or a pipe may give bytes for ever
    if (!stat.isFile() && !stat.isDirectory()) throw new Complaint(refusals.irregular)
    const {size} = stat
    if (size > largest) throw new Complaint({zh: '文件太大，不像是版面', en: 'the file is too large for a page'})
    return readFileSync(absolute)
  } catch (error) {
    return {unread: readTexts(error)}
  }
}

/** The same for bytes that were read already, of standard input. */
export async function openPage(
  file: InputFile,
  bytes: Uint8Array,
  {encoding, formats}: ReadOptions
): Promise<ReadPage | UnreadPage> {
  try {
    const format = formatOf(file.path, bytes, formats)
    const page = {...file, bytes, format: format.name}
    if (format.content === 'bytes') return {...page, document: ((await format.load()) as ReadBytes)(bytes)}
    const decoded = decode(bytes, encoding)
    return {...page, decoded, document: ((await format.load()) as ReadText)(decoded.text)}
  } catch (error) {
    return {path: file.path, unread: isRefusal(error) ? error.texts : toTexts(error)}
  }
}

function readTexts(error: unknown): Texts {
  if (error instanceof Complaint) return error.texts
  const {zh, en} = reasonOf(error)
  return {zh: `读不了这个文件（${zh}）`, en: `this file cannot be read (${en})`}
}
