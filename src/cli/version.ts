import {packageVersion} from './package.ts'

/** `copylint --version`. */
export function printVersion(): number {
  process.stdout.write(`${packageVersion()}\n`)
  return 0
}
