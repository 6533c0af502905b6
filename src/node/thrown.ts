import {realpathSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Failure} from '../lint.ts'
import type {Plugin} from './plugins.ts'
import {shown} from './settings.ts'

/** A failure with the line of the plugin where its rule threw, as far as the stack tells. */
export function withLine(failure: Failure, plugins: readonly Plugin[], cwd: string): Failure {
  const plugin = plugins.find(({rules}) => rules.some(({name}) => name === failure.rule))
  if (!plugin || !(failure.cause instanceof Error)) return failure
  // rules may stand in files beside the one that exports them; what those have installed is not theirs
  const folder = `${pathToFileURL(dirname(realpathSync(plugin.file))).href}/`
  const frames = [...String(failure.cause.stack).matchAll(/(file:\/\/\S+?):(\d+):\d+/g)]
  const own = frames.find(
    ([, url = '']) => url.startsWith(folder) && !url.slice(folder.length).includes('node_modules/')
  )
  if (!own) return failure
  const place = ` (${shown(fileURLToPath(own[1] ?? ''), cwd)}:${own[2]})`
  return {...failure, reason: failure.reason + place, ...(failure.zh !== undefined && {zh: failure.zh + place})}
}
