import {type Document, isRefusal, type Read} from '../src/formats/format.ts'
import {formatOf, formats} from '../src/formats/registry.ts'
import {Complaint} from '../src/node/complaint.ts'
import {decode} from '../src/node/decode.ts'
import type {Texts} from '../src/rule/rule.ts'
import type {Input} from './inputs/input.ts'

/** An input as its format reads it. */
export interface Opened {
  readonly document: Document
  /** Reads another state of the same file. */
  readonly reread: (document: Document) => Document
}

/** Reads an input as the command does, or gives the words with which it is refused. Whatever else is thrown is a crash. */
export async function open({name, content}: Input): Promise<Opened | Texts> {
  try {
    const format = formatOf(name, typeof content === 'string' ? new Uint8Array() : content, formats)
    const read = (await format.load()) as (content: string | Uint8Array) => ReturnType<Read>
    const text = format.content === 'bytes' || typeof content === 'string' ? content : decode(content).text
    return {
      document: read(text),
      reread: (document) =>
        read(format.content === 'bytes' ? (document.toBytes?.() ?? new Uint8Array()) : document.source)
    }
  } catch (error) {
    if (isRefusal(error) || error instanceof Complaint) return error.texts
    throw error
  }
}
