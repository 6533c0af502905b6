import {resolve} from 'node:path'
import {Complaint} from '../node/complaint.ts'
import type {LintOptions, Run} from '../node/run.ts'
import type {Parsed} from './parse.ts'
import {tell} from './tell.ts'
import {mendOf} from './values.ts'

/** What the command line says of baselines; nothing where it says nothing. */
export function baselineOf(operands: readonly string[], options: Parsed['options']): LintOptions['baseline'] {
  const task = options.updateBaseline === true ? 'update' : options.pruneBaseline === true ? 'prune' : undefined
  if (task) refuseAtOdds(operands, options, `--${task}-baseline`)
  const file =
    typeof options.baseline === 'string' ? resolve(options.baseline) : options.baseline === false ? false : undefined
  return file === undefined && !task ? undefined : {...(file !== undefined && {file}), ...(task && {task})}
}

/** What would make a baseline of something else than what the desk has seen in its files. */
function refuseAtOdds(operands: readonly string[], options: Parsed['options'], flag: string): void {
  const refuse = (zh: string, en: string): never => {
    throw new Complaint({zh, en})
  }
  if (options.updateBaseline === true && options.pruneBaseline === true) {
    refuse(
      '--update-baseline 已经会去掉不再报的，不必同时用 --prune-baseline',
      '--update-baseline drops what is not found any more, too: leave out --prune-baseline'
    )
  }
  if (options.baseline === false) {
    refuse(
      `${flag} 要写基线，不能同时用 --no-baseline`,
      `${flag} writes the baseline: it cannot be used with --no-baseline`
    )
  }
  if (mendOf(options)) {
    refuse(
      `${flag} 不能和改稿（--fix…）一起用；请先改，再接受剩下的`,
      `${flag} cannot be used with --fix…: mend first, then accept what is left`
    )
  }
  if (options.quiet === true && options.updateBaseline === true) {
    refuse(
      '--update-baseline 会把 --quiet 不显示的也接受下来，不能一起用',
      '--update-baseline would accept what --quiet hides: they cannot be used together'
    )
  }
  if (operands.includes('-')) {
    refuse(`${flag} 要有文件，不能用标准输入（-）`, `${flag} needs files: it cannot be used with standard input (-)`)
  }
}

/** What was written, and what the baselines accept that nobody finds any more. */
export function tellBaselines(
  {pages, baselines, language}: Run,
  task: NonNullable<LintOptions['baseline']>['task']
): void {
  for (const {path, accepted, added, dropped, failure} of baselines) {
    if (failure) tell(language, failure)
    else if (task === 'update') {
      tell(language, {
        zh: `接受了 ${accepted} 处（新的 ${added} 处，去掉不再报的 ${dropped} 处）：${path}`,
        en: `${accepted} accepted (${added} new, ${dropped} no longer found and dropped): ${path}`
      })
    } else if (dropped > 0)
      tell(language, {
        zh: `去掉了 ${dropped} 处不再报的：${path}`,
        en: `${dropped} no longer found and dropped: ${path}`
      })
    else tell(language, {zh: `没有要去掉的：${path}`, en: `nothing to drop: ${path}`})
  }
  for (const {path, unused = []} of pages) {
    if (unused.length === 0) continue
    const some = unused.slice(0, 3).map(({rule, text}) => (text === '' ? rule : `${rule} “${text}”`))
    const more = unused.length > some.length
    tell(language, {
      zh: `${path}：基线里有 ${unused.length} 处已经不再报了（${some.join('、')}${more ? '……' : ''}），用 --prune-baseline 去掉`,
      en: `${path}: ${unused.length} of the baseline no longer found (${some.join(', ')}${more ? ', …' : ''}); --prune-baseline drops what is not found`
    })
  }
}
