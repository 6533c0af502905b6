import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Whether LibreOffice is here; tests that ask it are left out where it is not. */
export const hasOffice = spawnSync('soffice', ['--version'], {stdio: 'ignore'}).status === 0

/** What LibreOffice makes of a file. Each time with a profile of its own: two of it would wait for one another. */
export function converted(name: string, content: string | Uint8Array, to: string, ending: string): Uint8Array {
  const root = mkdtempSync(join(tmpdir(), 'copylint-office-'))
  try {
    const file = join(root, name)
    writeFileSync(file, content)
    const profile = `-env:UserInstallation=file://${root}/profile`
    const out = join(root, 'out')
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, file], {
      stdio: 'ignore',
      timeout: 120_000
    })
    return Uint8Array.from(readFileSync(join(out, name.replace(/\.\w+$/, ending))))
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
}
