import {isUtf8, transcode} from 'node:buffer'
import {type Kind, kindOf, wayOut} from '../formats/kinds.ts'
import type {Texts} from '../rule/rule.ts'
import {Complaint} from './complaint.ts'
import {asText, guessEncoding, likelier} from './guess.ts'
import {undecodable} from './undecodable.ts'

/** The encodings that pages come in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** A file's text, and what is needed to write it back as it was. */
export interface Decoded {
  /** Without the byte order mark, else as it is: never normalised. */
  readonly text: string
  readonly encoding: Encoding
  /** Whether a byte order mark stood before the text. */
  readonly bom: boolean
}

/** Other names that people and programs have for them. GBK and GB2312 are parts of GB18030. */
const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030'
}

const marks: readonly {readonly bytes: readonly number[]; readonly encoding: Encoding}[] = [
  {bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8'},
  {bytes: [0xff, 0xfe], encoding: 'utf-16le'},
  {bytes: [0xfe, 0xff], encoding: 'utf-16be'},
  {bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030'}
]

/** The encoding of a name as a user writes it: `GBK` → `gb18030`. */
export function toEncoding(name: string): Encoding | undefined {
  const lower = name.toLowerCase()
  return encodings.find((it) => it === lower) ?? aliases[lower]
}

/** How long the byte order mark of an encoding is, in bytes. */
export function markLength(encoding: Encoding): number {
  return marks.find((it) => it.encoding === encoding)?.bytes.length ?? 0
}

/**
 * The text of a file's bytes. The encoding is the forced one, else that of the byte order mark, else UTF-8, UTF-16 or GB18030,
 * whichever the bytes prove to be.
 *
 * @throws Complaint, in one sentence, for bytes that are no text (and what they seem to be) or that the encoding does not know
 * (and where)
 */
export function decode(bytes: Uint8Array, forced?: Encoding): Decoded {
  if (isUtf32(bytes)) throw new Complaint(utf32)
  const marked = marks.find((it) => it.bytes.every((byte, index) => bytes[index] === byte))?.encoding
  // an order mark of two bytes is the beginning of nothing else that we know
  const kind = marked ? undefined : kindOf(bytes)
  if (kind) throw new Complaint(notText(kind))
  if (forced !== undefined) {
    const real = marked ?? likelier(bytes, forced)
    if (real !== undefined && real !== forced) throw new Complaint(misnamed(forced, real))
    return decodeAs(bytes, forced, marked === forced)
  }
  return marked ? decodeAs(bytes, marked, true) : decodeAs(bytes, guessEncoding(bytes), false)
}

const isUtf32 = (bytes: Uint8Array): boolean =>
  ['fffe0000', '0000feff'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))

const utf32: Texts = {
  zh: '这是 UTF-32 编码，不支持；请另存为 UTF-8。',
  en: 'it is in UTF-32, which is not supported; save it as UTF-8.'
}

function misnamed(forced: Encoding, real: Encoding): Texts {
  const [wrong, right] = [forced.toUpperCase(), real.toUpperCase()]
  return {
    zh: `指定的编码 ${wrong} 不对，文件像是 ${right}`,
    en: `the encoding that was named, ${wrong}, is wrong: the file looks like ${right}`
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded {
  const content = bom ? bytes.subarray(markLength(encoding)) : bytes
  try {
    return {text: strictly(content, encoding), encoding, bom}
  } catch {
    throw new Complaint(undecodable(content, encoding, bytes.length - content.length))
  }
}

/** UTF-8 by way of UTF-16 takes a quarter of the time: both steps are made of many bytes at once. */
function strictly(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'utf-8') return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  if (!isUtf8(bytes)) throw new TypeError()
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

function notText(kind: Kind): Texts {
  const way = wayOut(kind) ?? asText
  return {
    zh: `这是${kind.name.zh}，不是纯文本；${way.zh}`,
    en: `this is ${kind.name.en}, not plain text; ${way.en}`
  }
}
