import type {MendLevel} from '../fix/mend.ts'
import {mend} from '../fix/mend.ts'
import type {Document} from '../formats/format.ts'
import {readPlain} from '../formats/plain.ts'
import type {ActiveRule, Found} from '../lint.ts'
import type {Example, ExamplePage} from './examples.ts'
import {runActive} from './run.ts'

/** What shows the pages after each kind of mends. */
const blocks = {safe: 'page fixed', unsafe: 'page fixed unsafe'} as const satisfies Record<MendLevel, string>

/**
 * Mends an example as `--fix` and `--fix-unsafe` do, and compares with the pages that the README shows behind it.
 *
 * @throws where they differ, where a mend is not shown or a shown one is none, where mends go in a circle
 */
export function checkMends(active: ActiveRule, example: Example, findings: readonly Found[]): void {
  const shown = {safe: example.fixed, unsafe: example.fixedUnsafe}
  for (const level of ['safe', 'unsafe'] as const) {
    const offered = findings.some(({fixes = []}) => fixes.some(({safety}) => safety === level))
    const wanted = shown[level]
    if (!offered && !wanted) continue
    if (!offered) throw new Error(`Nothing offers a mend that is ${level}, and a “${blocks[level]}” shows one`)
    const mended = mendPages(active, example, level)
    if (!wanted) throw new Error(`No “${blocks[level]}” shows the mend:\n${join(mended)}`)
    if (join(mended) !== join(wanted)) {
      throw new Error(`The page after mending is not the one of “${blocks[level]}”:\n${join(mended)}`)
    }
  }
}

function mendPages(active: ActiveRule, {pages}: Example, level: MendLevel): ExamplePage[] {
  const named = (documents: readonly Document[]) =>
    pages.map(({path}, page) => ({path, source: documents[page]?.copy ?? ''}))
  const read = pages.map(({source}) => readPlain(source))
  const {documents: mended, circling} = mend(read, (now) => runActive(active, named(now)), {level})
  if (circling.length > 0) throw new Error(`The mends of ${active.rule.name} undo one another, or never end`)
  return named(mended)
}

const join = (pages: readonly ExamplePage[]): string =>
  pages.map(({path, source}) => (pages.length > 1 ? `--- page: ${path} ---\n${source}` : source)).join('')
