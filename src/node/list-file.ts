import {resolve} from 'node:path'
import type {ReadList} from '../lists.ts'
import {listFault} from '../rule/lists.ts'
import {readPage} from './pages.ts'
import {shown} from './settings.ts'

/** Reads files of the house (terms, names) that options name: from the folder of their config, in any encoding that pages have. */
export function listReader(cwd: string): ReadList {
  return async (path, {folder = cwd}) => {
    const absolute = resolve(folder, path)
    const file = readPage({path: shown(absolute, cwd), absolute})
    if ('unread' in file) throw listFault([{path: file.path, ...file.unread}])
    return {path: file.path, text: file.decoded.text}
  }
}
