import type {Texts} from '../rule/rule.ts'
import type {Encoding} from './decode.ts'

/** Says where the first bytes are that the encoding does not know. */
export function undecodable(content: Uint8Array, encoding: Encoding, skipped = 0): Texts {
  const offset = badByte(content, encoding)
  const name = encoding.toUpperCase()
  const place = placeOf(content, offset, encoding)
  if (offset >= content.length) {
    return {
      zh: `${place.zh}：文件在一个字的中间断了（${name}，共 ${content.length + skipped} 字节），像是没有存完，请重新保存。`,
      en: `at ${place.en} the file ends in the middle of a character (${name}, ${content.length + skipped} bytes): it seems cut short; save it again.`
    }
  }
  return {
    zh: `${place.zh}（第${offset + skipped}字节）不是 ${name} 编码，请另存为 UTF-8，或用 --encoding 指明编码。`,
    en: `at ${place.en} (byte ${offset + skipped}) it is not ${name}; save it as UTF-8, or name its encoding with --encoding.`
  }
}

/** For bytes that are in neither of the two encodings that copy comes in: how far the better of them goes. */
export function neither(content: Uint8Array): Texts {
  const [offset, encoding] = (['utf-8', 'gb18030'] as const)
    .map((it) => [badByte(content, it), it] as const)
    .reduce((a, b) => (b[0] > a[0] ? b : a))
  const place = placeOf(content, offset, encoding)
  return {
    zh: `不是 UTF-8，也不是 GB18030：${place.zh}（第${offset}字节）认不出来；请另存为 UTF-8，或用 --encoding 指明编码。`,
    en: `it is neither UTF-8 nor GB18030: at ${place.en} (byte ${offset}) it is unknown; save it as UTF-8, or name its encoding with --encoding.`
  }
}

function placeOf(content: Uint8Array, offset: number, encoding: Encoding): Texts {
  const before = new TextDecoder(encoding, {ignoreBOM: true}).decode(content.subarray(0, offset), {stream: true})
  const lines = before.split(/\r\n?|\n/)
  const column = [...(lines.at(-1) ?? '')].length + 1
  return {zh: `第${lines.length}行第${column}字`, en: `${lines.length}:${column}`}
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
