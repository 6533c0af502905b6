import type {Texts} from '../rule/rule.ts'
import type {Encoding} from './decode.ts'

/** Says where the first bytes are that the encoding does not know. */
export function undecodable(content: Uint8Array, encoding: Encoding, skipped = 0): Texts {
  const offset = badByte(content, encoding)
  const name = encoding.toUpperCase()
  const before = new TextDecoder(encoding, {ignoreBOM: true}).decode(content.subarray(0, offset), {stream: true})
  const lines = before.split(/\r\n?|\n/)
  const place = `${lines.length}:${(lines[lines.length - 1]?.length ?? 0) + 1}`
  if (offset >= content.length) {
    return {
      zh: `第 ${place} 处（行:列）文件在一个字的中间断了（${name}，共 ${content.length + skipped} 字节），像是没有存完，请重新保存。`,
      en: `at ${place} the file ends in the middle of a character (${name}, ${content.length + skipped} bytes): it seems cut short; save it again.`
    }
  }
  return {
    zh: `第 ${place} 处（行:列，第 ${offset + skipped} 字节）不是 ${name} 编码，请另存为 UTF-8，或用 --encoding 指明编码。`,
    en: `at ${place} (byte ${offset + skipped}) it is not ${name}; save it as UTF-8, or name its encoding with --encoding.`
  }
}

/** The offset of the byte that cannot be decoded, found by halving; the length where only the end is missing. */
export function badByte(content: Uint8Array, encoding: Encoding): number {
  const isGood = (length: number) => {
    try {
      new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(content.subarray(0, length), {stream: true})
      return true
    } catch {
      return false
    }
  }
  if (isGood(content.length)) return content.length
  let good = 0
  let bad = content.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isGood(middle)) good = middle
    else bad = middle
  }
  return good
}
