import {packageInfo} from './package.ts'

/** `copylint --version`. */
export function printVersion(): number {
  process.stdout.write(`${packageInfo().version}\n`)
  return 0
}
