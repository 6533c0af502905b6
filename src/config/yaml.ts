import {EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent, YAMLException} from 'js-yaml'
import type {Texts} from '../rule/rule.ts'
import type {Document, Fault} from './jsonc.ts'

/** What the parser complains of, by its words; those that an editor meets. The first that fits counts. */
const complaints: readonly (readonly [RegExp, Texts])[] = [
  [/^tab characters/, {zh: '缩进要用空格，不能用 Tab', en: 'indent with blanks, not with tabs'}],
  [/^duplicated mapping key/, {zh: '这个键写了两次', en: 'this key is set twice'}],
  [
    /(?:single|double) quoted scalar$/,
    {zh: '引号没有成对：缺右边的引号', en: 'this quotation does not end: a quotation mark is missing'}
  ],
  [/^unknown escape|^expected hexadecimal/, {zh: '反斜杠后面的字不对', en: 'invalid escape after a backslash'}],
  [/flow collection/, {zh: '括号里的内容没有写完，或缺英文逗号', en: 'a bracket is not closed, or a comma is missing'}],
  [
    /^more than one document/,
    {zh: '一个文件里只能有一份内容：请删去 ---', en: 'a file holds one document: delete ---'}
  ],
  [
    /^deficient indentation/,
    {
      zh: '前面的引号或括号没有成对，或者这一行的缩进不够',
      en: 'a quotation or a bracket before this is not closed, or this line is not indented enough'
    }
  ],
  [
    /^bad indentation of a sequence entry/,
    {zh: '缩进与上一行没有对齐', en: 'the indent does not match the lines before'}
  ],
  [
    /^bad indentation|^end of the stream|multiline key|^can not read|^expected ':'/,
    {
      zh: '这里看不懂：请检查缩进和冒号（英文冒号，后面空一格），有冒号的词要加引号',
      en: 'unexpected text: check the indent and the colon (with a blank behind it), and quote words that have a colon'
    }
  ],
  [/non-printable/, {zh: '文件里有控制符', en: 'a control character stands in the file'}]
]

/** Slips that the parser finds later, or calls by another name: told by what the line looks like. */
const slips: readonly (readonly [RegExp, Texts])[] = [
  // -残废, － 残废
  [
    /^[ \t]*(?:-(?=[\u3400-\u9fff])|[－–—]\s?\S)/,
    {
      zh: '列表每项前面要用英文的 -，后面空一格：“- 残废”',
      en: 'an item of a list begins with “- ”: a plain dash, and a blank behind it'
    }
  ],
  // a blank that is none for YAML: an indent, or what stands behind a colon, that was copied from a web page
  [
    /^[ \t]*[\u3000\u00a0]|[:-][ \t]*[\u3000\u00a0]/,
    {
      zh: '这里有全角空格（或网页上复制来的空格），请换成普通的半角空格',
      en: 'this blank is a full-width or a non-breaking one: make it a plain blank'
    }
  ]
]

const other: Texts = {zh: 'YAML 写得不对', en: 'this is not YAML'}
const quoted = (mark: string): Texts => ({
  zh: `以 ${mark} 开头的词要加引号，如 "${mark}…"`,
  en: `quote a word that begins with ${mark}, as in "${mark}…"`
})

/** Where a value begins, and what is in it. */
interface Place {
  readonly start: number
  /** Of a property: where its key begins. */
  readonly key?: number
  readonly inner?: ReadonlyMap<string | number, Place>
}

/** Reads YAML 1.2: texts, numbers, true, false and null, lists and objects. Tags, anchors and aliases are faults. */
export function parseYaml(text: string): Document {
  // an order mark is no part of the document
  const shift = text.startsWith('\ufeff') ? 1 : 0
  const source = text.slice(shift)
  let events: readonly Event[]
  try {
    events = parseEvents(source, {})
  } catch (error) {
    return {value: undefined, faults: [toFault(error, source, shift)], offsetOf: () => 0}
  }
  const reading: Reading = {source, events, next: 0, last: 0, faults: []}
  const value = readDocument(reading)
  let root: Place | undefined
  return {
    value,
    faults: reading.faults.slice(0, 1).map(({offset, texts}) => ({offset: offset + shift, texts})),
    offsetOf: (path, part = 'value') => {
      // read once more where a place is asked for: a large file that is right is not kept in pieces
      root ??= placeOf({source, events: parseEvents(source, {}), next: 1, last: 0, faults: []}).place
      return shift + find(root, path, part)
    }
  }
}

/** A walk through the parser's events. */
interface Reading {
  readonly source: string
  readonly events: readonly Event[]
  next: number
  /** Behind the last text whose place was asked for. */
  last: number
  readonly faults: Fault[]
}

function readDocument(reading: Reading): unknown {
  const {events, faults, source} = reading
  const documents = events.filter(({type}) => type === EVENT_ID.DOCUMENT).length
  if (documents === 0) return undefined
  reading.next = 1
  const value = readValue(reading)
  if (documents > 1) {
    const texts = complaints.find(([said]) => said.test('more than one document'))?.[1] ?? other
    faults.push({offset: Math.max(0, source.lastIndexOf('\n---') + 1), texts})
  }
  return value
}

function readValue(reading: Reading): unknown {
  const event = reading.events[reading.next++]
  if (event === undefined) return undefined
  switch (event.type) {
    case EVENT_ID.SCALAR:
      refuseMarks(event, reading)
      return scalarOf(event, reading.source)
    case EVENT_ID.SEQUENCE: {
      refuseMarks(event, reading)
      const list: unknown[] = []
      while (!ended(reading)) list.push(readValue(reading))
      return list
    }
    case EVENT_ID.MAPPING: {
      refuseMarks(event, reading)
      return readObject(reading)
    }
    case EVENT_ID.ALIAS:
      reading.faults.push({offset: event.anchorStart - 1, texts: quoted('*')})
      return null
    default:
      return undefined
  }
}

