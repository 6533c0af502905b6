import {dirname, resolve} from 'node:path'
import {noRule} from '../config/check.ts'
import {Complaint} from './complaint.ts'
import {type FindOptions, findFiles, type Input, type InputFile} from './files.ts'
import type {LintOptions} from './run.ts'
import type {SettingsFinder} from './settings.ts'
import {identityOf, realPath} from './walk.ts'

/** What is to be linted, in the order given. */
export async function inputsOf(
  patterns: readonly string[],
  options: LintOptions,
  finder: SettingsFinder
): Promise<Input[]> {
  const inputs: Input[] = []
  const named = patterns.filter((it) => it !== '-')
  const files = named.length > 0 ? await findFiles(named, options.cwd, toFindOptions(options, finder)) : []
  // standard input stands where it was named, when it is the first or the only one
  if (patterns.includes('-') && options.stdin) inputs.push(stdinFile(options.stdin.name, options.cwd))
  return patterns[0] === '-' ? [...inputs, ...files] : [...files, ...inputs]
}

/** Reports that this run writes are no pages where an earlier one has left them; a page in their place, or one that is named, refuses the run. */
function toFindOptions({cwd, outputs = []}: LintOptions, finder: SettingsFinder): FindOptions {
  return {
    ignores: finder.ignores,
    formatsOf: async (file) => (await finder.settingsOf(file)).formats,
    outputs: new Set(outputs.map((it) => realPath(resolve(cwd, it))))
  }
}

const stdinFile = (name: string, cwd: string): InputFile => ({path: name, absolute: resolve(cwd, name), stdin: true})

/** A report in the place of the copy it tells of would be the end of the copy. */
export function refuseOverwriting(inputs: readonly Input[], {cwd, outputs = []}: LintOptions): void {
  if (outputs.length === 0) return
  const pages = new Set(inputs.flatMap((it) => ('absolute' in it && !it.stdin ? [identityOf(it.absolute)] : [])))
  const output = outputs.find((it) => pages.has(identityOf(resolve(cwd, it))))
  if (output === undefined) return
  throw new Complaint({
    zh: `报告不能写进要检查的文件 ${output}，会把稿件盖掉；请换一个文件名`,
    en: `the report cannot go to ${output}, which is linted: it would replace the copy; take another name`
  })
}

/** What a run that was killed while it wrote has left beside the pages. */
export async function tidyFolders(inputs: readonly Input[]): Promise<void> {
  const {tidy} = await import('./tidy.ts')
  const folders = inputs.flatMap((it) => ('absolute' in it && !it.stdin ? [dirname(realPath(it.absolute))] : []))
  for (const folder of new Set(folders)) tidy(folder)
}

/** A rule named on the command line may be of any config's plugins. */
export async function refuseUnknownRules(
  inputs: readonly Input[],
  {builtin, rules = [], mend}: LintOptions,
  finder: SettingsFinder
) {
  const names = new Set(builtin.map((rule) => rule.name))
  const named = [...rules.map(({rule}) => rule), ...(mend?.rules ?? [])]
  const asked = () => named.find((name) => !names.has(name))
  if (asked() === undefined) return
  for (const input of inputs) {
    if ('missing' in input) continue
    const settings = await finder.settingsOf(input.absolute)
    for (const name of settings.known.keys()) names.add(name)
    // a plugin that could not be loaded may have it
    if (settings.failures.length > 0 || settings.errors.length > 0) return
  }
  const unknown = asked()
  if (unknown !== undefined) throw new Complaint(noRule(unknown, names))
}
