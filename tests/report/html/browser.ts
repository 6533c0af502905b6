import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {onTestFinished} from 'vitest'

export function launch(): Promise<Browser> {
  return chromium.launch({
    // Debian's, or whatever the machine says
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
}

export interface Opened {
  readonly page: Page
  /** What the browser complained of, and what it asked for beside the report itself. */
  readonly complaints: string[]
  readonly requests: string[]
}

/** Opens a report from its file, as a chief editor does. */
export async function open(browser: Browser, path: string, how: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, ...how})
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(dialog.message()))
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) requests.push(request.url())
  })
  await page.goto(`file://${path}`)
  return {page, complaints, requests}
}
