import type {MendRequest} from '../node/mend-pages.ts'
import type {Run} from '../node/run.ts'
import type {Message} from '../report/message.ts'
import type {Texts} from '../rule/rule.ts'

/** What became of mending: the files that were mended, or would be, and why what a named rule found was not. */
export function mendedTexts(run: Run, {dry, level, rules}: MendRequest): Texts[] {
  const nothing: Texts = {zh: '没有可以自动改的', en: 'nothing to mend'}
  const made = run.mended.map(({path, mends}): Texts => {
    if (dry)
      return {zh: `可改 ${mends} 处（没有写文件）：${path}`, en: `${mends} to mend (nothing was written): ${path}`}
    return {zh: `改了 ${mends} 处：${path}`, en: `${mends} mended: ${path}`}
  })
  const byHand = [...(rules ?? [])].flatMap((rule) => toBeMended(rule, level, run))
  // what went wrong has been told: that there was nothing to mend may not be true
  return [...(made.length === 0 && run.complaints.length === 0 ? [nothing] : made), ...byHand]
}

/** Whoever names a rule to mend waits for its mends: why some of its findings have none. */
function toBeMended(rule: string, level: MendRequest['level'], {pages}: Run): Texts[] {
  const found = pages.flatMap(({messages}) => messages.filter(({ruleId}) => ruleId === rule))
  const without = found.filter(({fixes}) => fixes.length === 0).length
  const unsafe = level === 'unsafe' ? 0 : found.filter(isUnsafe).length
  return [
    without > 0 && {
      zh: `${rule} 查出的有 ${without} 处没有现成的改法，请手工改`,
      en: `${without} of the findings of ${rule} come without a mend: put them right by hand`
    },
    unsafe > 0 && {
      zh: `${rule} 查出的有 ${unsafe} 处要人看过才能改：看过以后再加 --fix-unsafe`,
      en: `${unsafe} of the findings of ${rule} need an editor’s eye: look, then add --fix-unsafe`
    }
  ].filter((it) => it !== false)
}

const isUnsafe = ({fixes}: Message): boolean => fixes.length > 0 && fixes.every(({safety}) => safety === 'unsafe')
