import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {copylint} from '../../cli/command.ts'
import {needs} from '../../tools.ts'
import {launch, open} from './browser.ts'
import {contrasts} from './contrasts.ts'
import {htmlOf, reportsOf, spanOf} from './made.ts'

needs('chromium', () => describe('in a browser', inBrowser))

function inBrowser() {
  let browser: Browser
  const dir = mkdtempSync(join(tmpdir(), 'copylint-html-'))
  const project = resolve(import.meta.dirname, '../../..')
  const file = (name: string) => join(dir, `${name}.html`)
  const make = (name: string, ...args: string[]) =>
    copylint(project, ['--no-config', '--lang', 'zh', '--format', 'html', '--output', file(name), ...args])

  beforeAll(async () => {
    const made = await Promise.all([
      make('marked', '--score', 'fixtures/marked.txt'),
      make('issue', '--issue', 'fixtures/issue/1.txt', 'fixtures/issue/2.txt', 'fixtures/clean/bare.txt')
    ])
    expect(made.map(({status}) => status)).toEqual([1, 1])
    browser = await launch()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(dir, {recursive: true, force: true})
  })

  const shown = (page: Page) => page.locator('#list > li:not([hidden])')
  const numbers = (page: Page) =>
    shown(page).evaluateAll((all) => all.map((it) => Number((it as unknown as {dataset: {f: string}}).dataset.f)))
  const chosen = (page: Page) => page.locator('li.finding.on').getAttribute('id')

  test('it opens without a complaint, and asks the network for nothing', async () => {
    for (const name of ['marked', 'issue']) {
      const {page, complaints, requests} = await open(browser, file(name))
      await page.locator('.pages .badge circle').first().hover()
      await page.keyboard.press('j')
      expect(complaints).toEqual([])
      expect(requests).toEqual([])
    }
  })

  test('from the picture to the finding, to the text and back', async () => {
    const {page} = await open(browser, file('issue'))
    // the line between two pages belongs to the finding that it tells of
    await page.locator('.pages a.finding[data-f="1"] .badge').first().click()
    expect(await chosen(page)).toBe('f1')
    await expect.poll(() => page.locator('mark.on').count()).toBeGreaterThan(1)
    expect(new URL(page.url()).hash).toBe('#f1')
    const other = page.locator('#f1 figcaption a').nth(1)
    const target = (await other.getAttribute('href')) ?? ''
    await other.click()
    await expect.poll(() => isSeen(page, target)).toBe(true)
    await page.locator('mark[data-f~="2"] a').first().click()
    expect(await chosen(page)).toMatch(/^f\d+$/)
  })

  test('a head of the picture leads to its story, also where its page is folded, and the filters stay', async () => {
    const {page} = await open(browser, file('issue'))
    await page.keyboard.press('2')
    const left = await numbers(page)
    await page
      .locator('.pages a.story[href="#s2-1"] .ground')
      .first()
      .click({position: {x: 3, y: 3}})
    await expect.poll(() => isSeen(page, '#s2-1')).toBe(true)
    expect(await numbers(page)).toEqual(left)
    await page.locator('#enlarge').click()
    expect(await page.locator('#copy').isVisible()).toBe(false)
    await page.locator('#f1 .line').click()
    await expect.poll(() => isSeen(page, '#t1-0')).toBe(true)
  })

  test('filters: severity, rule, story and words; the address keeps them', async () => {
    const {page, complaints} = await open(browser, file('marked'))
    const all = await numbers(page)
    await page.locator('[data-toggle="error"]').click()
    const warnings = await numbers(page)
    expect(warnings.length).toBeGreaterThan(0)
    expect(warnings.length).toBeLessThan(all.length)
    expect(await page.locator('#shown').textContent()).toBe(`显示 ${warnings.length} 处，共 ${all.length} 处`)
    expect(await page.locator('.pages a.finding:not(.off)').count()).toBe(warnings.length)
    await page.reload()
    expect(await numbers(page)).toEqual(warnings)
    await page.keyboard.press('Escape')
    expect(await numbers(page)).toEqual(all)
    await page.locator('#rule').selectOption('doubled-phrase')
    expect(await shown(page).count()).toBe(await page.locator('li[data-rule="doubled-phrase"]').count())
    await page.locator('#clear').click()
    const story = (await page.locator('#list > li').first().getAttribute('data-story')) ?? ''
    await page.locator('#place').selectOption(story)
    expect(await shown(page).count()).toBe(await page.locator(`li[data-story="${story}"]`).count())
    await page.locator('#clear').click()
    await page.locator('#search').fill('石盘乡')
    expect((await numbers(page)).length).toBeLessThan(all.length)
    await page.locator('#search').fill('没有这几个字')
    expect(await page.locator('#none').isVisible()).toBe(true)
    await page.locator('#clear').click()
    await page.locator('#order').selectOption('severity')
    const severities = await shown(page).evaluateAll((own) => own.map((it) => it.getAttribute('data-severity')))
    expect(severities).toEqual([...severities].sort((a, b) => (a === b ? 0 : a === 'error' ? -1 : 1)))
    expect(complaints).toEqual([])
  })

  test('the keyboard: on, back, severities, search, text, help', async () => {
    const {page} = await open(browser, file('marked'))
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await chosen(page)).toBe('f2')
    await page.keyboard.press('k')
    expect(await chosen(page)).toBe('f1')
    await page.keyboard.press('t')
    expect(new URL(page.url()).hash).toBe('#t1-0')
    await page.keyboard.press('1')
    expect(await page.locator('li.finding.on').count()).toBe(0)
    expect(await page.locator('[data-toggle="error"]').getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('/')
    await page.keyboard.type('1j')
    expect(await page.locator('#search').inputValue()).toBe('1j')
    await page.keyboard.press('Escape')
    expect(await page.locator('#search').inputValue()).toBe('')
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('#keys').isVisible()).toBe(false)
    // every mark and every control is reached by Tab, and what is reached is seen
    await page.keyboard.press('Tab')
    const focused = await page.evaluate('document.activeElement.matches(":focus-visible")')
    expect(focused).toBe(true)
    expect(await page.locator('.pages a.finding').evaluateAll((all) => all.every((it) => it.tabIndex === 0))).toBe(true)
  })

  test('the account of the error rate lies over the report, and Esc puts it away', async () => {
    const {page} = await open(browser, file('marked'))
    await page.locator('.score summary').click()
    expect(await page.locator('.account table').isVisible()).toBe(true)
    await page.locator('.account a').first().click()
    expect(await chosen(page)).toMatch(/^f\d+$/)
    await page.keyboard.press('Escape')
    expect(await page.locator('.account table').isVisible()).toBe(false)
    expect(await chosen(page)).toMatch(/^f\d+$/)
  })

  test('an address with a finding opens at it', async () => {
    const context = await browser.newContext({viewport: {width: 1440, height: 900}})
    const page = await context.newPage()
    await page.goto(`file://${file('marked')}#f8&hide=warning`)
    expect(await chosen(page)).toBe('f8')
    await expect.poll(() => isSeen(page, '#f8')).toBe(true)
    await expect.poll(() => isSeen(page, '#t8-0')).toBe(true)
    expect(await page.locator('li[data-severity="warning"]:not([hidden])').count()).toBe(0)
    await context.close()
  })

  test('dark and light: as the machine has it, or as the reader says; both can be read', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      const {page} = await open(browser, file('marked'), {colorScheme})
      const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
      const before = await ground()
      expect(await contrasts(page)).toEqual([])
      await page.keyboard.press('j')
      expect(await contrasts(page)).toEqual([])
      await page.locator('#theme').click()
      expect(await ground()).not.toBe(before)
      expect(await contrasts(page)).toEqual([])
      await page.reload()
      expect(await ground()).not.toBe(before)
    }
  })

  test('by its own switch it is as dark as by that of the machine', async () => {
    const values = (page: Page) =>
      page.evaluate(`[...document.styleSheets[0].cssRules[0].style].filter((it) => it.startsWith('--'))
        .map((it) => it + getComputedStyle(document.documentElement).getPropertyValue(it))`)
    const dark = await open(browser, file('marked'), {colorScheme: 'dark'})
    const light = await open(browser, file('marked'), {colorScheme: 'light'})
    await light.page.keyboard.press('d')
    expect(await values(light.page)).toEqual(await values(dark.page))
  })

  test('without a script all is there: text, findings, links; no control that does nothing', async () => {
    const {page} = await open(browser, file('issue'), {javaScriptEnabled: false})
    expect(await page.locator('#list > li').first().isVisible()).toBe(true)
    expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0)
    await page.locator('.pages a.finding[data-f="1"] .badge').first().click()
    expect(new URL(page.url()).hash).toBe('#f1')
    await page.locator('details.clean summary').click()
    expect(await page.locator('details.clean .text').isVisible()).toBe(true)
  })

  test('no width needs scrolling sideways', async () => {
    for (const width of [360, 768, 1024, 1440, 2400]) {
      for (const name of ['marked', 'issue']) {
        const {page} = await open(browser, file(name), {viewport: {width, height: 800}})
        const overflow = await page.evaluate(`Math.max(document.documentElement.scrollWidth - innerWidth,
          ...[...document.querySelectorAll('.pane')].map((it) => it.scrollWidth - it.clientWidth))`)
        expect([name, width, overflow]).toEqual([name, width, 0])
      }
    }
  })

  test('on a phone a mark in the text leads to its finding and back', async () => {
    const {page} = await open(browser, file('marked'), {viewport: {width: 360, height: 700}})
    await page.locator('mark[data-f~="1"] a').first().click()
    await expect.poll(() => isSeen(page, '#f1 h3')).toBe(true)
    await page.locator('#f1 .line').click()
    await expect.poll(() => isSeen(page, '#t1-0')).toBe(true)
  })

  test('on paper: findings with both ends, black on white, nothing to press', async () => {
    const {page} = await open(browser, file('marked'), {colorScheme: 'dark'})
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.evaluate('getComputedStyle(document.querySelector("#f1 h3")).color')).toBe('rgb(0, 0, 0)')
    const cards = page.locator('#list > li')
    expect(await cards.last().locator('.end').first().isVisible()).toBe(true)
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('.mend').evaluateAll((own) => own.every((it) => it.hasAttribute('open')))).toBe(true)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.mend[open]').count()).toBe(0)
    // all of them, not the first screen
    const paper = await page.pdf({format: 'A4'})
    expect((paper.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(2)
  })

  test('names on all controls, landmarks, headings in order', async () => {
    const {page} = await open(browser, file('marked'))
    const nameless =
      await page.evaluate(`[...document.querySelectorAll('a, button, select, input, summary, section, svg')]
      .filter((it) => !(it.ariaHidden || it.getAttribute('aria-label') || it.textContent.trim() || it.labels?.length))
      .map((it) => it.outerHTML.slice(0, 120))`)
    expect(nameless).toEqual([])
    const levels = (await page.evaluate(
      `[...document.querySelectorAll('h1, h2, h3, h4, h5')].map((it) => Number(it.tagName[1]))`
    )) as number[]
    expect(levels[0]).toBe(1)
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
  })

  test('hostile copy does nothing', async () => {
    const evil = `"><img src=x onerror="alert(1)"></script><script>alert(2)</script><svg onload=alert(3)>' onclick='alert(4)`
    const copy = `# ${evil}\n\n本报讯 ${evil}，${evil}]]>\u202e<!--\u0000::error::\n`
    const found = [
      {
        at: spanOf(copy, evil),
        data: {word: evil},
        related: [{at: spanOf(copy, evil, 0, 1), label: 'there', compare: true}],
        fixes: [{title: 'mend', safety: 'safe' as const, edits: [{...spanOf(copy, evil), text: evil}]}]
      }
    ]
    const said = reportsOf({[`${evil}.txt`]: copy}, found).map((it) => ({
      ...it,
      failures: [{reason: evil}],
      messages: it.messages.map((message) => ({...message, ruleId: evil, url: 'javascript:alert(5)'}))
    }))
    writeFileSync(file('hostile'), await htmlOf(said))
    const {page, complaints, requests} = await open(browser, file('hostile'))
    for (const it of await page.locator('mark a, .pages a').all()) await it.dispatchEvent('click')
    await page.locator('#f1').hover()
    await page.keyboard.press('j')
    expect(await page.locator('img, iframe, object, embed, link').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
  })

  test('the policy holds: a script that is not ours does not run', async () => {
    const path = file('policy')
    const html = await htmlOf(reportsOf({'a.txt': '# 甲\n\n乙。\n'}, []))
    writeFileSync(
      path,
      html.replace('</footer>', '</footer><script>document.title = "no"</script><img src="http://127.0.0.1:9/x">')
    )
    const {page, complaints} = await open(browser, path)
    expect(await page.title()).not.toBe('no')
    expect(complaints.filter((it) => it.includes('Content Security Policy'))).toHaveLength(2)
  })
}

/** Whether an element is within what the reader sees. */
async function isSeen(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox()
  const height = page.viewportSize()?.height ?? 0
  return box !== null && box.y >= 0 && box.y < height - 20
}
