import {describe, expect, test} from 'vitest'
import {classes, readBanned} from '../../rules/banned-term/entries.ts'
import bannedTerm from '../../rules/banned-term/index.ts'
import {bannedTerms} from '../../rules/banned-term/list.ts'
import {readEntries} from '../../rules/pleonasm/entries.ts'
import pleonasm from '../../rules/pleonasm/index.ts'
import {pleonasms} from '../../rules/pleonasm/list.ts'
import {readVariants} from '../../rules/variant-word/entries.ts'
import variantWord from '../../rules/variant-word/index.ts'
import {variants} from '../../rules/variant-word/table.ts'
import {presets} from '../../src/presets.ts'
import type {AnyRule} from '../../src/rule/rule.ts'
import {activate, runActive} from '../../src/testing/run.ts'

type Options = Readonly<Record<string, unknown>>

/** What a rule finds in a story: how sure it is, and the words. */
async function found(rule: AnyRule, text: string, options: Options = {}): Promise<string[]> {
  const source = pageOf(text)
  return runActive(await activate(rule, options), [{path: 'page.txt', source}]).findings.flatMap(
    ({severity, at, related = []}) =>
      [at, ...related.map((it) => it.at)].map(({start, end}) => `${severity} ${source.slice(start, end)}`)
  )
}

const pageOf = (text: string) => `# 青溪县开会\n\n${text}\n`

/** A page with a paragraph for each of the words. */
const paragraphs = (words: readonly string[]) => words.map((it) => `林岚说${it}不假。`).join('\n\n')

describe('the list of pleonasms', () => {
  const entries = readEntries(pleonasms, true)
  const asPrinted = pleonasms
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\?+ /u, '').replace(/ → .*/u, '').replace('#', '三十人').replace('…', '五月底'))

  test('each entry is found as it stands, once', async () => {
    const words = new Set(
      (await found(pleonasm, paragraphs(asPrinted), {disputed: true})).map((it) => it.split(' ')[1])
    )
    expect(asPrinted.filter((it) => !words.has(it))).toEqual([])
  })

  test('no entry stands twice, none lacks what may stand instead', () => {
    expect(asPrinted.length).toBe(new Set(asPrinted).size)
    expect(entries.filter(({instead}) => instead.some((it) => it === ''))).toEqual([])
  })

  test('its longer words have the term in them, and are left alone', async () => {
    const longer = entries.flatMap(({term, except = []}) => except.map((word) => ({term, word})))
    expect(longer.filter(({term, word}) => !word.includes(term))).toEqual([])
  })

  test.each([
    ['约三十人上下，近五十米左右，至少有三名以上，最多一百元以内。', 4],
    ['大约3000人左右，约1,200元左右，大约８０％左右，约30到40岁左右。', 4],
    ['截至目前为止，截止到今天上午为止；截至5月底为止。', 2],
    ['大约持续二十分钟左右，最低气温十度以上。', 1],
    ['之所以办得成的原因，出乎大家意料之外，首开全省先河。', 3],
    ['大约两个月，三十公里左右；约有五人，左右两侧；超过三人，以上是名单。', 0],
    ['到目前为止，节约三十元左右，附近五十里上下；不超过五人以上。', 0],
    ['截至昨日，加油以防止停机；直到天黑为止；迄今为止。', 0],
    ['不一定必须去，转变成为新村，各行各业的人。', 0]
  ])('%s', async (text, count) => expect(await found(pleonasm, text)).toHaveLength(count))

  test('half-width marks end a clause as full-width ones do', async () => {
    expect(await found(pleonasm, '大约两个月,三十公里左右;截至今天,到此为止。')).toEqual([])
    expect(await found(pleonasm, '共大约30人左右,截至目前为止。')).toHaveLength(2)
  })

  test('a mend leaves nothing to find', async () => {
    const source = pageOf(paragraphs(asPrinted))
    const active = await activate(pleonasm, {disputed: true})
    const {findings} = runActive(active, [{path: 'page.txt', source}])
    const edits = findings.flatMap(({fixes = []}) => fixes.flatMap((fix) => fix.edits))
    const mended = [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((text, {start, end, text: words}) => text.slice(0, start) + words + text.slice(end), source)
    const left = runActive(active, [{path: 'page.txt', source: mended}]).findings.filter(
      ({fixes = []}) => fixes.length > 0
    )
    expect(left.map(({at}) => mended.slice(at.start, at.end))).toEqual([])
  })
})

