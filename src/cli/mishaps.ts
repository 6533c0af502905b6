import {reasonOf} from '../node/reasons.ts'
import type {Texts} from '../rule/rule.ts'

/**
 * Whatever goes wrong beside the run, where nobody waits for it: output that cannot be written, errors that a plugin throws
 * later. Told in one sentence; the status is then 2, whatever the run says.
 */
export function watchMishaps(tell: (texts: Texts) => void, tellCrash: (error: unknown) => void): void {
  let failed = false
  process.on('exit', () => {
    if (failed) process.exitCode = 2
  })
  for (const [stream, name] of [
    [process.stdout, {zh: '标准输出', en: 'standard output'}],
    [process.stderr, {zh: '标准错误', en: 'standard error'}]
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // a reader that has seen enough closes the pipe (`copylint … | head`): that is no error of ours
      if (error.code === 'EPIPE' || failed) return
      failed = true
      if (stream === process.stderr) return
      const {zh, en} = reasonOf(error)
      tell({zh: `${name.zh}写不进去（${zh}）`, en: `${name.en} cannot be written (${en})`})
    })
  }
  process.on('uncaughtException', (error: unknown) => {
    failed = true
    tellCrash(error)
  })
}
