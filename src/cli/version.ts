import {packageFile} from './package.ts'

/** `copylint --version`. */
export function printVersion(): number {
  const {version} = JSON.parse(packageFile('package.json') ?? '{}') as {version?: string}
  process.stdout.write(`${version ?? '?'}\n`)
  return 0
}