describe('the table of variant words', () => {
  const lines = variants.split('\n').filter((line) => line !== '')
  const entries = readVariants(variants)

  test('it has all 338 groups, and says of how many what is looked for', () => {
    const forms = lines.map((line) => (line.split(' ! ')[0] ?? '').split(' ').slice(1))
    const asIs = (form: string) => !form.startsWith('~') && !form.includes('>')
    const full = forms.filter((group) => group.every(asIs))
    const none = forms.filter((group) => group.every((form) => form.startsWith('~')))
    expect([forms.length, full.length, forms.length - full.length - none.length, none.length]).toEqual([
      338, 299, 29, 10
    ])
  })

  test('each form is found, and not what the table recommends', async () => {
    const terms = entries.map(({term}) => term)
    const words = new Set((await found(variantWord, paragraphs(terms))).map((it) => it.split(' ')[1]))
    expect(terms.filter((it) => !words.has(it))).toEqual([])
    expect(await found(variantWord, paragraphs(entries.map(({instead}) => instead)))).toEqual([])
  })

  test('the longer words are left alone', async () => {
    const longer = lines.flatMap((line) => line.split(' ! ')[1]?.split(' ') ?? [])
    expect(await found(variantWord, paragraphs(longer))).toEqual([])
    const used = new Set(entries.flatMap(({except = []}) => except))
    expect(longer.filter((word) => !used.has(word))).toEqual([])
  })

  test('only the preset strict has it', () => {
    expect([presets.recommended(variantWord), presets.minimal(variantWord), presets.strict(variantWord)]).toEqual([
      undefined,
      undefined,
      'warning'
    ])
  })
})

describe('the list of banned terms', () => {
  const all = {classes: [...classes]}
  const entries = readBanned(bannedTerms, classes)

  test('each is found as it stands, and its longer words are left alone', async () => {
    const printed = entries.map(({term, tail}) => term + tail)
    const words = new Set((await found(bannedTerm, paragraphs(printed), all)).map((it) => it.split(' ')[1]))
    expect(printed.filter((it) => !words.has(it))).toEqual([])
    const longer = entries.flatMap(({term, except = []}) => except.map((word) => ({term, word})))
    expect(longer.filter(({term, word}) => !word.includes(term))).toEqual([])
    const left = await found(bannedTerm, paragraphs(longer.map(({word}) => word.replace(/^[“‘]/u, '他说“又提'))), all)
    expect(left.filter((it) => !/台独|东突厥斯坦/u.test(it))).toEqual([])
  })

  test('only what the house adds takes the level of the rule, in quotes too, and goes before the list', async () => {
    const options = {add: [{term: '维族', instead: '维吾尔族'}, {term: '小鲜肉'}]}
    const asErrors = {...bannedTerm, severity: 'error' as const}
    expect(await found(asErrors, '维族师傅说“小鲜肉”，蒙族师傅不说。', options)).toEqual([
      'error 维族',
      'error 小鲜肉',
      'warning 蒙族'
    ])
  })

  test('except takes terms, and longer words', async () => {
    expect(await found(bannedTerm, '两岸三地茶会，维族歌舞。', {except: ['两岸三地', '维族歌舞']})).toEqual([])
    expect(await found(bannedTerm, '维族歌舞，维族师傅。', {except: ['维族歌舞']})).toEqual(['warning 维族'])
  })

  test('in quotations what has lawful uses is left alone', async () => {
    expect(await found(bannedTerm, '他说：“两岸三地都有人来。”')).toEqual([])
    expect(await found(bannedTerm, '他说：“都有人来。”两岸三地茶会，“一带一路”战略。')).toEqual([
      'info 两岸三地',
      'info 一带一路”战略'
    ])
    expect(await found(bannedTerm, '他说：“维族师傅来了。”')).toEqual(['warning 维族'])
  })

  test('台湾“立法院” in quotes is right', async () => {
    expect(await found(bannedTerm, '台湾“立法院”昨日开会。台湾立法院昨日开会。')).toEqual(['warning 台湾立法院'])
  })
})

describe('hostile pages', () => {
  test.each([
    ['涉及到', 100_000],
    ['大约', 300_000],
    ['大约1', 200_000],
    ['截至今', 200_000],
    ['之所以', 200_000],
    ['一', 600_000],
    ['“帐本', 100_000],
    ['《维族', 100_000]
  ])('%s again and again costs little', async (words, times) => {
    const source = pageOf(words.repeat(times))
    for (const rule of [pleonasm, variantWord, bannedTerm]) {
      const active = await activate(rule, {})
      const start = performance.now()
      runActive(active, [{path: 'page.txt', source}])
      expect(performance.now() - start).toBeLessThan(8000)
    }
  })

  test('English copy and copy in traditional characters are left alone', async () => {
    for (const rule of [pleonasm, variantWord, bannedTerm]) {
      expect(await found(rule, 'The reason is because the bridge was closed. 據報導，大約三十人參加。')).toEqual([])
    }
  })
})
