import {attributeOf, type XmlElement} from './xml.ts'

/** A field: its code stands between `begin` and `separate`, what it shows between `separate` and `end`. */
interface Field {
  readonly begin: XmlElement
  code: string
  shown: boolean
  /** Word makes what it shows. */
  made: boolean
}

/** The fields that a word stands in, on the way through a part. */
export interface Fields {
  /** A `w:fldChar`. */
  mark(element: XmlElement): void
  /** The words of a `w:instrText`. */
  code(text: string): void
  /** Whether words here are shown: in no code. */
  shows(): boolean
  /** Whether words here are made by Word, and will be made again. */
  makes(): boolean
  /** Where fields begin that have not ended. */
  open(): XmlElement[]
}

/** @param ignored beginnings of fields that never end: what they would hide is shown */
export function trackFields(ignored: ReadonlySet<XmlElement>): Fields {
  const fields: Field[] = []
  // counted, so that fields in fields in fields take no longer
  let codes = 0
  let made = 0
  const separate = (field: Field): void => {
    if (field.shown) return
    field.shown = true
    codes--
    field.made = !isLink(field.code)
    if (field.made) made++
  }
  return {
    mark: (element) => {
      const type = attributeOf(element, 'fldCharType')
      const last = fields[fields.length - 1]
      if (type === 'begin' && !ignored.has(element)) {
        fields.push({begin: element, code: '', shown: false, made: false})
        codes++
      } else if (type === 'separate' && last) separate(last)
      else if (type === 'end' && last) {
        fields.pop()
        if (!last.shown) codes--
        if (last.made) made--
      }
    },
    code: (text) => {
      const last = fields[fields.length - 1]
      if (last && !last.shown) last.code += text
    },
    shows: () => codes === 0,
    makes: () => made > 0,
    open: () => fields.map(({begin}) => begin)
  }
}

/** Of all fields only the words of links are written by hand. */
export const isLink = (code: string): boolean => /^\s*HYPERLINK\b/.test(code)
