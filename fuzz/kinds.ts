import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {decode} from '../src/node/decode.ts'
import {configs, type Schema} from './inputs/configs.ts'
import {html, markdown, word} from './inputs/files.ts'
import type {Maker} from './inputs/input.ts'
import {shape} from './inputs/shapes.ts'
import {bytes, mutated, spliced, unicode} from './inputs/text.ts'

/** What is thrown at copylint, by the name that `--only` takes. */
export type Kinds = Readonly<Record<string, Maker>>

export function createKinds(): Kinds {
  const pages = ['fixtures', 'fixtures/clean', 'fixtures/issue', 'fixtures/terms'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt') && !name.endsWith('.marked.txt'))
      .sort()
      .map((name) => decode(readFileSync(join(folder, name))).text)
  )
  return {
    bytes,
    mutated: mutated(pages),
    spliced: spliced(pages),
    unicode: unicode(pages),
    shapes: shape,
    word: word(pages),
    html: html(pages),
    markdown: markdown(pages),
    configs: configs(JSON.parse(readFileSync('schema/lintrc.json', 'utf8')) as Schema)
  }
}
