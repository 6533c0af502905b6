import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {asNew} from '../formats/kinds.ts'
import type {ReadList} from '../lists.ts'
import {type ListFile, listFault} from '../rule/lists.ts'
import type {Texts} from '../rule/rule.ts'
import {noFile} from './files.ts'
import {asText} from './guess.ts'
import {readText} from './pages.ts'
import {shown} from './settings.ts'

/**
 * Reads files of the house (terms, names) that options name: from the folder of their config, in any encoding that pages have; each once a run,
 * whatever options name it.
 *
 * @param reads is given the absolute path of each that was read
 */
export function listReader(cwd: string, reads?: Set<string>): ReadList {
  const files = new Map<string, ListFile>()
  return async (path, {folder = cwd}) => {
    const absolute = resolve(folder, path)
    const before = files.get(absolute)
    if (before) return before
    reads?.add(absolute)
    const name = shown(absolute, cwd)
    if (!existsSync(absolute)) throw listFault([{path: name, ...noFile(absolute)}])
    const read = readText(absolute)
    if ('unread' in read) throw listFault([{path: name, ...ofList(read.unread)}])
    const file = {path: name, text: read.text}
    files.set(absolute, file)
    return file
  }
}

/** A list kept in Word or Excel is no page: its words go into a text file. */
const ofList = ({zh, en}: Texts): Texts => ({
  zh: zh.replace(asText.zh, asNew.zh).replace(asNew.zh, '请把里面的词抄进文本文件（.yaml，UTF-8）。'),
  en: en.replace(asText.en, asNew.en).replace(asNew.en, 'copy its words into a text file (.yaml, UTF-8).')
})
