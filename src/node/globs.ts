import {isAbsolute, relative, sep} from 'node:path'
import picomatch from 'picomatch'

/** Globs from a config's folder. One without a slash fits a name at any depth; the name of a folder, all that is in it. */
export function toMatcher(patterns: readonly string[], folder: string): (file: string) => boolean {
  const globs = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '')
    const deep = bare.includes('/') ? bare : `**/${bare}`
    return [deep, `${deep}/**`]
  })
  const matches = picomatch(globs, {dot: true})
  return (file) => {
    const path = relative(folder, file).split(sep).join('/')
    return !isAbsolute(path) && matches(path)
  }
}
