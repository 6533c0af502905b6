import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Plugin} from 'rolldown'

/**
 * The licences of the libraries that are bundled: their terms ask that the notice goes where the code goes.
 * A plugin of rolldown that writes THIRD-PARTY.txt beside what is built.
 */
export function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((it) => (it.type === 'chunk' ? it.moduleIds : []))
      const folders = new Set(
        modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [])
      )
      const source = [...folders]
        .map(toNotice)
        .sort()
        .join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({type: 'asset', fileName: 'THIRD-PARTY.txt', source})
    }
  }
}

function toNotice(folder: string): string {
  const {name, version, license, author} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it))
  // some packages say their licence in package.json only
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `By ${author?.name ?? author}`
  return `${name} ${version} (${license})\n\n${text}\n`
}
