import {pathToFileURL} from 'node:url'
import type {Failure} from '../lint.ts'
import type {Plugin} from './plugins.ts'
import {shown} from './settings.ts'

/** A failure with the line of the plugin's file where its rule threw, as far as the stack tells. */
export function withLine(failure: Failure, plugins: readonly Plugin[], cwd: string): Failure {
  const plugin = plugins.find(({rules}) => rules.some(({name}) => name === failure.rule))
  if (!plugin || !(failure.cause instanceof Error)) return failure
  const url = pathToFileURL(plugin.file).href
  const [, behind] = (failure.cause.stack ?? '').split(`${url}:`)
  const line = /^\d+/.exec(behind ?? '')?.[0]
  if (line === undefined) return failure
  const place = ` (${shown(plugin.file, cwd)}:${line})`
  return {...failure, reason: failure.reason + place, ...(failure.zh !== undefined && {zh: failure.zh + place})}
}
