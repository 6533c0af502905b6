/**
 * A short name for a text, the same in every run and on every machine: so many hexadecimal digits, up to 16. Two lanes of 32 bits, each
 * FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over the UTF-16 units and stirred once more at the end, so that texts that
 * differ in their last letter differ everywhere. No seal: who wants two texts with one name can make them.
 */
export function hashOf(text: string, digits = 16): string {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ ((unit << 7) | (unit >>> 9)), 0x01000193) + low
  }
  return (hex(stirred(high)) + hex(stirred(low ^ high))).slice(0, digits)
}

/** Every bit of the one depends on every bit of the other. */
function stirred(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39)
  return mixed ^ (mixed >>> 16)
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')
