import {Inflate} from 'fflate'
import {crc32} from './crc.ts'
import {damaged, encrypted, tooLarge} from './refusals.ts'
import {rewritten} from './zip-write.ts'

/** A Word file of a page has some twenty entries. */
const mostEntries = 5000
/** The largest part that is read, in bytes: the words of a page take a thousandth of it. */
const largestPart = 0x2000000
/** Parts that are larger than this must not have been packed tighter than `tightest`. XML of Word shrinks to a tenth or so. */
const freelyPacked = 0x400000
const tightest = 400
/** How many bytes are inflated at a time, so that a bomb is noticed before it goes off. */
const step = 0x4000

/** An entry of an archive, as its directory tells it. */
export interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
  /** Where its bytes begin. */
  readonly data: number
  /** Its record in the directory. */
  readonly record: Uint8Array
}

/** A zip archive whose entries are inflated when they are asked for. */
export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of an entry, checked. */
  bytes(name: string): Uint8Array
  /** The archive with other bytes for some entries, and with entries that are new; all else byte for byte as it was. */
  with(changes: ReadonlyMap<string, Uint8Array>): Uint8Array
}

/**
 * Opens a zip archive. Nothing in it is believed: sizes, checksums and places are checked, overlapping and doubled entries refused.
 *
 * @throws a refusal: one sentence
 */
export function openZip(given: Uint8Array): Archive {
  const {buffer, byteOffset, byteLength} = given
  // Node's own kind of array does not copy what it slices
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  const view = new DataView(buffer, byteOffset, byteLength)
  const directory = findDirectory(view)
  const entries = readDirectory(bytes, view, directory)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: entries.map(({name}) => name),
    has: (name) => byName.has(name),
    bytes: (name) => inflate(bytes, byName.get(name) ?? lacks(name)),
    with: (changes) => rewritten(bytes, entries, directory, changes)
  }
}

/** Where the directory of an archive is. */
export interface Directory {
  readonly start: number
  /** Behind the last record: where the end record is. */
  readonly end: number
  readonly count: number
}

/** The end record is the last in the file, but for a comment. */
function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue
    const count = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 12, true)
    const start = view.getUint32(at + 16, true)
    if (count === 0xffff || count > mostEntries) {
      throw tooLarge({zh: `里面有 ${mostEntries} 个以上的文件`, en: `holds more than ${mostEntries} files`})
    }
    if (start + size > at) throw broken()
    return {start, end: at, count}
  }
  throw damaged({zh: '不完整，后面少了一截', en: 'its end is missing'})
}

function readDirectory(bytes: Uint8Array, view: DataView, {start, end, count}: Directory): Entry[] {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw broken()
    const length = view.getUint16(at + 28, true)
    const next = at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const offset = view.getUint32(at + 42, true)
    if (next > end || offset + 30 > start || view.getUint32(offset, true) !== 0x04034b50) throw broken()
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/')
    // names of parts do not differ in case alone: a reader that takes the other one would see other words
    if (seen.has(name.toLowerCase()))
      throw damaged({zh: `有两个 ${nameOf(name)}`, en: `it holds ${nameOf(name)} twice`})
    seen.add(name.toLowerCase())
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset,
      data: offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true),
      record: bytes.subarray(at, next)
    })
    at = next
  }
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  for (const [i, {data, packed}] of sorted.entries()) {
    if (data + packed > (sorted[i + 1]?.offset ?? start)) throw broken()
  }
  return entries
}

function inflate(bytes: Uint8Array, {name, flags, method, packed, size, data, crc}: Entry): Uint8Array {
  if (flags & 1) throw encrypted()
  const isBomb = size > freelyPacked && size > packed * tightest
  if (size > largestPart || isBomb)
    throw tooLarge({zh: `里的 ${nameOf(name)} 展开后太大`, en: `holds a ${nameOf(name)} that is too large`})
  const raw = bytes.subarray(data, data + packed)
  const result = method === 0 ? raw : method === 8 ? unpack(raw, size) : undefined
  if (result?.length !== size || crc32(result) !== crc) {
    throw damaged({zh: `${nameOf(name)} 对不上校验`, en: `${nameOf(name)} does not match its checksum`})
  }
  return result
}

/** The inflated bytes; undefined where they are none, or more than was said. */
function unpack(raw: Uint8Array, size: number): Uint8Array | undefined {
  const result = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= size) result.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < raw.length && length <= size; at += step) {
      stream.push(raw.subarray(at, at + step), at + step >= raw.length)
    }
  } catch {
    return undefined
  }
  return length === size ? result : undefined
}

function lacks(name: string): never {
  throw damaged({zh: `里面没有 ${nameOf(name)}`, en: `${nameOf(name)} is missing`})
}

const broken = () => damaged({zh: '里面的目录是乱的', en: 'its directory makes no sense'})

/** The name of an entry as a message may show it: it comes from the file. */
const nameOf = (name: string): string =>
  /^[\w./-]{1,80}$/.test(name) ? name : name.replace(/[^\w./-]/g, '?').slice(0, 80)
