import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {copylint, doubled, folder} from '../../cli/command.ts'
import {elementsOf, hasClass, htmlOf, parsed, property, reportsOf, spanOf, textOf} from './made.ts'

const pages = {
  'a.txt':
    '# 海棠镇修缮老石桥\n\n本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工。\n\n老石桥建于清代。图为老石桥。\n',
  'b.txt': '# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子，预计三个月后完工。\n'
}
const [a, b] = Object.values(pages) as [string, string]
const pair = {
  at: spanOf(b, '预计三个月后完工。', 1),
  related: [{at: spanOf(a, '预计三个月后完工。'), label: 'there', compare: true}]
}
const warning = {at: spanOf(a, '清代'), severity: 'warning' as const}
const findings = [pair, warning]

const bySort = (html: string) =>
  elementsOf(parsed(html))
    .filter((it) => it.tagName === 'li' && hasClass(it, 'finding'))
    .map((it) => property(it, 'id'))

describe('the report', () => {
  test('its policy names its own style and script, and lets nothing else run', async () => {
    const html = await htmlOf(reportsOf(pages, findings))
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]
    for (const name of ['style', 'script']) {
      const [, text = ''] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(html) ?? []
      const hash = createHash('sha256').update(text).digest('base64')
      expect(text.length).toBeGreaterThan(1000)
      expect(policy).toContain(`${name}-src &#39;sha256-${hash.replaceAll('+', '+')}&#39;`)
    }
    expect(policy).toContain('default-src &#39;none&#39;')
    expect(html).not.toMatch(/unsafe-|url\(|@import|https?:\/\/(?!example\.com)/)
  })

  test('names are given once, and every link inside has its end', async () => {
    const html = await htmlOf(reportsOf(pages, findings))
    const all = elementsOf(parsed(html))
    const ids = all.flatMap((it) => (it.properties.id === undefined ? [] : [property(it, 'id')]))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wanted = all.flatMap((it) => [
      ...(property(it, 'href').startsWith('#') ? [property(it, 'href').slice(1)] : []),
      ...property(it, 'ariaDescribedBy').split(' '),
      ...property(it, 'ariaLabelledBy').split(' ')
    ])
    expect(wanted.filter((id) => id !== '' && !ids.includes(id))).toEqual([])
    expect(wanted).toContain('t2-1')
  })

  test('a pair of two pages: a card, marks on both pages, and a line between them', async () => {
    const all = elementsOf(parsed(await htmlOf(reportsOf(pages, findings))))
    expect(all.filter((it) => it.tagName === 'mark').map((it) => [property(it, 'dataF'), textOf(it)])).toEqual([
      ['2', '预计三个月后完工。'],
      ['1', '清代'],
      ['2', '预计三个月后完工。']
    ])
    expect(all.filter((it) => hasClass(it, 'tie'))).toHaveLength(1)
    expect(all.filter((it) => hasClass(it, 'end')).map(textOf)).toEqual([
      expect.stringContaining('清代'),
      expect.stringContaining('a.txt 第3行'),
      expect.stringContaining('这一处')
    ])
  })

  test('a mend shows what goes and what comes', async () => {
    const fixes = [{title: 'mend', safety: 'unsafe' as const, edits: [{...warning.at, text: '明代'}]}]
    const all = elementsOf(parsed(await htmlOf(reportsOf(pages, [{...warning, fixes}]))))
    expect(all.filter(({tagName}) => tagName === 'del' || tagName === 'ins').map(textOf)).toEqual(['清代', '明代'])
    expect(textOf(all.find((it) => hasClass(it, 'mend')) ?? {type: 'text', value: ''})).toContain('看过可以改改好')
  })

  test('--sort and --quiet; numbers are by place whatever the order', async () => {
    const reports = reportsOf(pages, findings)
    expect(bySort(await htmlOf(reports))).toEqual(['f1', 'f2'])
    expect(bySort(await htmlOf(reports, {sort: 'severity'}))).toEqual(['f2', 'f1'])
    const quiet = await htmlOf(reports, {quiet: true})
    expect(bySort(quiet)).toEqual(['f1'])
    expect(quiet).toContain('--quiet')
    expect(quiet).not.toContain('清代</a>')
  })

  test('what could not be checked stands at the top, and nothing is called clean', async () => {
    const reports = reportsOf(pages, []).map((it) => ({
      ...it,
      copy: '',
      stories: [],
      blocks: [],
      failures: [{reason: '文件读不了'}]
    }))
    const html = await htmlOf(reports)
    expect(html).toContain('2 个文件没有查完')
    expect(html).toContain('没有一个版面查完')
    expect(html).toContain('文件读不了（2 个文件）')
  })

  test('what the desk has accepted is counted, what it need not accept any longer is named', async () => {
    const unused = [{rule: 'a-rule', text: '早已改好的一句'}]
    const html = await htmlOf(
      reportsOf(pages, []).map((it, index) => (index === 0 ? {...it, accepted: 3, unused} : it))
    )
    expect(html).toContain('已接受 3 处，没有列出')
    expect(html).toMatch(/基线里有 1 条已经找不到了.*早已改好的一句/s)
  })

  test('in English, and with nothing to say', async () => {
    const html = await htmlOf(reportsOf(pages, [], 'en'), {language: 'en'})
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('2 stories, nothing found')
    expect(html).toContain('<div class="text" lang="zh-Hans">')
    expect(html).not.toContain('class="filters')
  })

  test('pages without findings are folded; many are left out with a word', async () => {
    const clean = Object.fromEntries(Array.from({length: 20}, (_, index) => [`${index}.txt`, a.repeat(400)]))
    const html = await htmlOf(reportsOf(clean, []))
    const folded = html.match(/<details class="clean"/g)?.length ?? 0
    expect(folded).toBeGreaterThan(10)
    expect(html).toContain(`另有 ${20 - folded} 个版面没有发现问题，文字从略`)
    // no story of the picture leads to a text that is not there
    for (const [, id = ''] of html.matchAll(/href="#(s\d+-0)"/g)) expect(html).toContain(`id="${id}"`)
  })
})

