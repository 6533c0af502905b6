import {deflateSync, inflateSync} from 'node:zlib'

/** A picture with at most 256 colours, a byte a pixel: a third of the size, and of text on plain ground nobody sees the difference. */
export function indexed(png: Buffer): Buffer {
  const {width, height, pixels} = read(png)
  const counts = new Map<number, number>()
  for (const it of pixels) counts.set(it, (counts.get(it) ?? 0) + 1)
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([color]) => color)
  const nearest = new Map(palette.map((color, index) => [color, index]))
  // each row begins with the number of its filter: none
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = pixels[y * width + x] ?? 0
      let index = nearest.get(color)
      if (index === undefined) {
        index = closest(color, palette)
        nearest.set(color, index)
      }
      rows[y * (width + 1) + 1 + x] = index
    }
  }
  const header = Buffer.from(png.subarray(16, 29))
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0))
  ])
}

const channels = (color: number): number[] => [color >> 16, (color >> 8) & 255, color & 255]

function closest(color: number, palette: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels(color)
  const far = palette.map((it) => {
    const [red = 0, green = 0, blue = 0] = channels(it)
    return (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
  })
  return far.indexOf(Math.min(...far))
}

/** The pixels of a PNG of three or four bytes a pixel, as browsers write them; how see-through they are is left out. */
function read(png: Buffer): {width: number; height: number; pixels: Uint32Array} {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const bytes = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const data = inflateSync(Buffer.concat(parts))
  const stride = width * bytes
  const pixels = new Uint32Array(width * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    const row = new Uint8Array(data.subarray(start + 1, start + 1 + stride))
    for (let i = 0; i < stride; i++) {
      const left = i < bytes ? 0 : (row[i - bytes] ?? 0)
      const corner = i < bytes ? 0 : (above[i - bytes] ?? 0)
      row[i] = (row[i] ?? 0) + predicted(data[start] ?? 0, left, above[i] ?? 0, corner)
    }
    for (let x = 0; x < width; x++) {
      const [r = 0, g = 0, b = 0] = row.subarray(x * bytes, x * bytes + 3)
      pixels[y * width + x] = (r << 16) | (g << 8) | b
    }
    above = row
  }
  return {width, height, pixels}
}

/** What a filter of PNG expects of a byte (PNG specification, part 9). */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([frame, body, check])
}

function crc(bytes: Buffer): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
