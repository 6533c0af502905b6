export interface Place {
  readonly x: number
  readonly y: number
}

/** Gives a place near the one that is wanted. */
export type Places = (wanted: Place) => Place

/** Where so many lie together already, one more is not looked at. */
const most = 6

/**
 * Moves numbers a little that would lie upon one another.
 *
 * @param size how far their middles are to be apart
 */
export function places(size: number): Places {
  const taken = new Map<string, Place[]>()
  const around = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const))
  const steps = [0, 1, -1, 2, -2].flatMap((down) =>
    [0, -1, -2, 1].map((right) => [right * (size + 1), down * (size + 1)] as const)
  )
  // to the right it would lie upon the words
  const far = ([right, down]: readonly [number, number]) => Math.hypot(right > 0 ? right * 3 : right, down)
  const nearest = steps.toSorted((a, b) => far(a) - far(b))
  const cell = (x: number, y: number) => `${Math.floor(x / size)} ${Math.floor(y / size)}`
  const isFree = (x: number, y: number) =>
    around.every(([right, down]) =>
      (taken.get(cell(x + right * size, y + down * size)) ?? []).every((it) => Math.hypot(it.x - x, it.y - y) >= size)
    )
  return ({x, y}) => {
    const [right, down] = nearest.find(([dx, dy]) => isFree(x + dx, y + dy)) ?? [0, 0]
    const place = {x: x + right, y: y + down}
    const key = cell(place.x, place.y)
    const own = taken.get(key)
    if (!own) taken.set(key, [place])
    else if (own.length < most) own.push(place)
    return place
  }
}
