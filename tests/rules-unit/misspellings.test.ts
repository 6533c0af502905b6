import {characters, createUse, loadLikeCharacters, loadSyllables} from 'copylint'
import {runRule} from 'copylint/testing'
import {describe, expect, test} from 'vitest'
import {idioms} from '../../rules/common-misspelling/idioms.ts'
import rule from '../../rules/common-misspelling/index.ts'
import {lawfulPhrases} from '../../rules/common-misspelling/lawful-phrases.ts'
import {misspellings} from '../../rules/common-misspelling/misspellings.ts'
import {findSlips} from '../../rules/common-misspelling/near.ts'
import {ordinary} from '../../rules/common-misspelling/ordinary.ts'
import {ordinaryWords} from '../../rules/common-misspelling/ordinary-words.ts'
import {toPhrases} from '../../rules/common-misspelling/phrases.ts'
import {slipsIn} from '../../rules/common-misspelling/slips.ts'
import {issueOf} from '../analysis/pages.ts'

const lines = misspellings.split('\n')
const near = {
  phrases: toPhrases(idioms),
  lawful: lawfulPhrases,
  isWord: ordinary(ordinaryWords),
  alike: await loadLikeCharacters(),
  read: await loadSyllables()
}
const fours = (text: string): string[] => text.match(/.{4}/gu) ?? []
const slips = slipsIn([], misspellings, new Set())
/** A story of these lines, under a head that has nothing to be found. */
const pageOf = (...lines: readonly string[]) => createUse()(characters, issueOf(`# 岚\n\n${lines.join('\n')}\n`))
const found = (...lines: readonly string[]) =>
  [...findSlips(pageOf(...lines), near)].map(
    ({block: {text}, start, phrase, how}) => `${text.slice(start, start + 4)} ${phrase} ${how ?? 'odd'}`
  )
const listed = (...lines: readonly string[]) => {
  const page = pageOf(...lines)
  return [...slips(page)].map(
    ({start, end, right}) => `${String.fromCharCode(...page.codes.subarray(start, end))} ${right}`
  )
}

describe('the lists', () => {
  test('every line has a wrong form, another that is right, and conditions that can be read', () => {
    for (const line of lines) {
      const [wrong = '', right = '', ...conditions] = line.split(' ')
      expect(wrong, line).toMatch(/^[\u4e00-\u9fff]{2,}$/u)
      expect(right, line).toMatch(/^[\u4e00-\u9fff]{2,}$/u)
      expect(right, line).not.toBe(wrong)
      for (const it of conditions) {
        expect(it, line).toMatch(/^(?:\?|[前后][=≠].+)$/u)
        if (it !== '?') expect(() => new RegExp(it.slice(2), 'u'), line).not.toThrow()
      }
    }
  })

  test('no form stands twice, and none is a right one', () => {
    const wrong = lines.map((line) => line.slice(0, line.indexOf(' ')))
    expect(wrong.filter((it, index) => wrong.indexOf(it) !== index)).toEqual([])
    const right = new Set([...lines.map((line) => line.split(' ')[1]), ...fours(idioms)])
    expect(wrong.filter((it) => right.has(it))).toEqual([])
  })

  test('a right form holds no listed one', () => {
    expect(listed(...lines.map((line) => line.split(' ')[1] ?? ''))).toEqual([])
    expect(listed(...fours(idioms))).toEqual([])
  })

  test('set phrases stand in the order of their codes, since they are looked for by halving', () => {
    for (const list of [idioms, lawfulPhrases]) expect(fours(list)).toEqual(fours(list).sort())
  })

  test('idioms have four characters, and a lawful word is none', () => {
    const known = new Set(fours(idioms))
    for (const idiom of known) expect(idiom).toMatch(/^[\u4e00-\u9fff]{4}$/u)
    expect(fours(lawfulPhrases).filter((word) => known.has(word) || !/^[\u4e00-\u9fff]{4}$/u.test(word))).toEqual([])
  })
})

describe('listed misspellings', () => {
  test('of two forms at one place the longer one speaks', () => {
    expect(listed('欢渡佳节')).toEqual(['欢渡佳节 欢度佳节'])
    expect(listed('他们欢渡春节')).toEqual(['欢渡 欢度'])
  })

  test.each([
    ['公布署名文章', []],
    ['迅速布署工作', ['布署 部署']],
    ['充电桩按装机容量计算', []],
    ['派遣责任心强的人', []],
    ['锣鼓喧天，号召示范村', []],
    ['报名截止2月底', []],
    ['截止2月底，全县已修渠十里', ['截止 截至']],
    ['截止 2月底', []],
    ['驾船渡过青溪', []],
    ['渡过了一个难忘的春节', ['渡过 度过']],
    ['主要途径是修渠', []],
    ['客车途径白溪县', ['途径 途经']],
    ['自己经过', []],
    ['来自已故诗人', []]
  ])('%s', (text, wanted) => {
    expect(listed(text)).toEqual(wanted)
  })
})

describe('idioms', () => {
  test.each([
    ['他工作一丝不句', ['一丝不句 一丝不苟 sound']],
    ['修桥补路，善美大焉。', ['善美大焉 善莫大焉 odd']],
    // behind the odd one a mark must stand
    ['善美大焉者', []],
    ['他工作一丝不苟', []],
    ['一问一答式的宣讲', []],
    ['最激动人心的一幕', []],
    ['勠力同心', []],
    ['一', []],
    ['', []]
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted)
  })

  test('none is found in a list of idioms', () => {
    expect(found(...fours(idioms).map((idiom) => `，${idiom}，`))).toEqual([])
  })
})

test('the house’s words come before ours, and what it excepts is left alone', async () => {
  const page = '# 白西县举办步道节\n\n本报讯（记者 何苗）必竟是头一回，大家按步就班，一丝不句。\n'
  const {findings} = await runRule(rule, [{path: 'page.txt', source: page}], {
    words: {白西县: '白溪 县', 必竟: '毕其', 何: '荷'},
    except: ['按步就班', '一丝不句']
  })
  expect(findings.map(({data}) => data?.right)).toEqual(['白溪 县', '毕其'])
})

test('a long run is read in a moment', () => {
  const began = performance.now()
  for (const run of ['一心', '不可', '善美大焉', '截止', '“', '渡过了', '迁徒']) {
    const page = pageOf(run.repeat(100_000))
    for (const _ of slips(page));
    for (const _ of findSlips(page, near));
  }
  expect(performance.now() - began).toBeLessThan(5000)
})