describe('large pages', () => {
  const story = `${a}\n本报讯 ${'柳溪村的农户们说，今年的收成有望超过去年。'.repeat(8)}\n\n`
  const big = (stories: number) => {
    const copy = story.repeat(stories)
    const each = Math.floor(copy.length / stories)
    const found = Array.from({length: stories * 2}, (_, index) => {
      const start = Math.floor(index / 2) * each + 20 + (index % 2) * 30
      return {
        at: {page: 0, start, end: start + 12},
        related: [{at: {page: 0, start: start + 15, end: start + 27}, label: 'there', compare: true}]
      }
    })
    return reportsOf({'a.txt': copy}, found)
  }

  test('a page of a million bytes with two thousand findings', async () => {
    const reports = big(1000)
    const start = performance.now()
    const html = await htmlOf(reports)
    const bytes = new TextEncoder().encode(html).length
    const source = new TextEncoder().encode(reports[0]?.copy).length
    // two thousand cards of a kilobyte and a half each beside the text
    expect(bytes).toBeLessThan(source * 2 + 2000 * 4200)
    expect(performance.now() - start).toBeLessThan(8000)
    expect(await htmlOf(reports)).toBe(html)
  })

  test('twice the page is about twice the report', async () => {
    const [small, large] = [(await htmlOf(big(200))).length, (await htmlOf(big(400))).length]
    expect(large / small).toBeLessThan(2.1)
  })

  test('findings that all lie upon one another are told, not multiplied', async () => {
    const copy = `${a}\n${'会议指出，'.repeat(4000)}\n`
    const found = Array.from({length: 500}, (_, index) => ({
      at: {page: 0, start: 60 + index, end: copy.length - 2 - index}
    }))
    const html = await htmlOf(reportsOf({'a.txt': copy}, found))
    expect(html.length).toBeLessThan(1_200_000)
  })
})

describe('the command', () => {
  test('--report html=FILE writes it beside another report; same input, same bytes', async () => {
    const {root, read} = folder({'issue.txt': doubled})
    const args = [
      '--no-config',
      '--score',
      '--lang',
      'zh',
      '--format',
      'json',
      '--report',
      'html=page.html',
      'issue.txt'
    ]
    const {status, out} = await copylint(root, args)
    expect(status).toBe(1)
    expect(JSON.parse(out)[0].messages[0].fixes[0]).not.toHaveProperty('changes')
    const first = read('page.html')
    expect(first).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(first).toContain('差错率')
    await copylint(root, args)
    expect(read('page.html')).toBe(first)
    expect(
      (await copylint(root, ['--no-config', '--lang', 'zh', '--score', '--format', 'html', 'issue.txt'])).out
    ).toBe(first)
  })
})
