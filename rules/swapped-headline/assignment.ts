/**
 * The assignment of rows to columns with the greatest sum: `result[row]` is its column.
 * The Hungarian method with potentials (Kuhn 1955, Munkres 1957), n³: for small groups only.
 *
 * @param gain a square matrix, row by row
 */
export function assign(gain: readonly (readonly number[])[]): number[] {
  const n = gain.length
  const rowPotential = new Float64Array(n + 1)
  const columnPotential = new Float64Array(n + 1)
  // row of each column, from 1; 0 is free
  const rowOf = new Int32Array(n + 1)
  for (let row = 1; row <= n; row++) {
    const before = new Int32Array(n + 1)
    const slack = new Float64Array(n + 1).fill(Infinity)
    const done = new Uint8Array(n + 1)
    rowOf[0] = row
    let column = 0
    do {
      done[column] = 1
      const current = rowOf[column] ?? 0
      let next = 0
      let least = Infinity
      for (let j = 1; j <= n; j++) {
        if (done[j]) continue
        const cost = -(gain[current - 1]?.[j - 1] ?? 0) - (rowPotential[current] ?? 0) - (columnPotential[j] ?? 0)
        if (cost < (slack[j] ?? 0)) {
          slack[j] = cost
          before[j] = column
        }
        if ((slack[j] ?? 0) < least) {
          least = slack[j] ?? 0
          next = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (done[j]) {
          const owner = rowOf[j] ?? 0
          rowPotential[owner] = (rowPotential[owner] ?? 0) + least
          columnPotential[j] = (columnPotential[j] ?? 0) - least
        } else slack[j] = (slack[j] ?? 0) - least
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const from = before[column] ?? 0
      rowOf[column] = rowOf[from] ?? 0
      column = from
    }
  }
  const columns: number[] = new Array(n).fill(0)
  for (let j = 1; j <= n; j++) columns[(rowOf[j] ?? 1) - 1] = j - 1
  return columns
}