function readObject(reading: Reading): Record<string, unknown> {
  const {events, faults} = reading
  const object: Record<string, unknown> = {}
  while (!ended(reading)) {
    const event = events[reading.next]
    const offset = event ? startOf(event) : 0
    let name = ''
    if (event?.type === EVENT_ID.SCALAR) {
      reading.next++
      refuseMarks(event, reading)
      name = getScalarValue(reading.source, event)
    } else {
      readValue(reading)
      faults.push({offset, texts: {zh: '键应当是文字', en: 'a key must be a text'}})
    }
    if (Object.hasOwn(object, name)) {
      faults.push({offset, texts: {zh: `“${name}”写了两次`, en: `“${name}” is set twice`}})
    }
    const value = readValue(reading)
    // a key may be called so
    if (name === '__proto__') Object.defineProperty(object, name, {value, enumerable: true})
    else object[name] = value
  }
  return object
}

/** Whether the list or object ends here; steps over its end. */
function ended(reading: Reading): boolean {
  const type = reading.events[reading.next]?.type
  if (type !== undefined && type !== EVENT_ID.POP) return false
  reading.next++
  return true
}

function refuseMarks(
  {anchorStart, tagStart}: Exclude<Event, {type: 1 | 5 | 6}> & {anchorStart: number; tagStart: number},
  {faults}: Reading
): void {
  if (anchorStart >= 0) faults.push({offset: anchorStart - 1, texts: quoted('&')})
  if (tagStart >= 0) faults.push({offset: tagStart, texts: quoted('!')})
}

function scalarOf(event: ScalarEvent, source: string): unknown {
  const value = getScalarValue(source, event)
  if (event.style !== SCALAR_STYLE.PLAIN) return value
  const first = value.charCodeAt(0)
  // most are words in Han characters
  if (first > 0x7f) return value
  if (value === '' || value === '~' || /^null$/i.test(value)) return null
  if (/^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return /^[-+]?(?:\d+|\d*\.\d+|\d+\.)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : value
}

const startOf = (event: Event): number =>
  event.type === EVENT_ID.SCALAR
    ? event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
      ? event.valueStart - 1
      : event.valueStart
    : event.type === EVENT_ID.ALIAS
      ? event.anchorStart - 1
      : 'start' in event
        ? event.start
        : 0

/** The places of a value and of all in it. An empty value stands where its key does. */
function placeOf(reading: Reading, key?: number): {place: Place; name: string} {
  const {events, source} = reading
  const event = events[reading.next++]
  const own = event ? startOf(event) : -1
  // an empty item of a list stands where its dash does
  const at = own >= 0 ? own : (key ?? Math.max(0, source.indexOf('-', reading.last)))
  if (event?.type === EVENT_ID.SCALAR) reading.last = Math.max(at + 1, event.valueEnd)
  const here = {start: at, ...(key !== undefined && {key})}
  if (event?.type === EVENT_ID.SEQUENCE) {
    const inner = new Map<number, Place>()
    while (!ended(reading)) inner.set(inner.size, placeOf(reading).place)
    return {place: {...here, inner}, name: ''}
  }
  if (event?.type === EVENT_ID.MAPPING) {
    const inner = new Map<string, Place>()
    while (!ended(reading)) {
      const {place, name} = placeOf(reading)
      inner.set(name, placeOf(reading, place.start).place)
    }
    return {place: {...here, inner}, name: ''}
  }
  return {place: here, name: event?.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : ''}
}

function find(root: Place, path: readonly (string | number)[], part: 'key' | 'value'): number {
  let place = root
  for (const [index, step] of path.entries()) {
    const inner = place.inner?.get(step)
    if (!inner) return place.start
    if (index === path.length - 1 && part === 'key') return inner.key ?? inner.start
    place = inner
  }
  return place.start
}

function toFault(error: unknown, source: string, shift: number): Fault {
  if (!(error instanceof YAMLException)) throw error
  const offset = error.mark?.position ?? 0
  const texts = complaints.find(([said]) => said.test(error.reason))?.[1] ?? other
  if (/^tab characters|^duplicated/.test(error.reason)) return {offset: offset + shift, texts}
  // !残废 and |残废 are read as far as their second character
  const mark = /^[@`%|>!]/.exec(source.slice(offset, offset + 1))?.[0]
  const opened = /(?:^|[-:[{,]) *([!|>])[^\s|>]*$/.exec(lineBefore(source, offset))?.[1]
  if (mark !== undefined && /^bad indentation/.test(error.reason)) return {offset: offset + shift, texts: quoted(mark)}
  if (texts === other && opened !== undefined) {
    return {offset: source.lastIndexOf(opened, offset - 1) + shift, texts: quoted(opened)}
  }
  return slipNear(source, offset, shift) ?? {offset: offset + shift, texts}
}

const lineBefore = (source: string, offset: number): string =>
  source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)

/** A slip in the line of a fault, or the two before it: the parser goes on until it finds no way. */
function slipNear(source: string, offset: number, shift: number): Fault | undefined {
  let end = offset
  for (let back = 0; back < 3; back++) {
    const start = source.lastIndexOf('\n', end - 1) + 1
    const stop = source.indexOf('\n', start)
    const line = source.slice(start, stop < 0 ? source.length : stop).replace(/(?:^|\s)#.*/, '')
    for (const [pattern, texts] of slips) {
      const found = pattern.exec(line)
      if (found) return {offset: start + found.index + shift + (/^[ \t]*/.exec(found[0])?.[0].length ?? 0), texts}
    }
    if (start === 0) return undefined
    end = start - 1
  }
  return undefined
}
