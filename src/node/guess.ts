import {isUtf8} from 'node:buffer'
import {Complaint} from './complaint.ts'
import type {Encoding} from './decode.ts'
import {neither, undecodable} from './undecodable.ts'

/** As much of a file as is looked at to tell UTF-16 from other encodings, in bytes. */
const sampleSize = 0x10000

/** Controls that no text has; a lone U+001A at the end is how DOS closed its files. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\u0080-\u009f](?!$)/

/**
 * The encoding of bytes without an order mark. Strict UTF-8 first, because nothing else passes for it by chance; then UTF-16
 * by the pattern of its high bytes; GB18030 last, because almost any bytes pass for it.
 *
 * @throws Complaint for bytes that are no text in any of them
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const zeros = bytes.includes(0)
  if (!zeros && isStrict(bytes, 'utf-8')) return 'utf-8'
  const wide = guessUtf16(bytes)
  if (wide) return wide
  if (zeros) throw new Complaint(binary(bytes.indexOf(0)))
  if (isDamagedUtf8(bytes)) throw new Complaint(undecodable(bytes, 'utf-8'))
  if (isGb18030(bytes)) return 'gb18030'
  if (!isStrict(bytes, 'gb18030')) {
    throw new Complaint(isDamagedGb18030(bytes) ? undecodable(bytes, 'gb18030') : neither(bytes))
  }
  throw new Complaint({
    zh: '不是文本，或编码无法识别（试过 UTF-8、UTF-16、GB18030）；请另存为 UTF-8，或用 --encoding 指明编码。',
    en: 'it is no text, or its encoding is unknown (not UTF-8, UTF-16 or GB18030); save it as UTF-8, or use --encoding.'
  })
}

/**
 * The encoding that bytes are in for certain, whatever was said of them. Short text in GB18030 can pass for UTF-8, which is
 * what naming an encoding is for; long text cannot, and nothing that is UTF-8 is UTF-16.
 */
export function likelier(bytes: Uint8Array, named: Encoding): Encoding | undefined {
  if (isStrict(bytes, named)) {
    if (named === 'utf-8' || bytes.includes(0) || !isStrict(bytes, 'utf-8')) return undefined
    const wide = new TextDecoder('utf-8').decode(bytes).match(/[\u0800-\uffff]/g)?.length ?? 0
    return wide >= 8 || (named !== 'gb18030' && wide === 0 && bytes.length > 8) ? 'utf-8' : undefined
  }
  try {
    return guessEncoding(bytes)
  } catch {
    return undefined
  }
}

function isStrict(bytes: Uint8Array, encoding: Encoding): boolean {
  if (encoding === 'utf-8') return isUtf8(bytes)
  try {
    new TextDecoder(encoding, {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** In UTF-16 every second byte is a high byte: 00 for Latin, 4E to 9F for Han, 20, 30 and FF for the marks of Chinese copy. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, sampleSize) & ~1
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined
  const shares = [0, 0]
  for (let index = 0; index < length; index += 2) {
    for (const parity of [0, 1]) {
      const high = bytes[index + parity] ?? 0
      const low = bytes[index + 1 - parity] ?? 0
      if (isLikelyUnit(high, low)) shares[parity] = (shares[parity] ?? 0) + 1
    }
  }
  const [big = 0, little = 0] = shares
  const most = Math.max(big, little)
  if (most * 2 < length * 0.95 || big === little) return undefined
  const encoding = big > little ? 'utf-16be' : 'utf-16le'
  return isStrict(bytes, encoding) ? encoding : undefined
}

function isLikelyUnit(high: number, low: number): boolean {
  if (high === 0) return low >= 0x20 || low === 0x09 || low === 0x0a || low === 0x0d
  return (high >= 0x4e && high <= 0x9f) || high === 0x20 || high === 0x30 || high === 0xff
}

/** UTF-8 with a few bad bytes, or cut short: nearly all of what is not ASCII still decodes. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.match(/\ufffd/g)?.length ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is left out
  const all = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0
  return all - bad > bad * 4
}

/**
 * Text in GB18030 is valid, without controls, and nearly all in the characters of GB2312, whose two bytes are both A1 or more.
 * Latin-1 (`déjà`) and chance bytes pass for rare characters.
 */
function isGb18030(bytes: Uint8Array): boolean {
  if (!isStrict(bytes, 'gb18030')) return false
  return !controls.test(new TextDecoder('gb18030').decode(bytes)) && isCommon(bytes)
}

/** GB18030 with a few bad bytes, or cut short. Chance bytes are bad at every step. */
function isDamagedGb18030(bytes: Uint8Array): boolean {
  const text = new TextDecoder('gb18030').decode(bytes)
  const bad = text.match(/\ufffd/g)?.length ?? 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is left out
  const all = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0
  return all - bad > bad * 4 && !controls.test(text) && isCommon(bytes)
}

/** Whether nearly all characters are those of GB2312. */
function isCommon(bytes: Uint8Array): boolean {
  let common = 0
  let all = 0
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x81) continue
    const second = bytes[index + 1] ?? 0
    all++
    if ((bytes[index] ?? 0) >= 0xa1 && second >= 0xa1) common++
    index += second >= 0x30 && second <= 0x39 ? 3 : 1
  }
  return common >= all * 0.7
}

/** What to do with a page that is no text; files of terms have another way out. */
export const asText = {
  zh: '请把稿件另存为纯文本（.txt，UTF-8）再检查。',
  en: 'export the copy as text (.txt, UTF-8) first.'
}

function binary(offset: number): {zh: string; en: string} {
  return {
    zh: `这是二进制文件（第 ${offset} 字节为零），不是纯文本；${asText.zh}`,
    en: `this is a binary file (byte ${offset} is zero), not plain text; ${asText.en}`
  }
}
