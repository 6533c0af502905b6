/** A path as reports for other machines have it: with slashes, whatever wrote it, and without a dot before them. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/+)+(?=.)/, '')
}

/**
 * A path as a URI: relative ones stay so (`版面/a 1.txt` → `%E7…/a%201.txt`), absolute ones become `file:`
 * (`C:\a.txt` → `file:///C:/a.txt`, `\\desk\a.txt` → `file://desk/a.txt`).
 */
export function toUri(path: string): string {
  const slashes = toSlashes(path)
  const [drive = ''] = /^[A-Za-z]:(?=\/)/.exec(slashes) ?? []
  const encoded = slashes.slice(drive.length).split('/').map(encode).join('/')
  if (drive !== '') return `file:///${drive}${encoded}`
  if (encoded.startsWith('//')) return `file:${encoded}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}

/** Half a surrogate pair has no bytes to write. */
const encode = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'))

/** Whether a page of the web may be linked by it: plugins write what they like, `javascript:` too. */
export const isUri = (url: string): boolean => /^https?:\/\/[!-~]+$/.test(url)
