import {deflateSync} from 'fflate'
import {crc32} from './crc.ts'
import type {Directory, Entry} from './zip.ts'

/** An archive with other bytes for some entries, and with entries that are new; all else byte for byte as it was, in its order. */
export function rewritten(
  bytes: Uint8Array,
  entries: readonly Entry[],
  {start, end}: Directory,
  changes: ReadonlyMap<string, Uint8Array>
): Uint8Array {
  const places = entries.map(({offset}) => offset).sort((a, b) => a - b)
  const ends = new Map(places.map((offset, i) => [offset, places[i + 1] ?? start]))
  const chunks: Uint8Array[] = [bytes.subarray(0, places[0] ?? start)]
  let length = places[0] ?? start
  const push = (...added: Uint8Array[]): void => {
    for (const chunk of added) {
      chunks.push(chunk)
      length += chunk.length
    }
  }
  const records = new Map<Entry | string, Uint8Array>()
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    const change = changes.get(entry.name)
    const offset = length
    const packed = change && pack(change)
    if (packed) push(headerOf(entry.record, packed), packed.bytes)
    else push(bytes.subarray(entry.offset, ends.get(entry.offset)))
    records.set(entry, recordOf(entry.record, offset, packed))
  }
  const known = new Set(entries.map(({name}) => name))
  for (const [name, change] of changes) {
    if (known.has(name)) continue
    const packed = pack(change)
    const record = newRecord(name)
    const offset = length
    push(headerOf(record, packed), packed.bytes)
    records.set(name, recordOf(record, offset, packed))
  }
  const directory = length
  // records in the order they were in; new ones behind
  for (const key of [...entries, ...records.keys()].filter((it, i, all) => all.indexOf(it) === i)) {
    push(records.get(key) as Uint8Array)
  }
  const last = bytes.slice(end)
  const view = new DataView(last.buffer)
  view.setUint16(8, records.size, true)
  view.setUint16(10, records.size, true)
  view.setUint32(12, length - directory, true)
  view.setUint32(16, directory, true)
  push(last)
  const result = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    result.set(chunk, at)
    at += chunk.length
  }
  return result
}

interface Packed {
  readonly bytes: Uint8Array
  readonly size: number
  readonly crc: number
}

const pack = (content: Uint8Array): Packed => ({bytes: deflateSync(content), size: content.length, crc: crc32(content)})

/** The record of an entry at its new place; of a changed one with its new sizes, packed, none behind the bytes. */
function recordOf(record: Uint8Array, offset: number, packed: Packed | undefined): Uint8Array {
  const result = record.slice()
  const view = new DataView(result.buffer)
  if (packed) {
    view.setUint16(8, view.getUint16(8, true) & ~8, true)
    view.setUint16(10, 8, true)
    view.setUint32(16, packed.crc, true)
    view.setUint32(20, packed.bytes.length, true)
    view.setUint32(24, packed.size, true)
  }
  view.setUint32(42, offset, true)
  return result
}

/** The local header of a changed entry: what its record says, without extras. */
function headerOf(record: Uint8Array, packed: Packed): Uint8Array {
  const from = new DataView(record.buffer, record.byteOffset)
  const name = record.subarray(46, 46 + from.getUint16(28, true))
  const result = new Uint8Array(30 + name.length)
  const view = new DataView(result.buffer)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, from.getUint16(8, true) & ~8, true)
  view.setUint16(8, 8, true)
  view.setUint32(10, from.getUint32(12, true), true)
  view.setUint32(14, packed.crc, true)
  view.setUint32(18, packed.bytes.length, true)
  view.setUint32(22, packed.size, true)
  view.setUint16(26, name.length, true)
  result.set(name, 30)
  return result
}

/** The record of an entry that is new: of 1 January 1980, as Word dates them, so that the same file comes out each time. */
function newRecord(name: string): Uint8Array {
  const encoded = new TextEncoder().encode(name)
  const result = new Uint8Array(46 + encoded.length)
  const view = new DataView(result.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, 20, true)
  view.setUint16(8, 0x800, true)
  view.setUint16(10, 8, true)
  view.setUint32(12, 0x00210000, true)
  view.setUint16(28, encoded.length, true)
  result.set(encoded, 46)
  return result
}
