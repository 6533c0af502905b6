/** Whether two figures are written alike but for one digit, or two that changed places: 7.5% and 7.8%, 第13次 and 第31次. */
export function isSlip(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)]
  if (x.length !== y.length || x === y) return false
  const off = [...x].flatMap((it, i) => (it === y[i] ? [] : [i]))
  const [i = 0, k] = off
  if (off.length === 1) return true
  return off.length === 2 && k === i + 1 && x[i] === y[k] && x[k] === y[i]
}

const plain = (text: string): string =>
  text.replace(/[\s,，第]/g, '').replace(/[０-９．％]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
