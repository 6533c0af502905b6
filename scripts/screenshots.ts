import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {indexed} from './indexed-png.ts'

const size = {width: 1440, height: 1000}
/** No picture of the documentation is larger, in bytes. */
const most = 300_000

/** The pictures, each of our page with the finding that shows most. */
const shots = [
  {file: 'docs/images/report-light.png', language: 'en', colorScheme: 'light'},
  {file: 'docs/images/report-dark.png', language: 'en', colorScheme: 'dark'},
  {file: 'docs/images/report-light.zh-CN.png', language: 'zh', colorScheme: 'light'}
] as const

/**
 * Draws the pictures of the HTML report for the README: `npm run screenshots`. Wants chromium (`$CHROMIUM`) and a Chinese face; as faces differ
 * between machines, so do the pictures, and no test compares them.
 */
export async function main(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'copylint-screenshots-'))
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  mkdirSync('docs/images', {recursive: true})
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking'
    ]
  })
  try {
    for (const {file, language, colorScheme} of shots) {
      const report = join(dir, `${language}.html`)
      const args = [
        'dist/cli.cjs',
        '--no-config',
        '--score',
        '--lang',
        language,
        '--format',
        'html',
        '--output',
        report
      ]
      spawnSync(process.execPath, [...args, 'fixtures/marked.txt'], {stdio: 'inherit'})
      const page = await browser.newPage({viewport: size, colorScheme})
      await page.goto(`file://${report}#f8`)
      await page.evaluate('document.fonts.ready')
      await page.waitForTimeout(300)
      writeFileSync(file, indexed(await page.screenshot()))
      await page.close()
      if (statSync(file).size > most) throw new Error(`${file} is larger than ${most} bytes`)
      console.log(`Written: ${file} (${Math.round(statSync(file).size / 1000)} KB)`)
    }
  } finally {
    await browser.close()
    rmSync(dir, {recursive: true, force: true})
  }
  return 0
}
