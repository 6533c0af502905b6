import type {Format} from './format.ts'
import {kindOf} from './kinds.ts'
import {readPlain} from './plain.ts'

/** The formats that copylint reads by itself. Each is loaded when there is a file of it. */
export const formats: readonly Format[] = [
  {
    name: 'text',
    extensions: ['.txt'],
    content: 'text',
    load: async () => readPlain
  },
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    content: 'text',
    load: async () => (await import('./markdown/read.ts')).readMarkdown
  },
  {
    name: 'html',
    extensions: ['.html', '.htm', '.xhtml'],
    content: 'text',
    detects: isHtml,
    load: async () => (await import('./html/read.ts')).readHtml
  },
  {
    name: 'word',
    extensions: ['.docx', '.docm', '.dotx'],
    content: 'bytes',
    detects: (bytes) => kindOf(bytes)?.id === 'word',
    load: async () => (await import('./word/read.ts')).readWord
  }
]

/**
 * The format of a file: by its bytes where they can be of one only, else by its name, else by its text. Plain text is what is of no other.
 *
 * @param known formats of plugins before those of copylint's own
 */
export function formatOf(name: string, bytes: Uint8Array, known: readonly Format[]): Format {
  const extension = extensionOf(name)
  return (
    known.find((it) => it.content === 'bytes' && it.detects?.(bytes)) ??
    known.find((it) => it.extensions.includes(extension)) ??
    known.find((it) => it.content === 'text' && it.detects?.(bytes)) ??
    (formats[0] as Format)
  )
}

/** `.md` of `Page.MD`; empty where the name has none. */
export function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''
}

/** `<!doctype html` or `<html` after blanks and an order mark: ASCII in every encoding but UTF-16, where zeros stand between. */
function isHtml(bytes: Uint8Array): boolean {
  let text = ''
  for (let i = 0; i < bytes.length && i < 4096 && text.length < 64; i++) {
    const byte = bytes[i] as number
    if (byte === 0 || (text === '' && (byte <= 0x20 || byte >= 0x80))) continue
    text += String.fromCharCode(byte)
  }
  return /^<(?:!doctype\s+html|html)[\s>]/i.test(text)
}
