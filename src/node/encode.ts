import type {Piece} from '../fix/pieces.ts'
import {type Decoded, type Encoding, markLength} from './decode.ts'

/** Makes bytes of text. */
export type Encoder = (text: string) => Uint8Array

/** The encoder of an encoding. GB18030, which no runtime writes, comes from iconv-lite, loaded when it is wanted. */
export async function createEncoder(encoding: Encoding): Promise<Encoder> {
  if (encoding === 'utf-8') return (text) => new TextEncoder().encode(text)
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16()
  const {default: iconv} = await import('iconv-lite')
  return (text) => iconv.encode(text, 'gb18030')
}

/** Whether text comes back from its bytes as it was: halves of surrogate pairs do not, nor what the encoding has no place for. */
export function canEncode(text: string, encoding: Encoding, encode: Encoder): boolean {
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(encode(text)) === text
  } catch {
    return false
  }
}

/**
 * The bytes of a page after mending: those of its untouched stretches as they stood in the file, and new text encoded.
 *
 * @param bytes the file, with its byte order mark
 */
export function encodePieces(
  bytes: Uint8Array,
  {text, encoding, bom}: Decoded,
  pieces: readonly Piece[],
  encode: Encoder
): Uint8Array {
  const skipped = bom ? markLength(encoding) : 0
  const offsets = pieces.flatMap((piece) => ('text' in piece ? [] : [piece.start, piece.end]))
  const places = byteOffsets(bytes.subarray(skipped), text, encoding, offsets)
  const chunks = pieces.map((piece) => {
    if ('text' in piece) return encode(piece.text)
    return bytes.subarray(skipped + (places.get(piece.start) ?? 0), skipped + (places.get(piece.end) ?? 0))
  })
  return concat([bytes.subarray(0, skipped), ...chunks])
}

/**
 * Where UTF-16 offsets of a text lie in its bytes.
 *
 * @param bytes without the byte order mark
 * @throws RangeError where the bytes are not those of the text
 */
export function byteOffsets(
  bytes: Uint8Array,
  text: string,
  encoding: Encoding,
  offsets: readonly number[]
): Map<number, number> {
  const places = new Map<number, number>()
  let at = 0
  let byte = 0
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (at < offset) {
      const code = text.codePointAt(at) ?? 0
      byte += bytesOf(bytes, byte, code, encoding)
      at += code > 0xffff ? 2 : 1
    }
    places.set(offset, byte)
  }
  if (byte > bytes.length) throw new RangeError('The bytes are not those of the text')
  return places
}

/** How many bytes the character takes that stands there. */
function bytesOf(bytes: Uint8Array, at: number, code: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  if (encoding !== 'gb18030') return code > 0xffff ? 4 : 2
  if ((bytes[at] ?? 0) <= 0x80) return 1
  const second = bytes[at + 1] ?? 0
  return second >= 0x30 && second <= 0x39 ? 4 : 2
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, it) => length + it.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
