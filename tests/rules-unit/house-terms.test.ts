import {createLists, type Found, lint, loadLikeCharacters} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import houseTerms from '../../rules/house-terms/index.ts'
import {nearMisses} from '../../rules/house-terms/near.ts'

async function find(terms: Record<string, unknown>, ...paragraphs: string[]): Promise<readonly Found[]> {
  const source = ['# 青溪县部署春耕', ...paragraphs].join('\n')
  const {rules, failures} = await createLists()([{rule: houseTerms, severity: 'error', options: {files: [], terms}}])
  expect(failures).toEqual([])
  const {findings, failures: thrown} = lint([{path: 'a', source}], rules)
  expect(thrown).toEqual([])
  return findings
}

const told = async (terms: Record<string, unknown>, ...paragraphs: string[]) => {
  const source = ['# 青溪县部署春耕', ...paragraphs].join('\n')
  const findings = await find(terms, ...paragraphs)
  return findings.map(({id, severity, at}) => `${id} ${severity} ${source.slice(at.start, at.end)}`)
}

describe('words', () => {
  const terms = {
    preferred: {ＡＰＰ: '应用程序', 身分: {right: '身份', level: 'error', mend: 'none'}},
    forbidden: ['5G手机', {term: '残废', except: '老残废桥', level: 'info'}],
    organisations: [{name: '残废军人疗养院', short: '疗养院'}]
  }
  test.each<[string, string[]]>([
    ['请装APP。', ['preferred warning APP']],
    ['请装ＡＰＰ。', ['preferred warning ＡＰＰ']],
    ['请装APPLE。', []],
    ['25G手机，5G手机。', ['forbidden warning 5G手机']],
    ['残废军人疗养院在老残废桥边，有残废。', ['forbidden info 残废']],
    ['他的身分不明，身份要查。', ['preferred error 身分']]
  ])('%s', async (text, expected) => {
    expect(await told(terms, text)).toEqual(expected)
  })

  test('a mend is what the entry says', async () => {
    const [first] = await find(terms, '请装APP。')
    expect(first?.fixes).toMatchObject([{safety: 'unsafe', edits: [{text: '应用程序'}]}])
    const [second] = await find(terms, '身分。')
    expect(second?.fixes).toBeUndefined()
  })
})

describe('what is meant', () => {
  test('marks that belong to a term', async () => {
    const terms = {
      people: ['阿依古丽·买买提', {name: '林岚', also: '林　岚'}],
      phrases: ['不忘初心、牢记使命', '“四个意识”和“四个自信”'],
      preferred: {十四五: '“十四五”', '不忘初心，牢记使命': '不忘初心、牢记使命'},
      forbidden: ['《江湖、恩怨》', {term: '聋子', instead: '听障人士、聋人'}]
    }
    expect(await told(terms, '不忘初心，牢记使命。《江湖、恩怨》写“十四五”。')).toEqual([
      'preferred warning 不忘初心，牢记使命',
      'forbidden warning 《江湖、恩怨》'
    ])
  })

  test('lists of pairs', async () => {
    const terms = {
      people: [{顾廷章: '县委书记'}, {何苗: {office: '县长', level: 'error'}}],
      preferred: [{帐户: '账户'}, {wrong: '身分', right: '身份'}]
    }
    expect(await told(terms, '县委书记何苗、县长顾廷章查帐户、身分。')).toEqual([
      'office error 县委书记',
      'office warning 县长',
      'order warning 顾廷章',
      'preferred warning 帐户',
      'preferred warning 身分'
    ])
  })

  test('the same said twice is harmless', async () => {
    const terms = {
      people: ['林岚', {name: '林岚', office: '县委书记', level: 'error'}],
      places: ['青溪县', '青溪县'],
      preferred: [{wrong: ['帐户', '帐户'], right: '账户'}, {帐户: '账户'}],
      forbidden: ['残废', '残废']
    }
    expect(await told(terms, '县委书记林兰说，帐户，残废。')).toEqual([
      'name error 林兰',
      'preferred warning 帐户',
      'forbidden warning 残废'
    ])
  })
})

describe('people', () => {
  const people = {林岚: '青溪县委书记', 何苗: ['青溪县委副书记', '青溪县县长'], 李明: '县政协主席', 蔡仲涵: '副县长'}
  const terms = {people, places: ['青溪县']}
  test.each<[string, string[]]>([
    ['县长何苗说，青溪县县长何苗说，县委副书记、县长何苗说。', []],
    ['县委书记何苗主持会议。', ['office warning 县委书记']],
    ['县委书记、县长何苗主持会议。', ['office warning 县委书记']],
    ['昨天副县长林岚、由县长林岚主持。', ['office warning 副县长', 'office warning 县长']],
    // offices that are over, of other places, of other people
    ['原县长林岚、时任县长李明、白溪县县长林岚。', []],
    ['县长李明辉说，某厂党委书记、县长林岚说。', []],
    ['何苗、林岚出席。', ['order warning 林岚']],
    ['何苗，林岚说。何苗与林岚交谈。', []],
    ['王小满、何苗、周大田、林岚和李明参加。', ['order warning 林岚']],
    ['县长何苗、县委书记林岚参加。', ['order warning 林岚']],
    ['县长何苗，县委书记林岚参加。', ['order warning 林岚']],
    ['（记者何苗、林岚）昨天，何苗、林岚先后发言。', []],
    ['本报讯（记者 安禾）何苗　林岚　李明参加。', ['order warning 林岚']],
    ['县委书记林兰说。县委书记琳岚说。县委书记林立说。', ['name warning 林兰', 'name warning 琳岚']],
    ['副县长蔡仲函说，蔡仲函也在，蔡仲涵在。', ['name warning 蔡仲函', 'name warning 蔡仲函']],
    ['蔡仲含到场。王蔡仲含到场。', ['name info 蔡仲含']]
  ])('%s', async (text, expected) => {
    expect(await told(terms, text)).toEqual(expected)
  })

  describe('without places', () => {
    const people = {
      林岚: '临溪县委书记',
      何苗: ['临溪县委副书记（主持全面工作）', '临溪县县长'],
      周启: '松岭镇镇长',
      蔡仲涵: '中共松岭镇委书记',
      李明: '社区书记',
      安禾: ['临溪县教育局局长', '青溪市政工程公司经理']
    }
    test.each<[string, string[]]>([
      ['县委书记林岚、临溪县县长何苗、县长何苗、镇长周启、松岭镇镇长周启说。', []],
      ['县委副书记何苗、临溪县委副书记何苗说。书记李明说。', []],
      ['县委书记林兰说。', ['name warning 林兰']],
      ['中共临溪县委书记林兰说。镇委书记蔡仲函说。', ['name warning 林兰', 'name warning 蔡仲函']],
      ['县教育局局长安合说。', ['name warning 安合']],
      ['县长林岚说，临溪县委副书记林岚说。', ['office warning 县长', 'office warning 临溪县委副书记']],
      ['邻县县长林岚说，邻县县委书记何苗说，原县长林岚说。', []],
      ['临溪县镇长林岚说。', ['office warning 镇长']]
    ])('%s', async (text, expected) => {
      expect(await told({people, order: false}, text)).toEqual(expected)
    })
  })

  test('ranks, where they are given: equal ones in any order; `order: false` asks nothing', async () => {
    const ranked = {people: [{name: '何苗', rank: 2}, {name: '林岚', rank: 1}, {name: '李明', rank: 2}, '周启']}
    expect(await told(ranked, '李明、何苗、周启参加。')).toEqual([])
    expect(await told(ranked, '何苗、周启、林岚参加。')).toEqual(['order warning 林岚'])
    expect(await told({people: ['林岚', '何苗'], order: false}, '何苗、林岚参加。')).toEqual([])
  })

  test('the level of an entry is that of its wrong forms, near names and offices', async () => {
    const graves = {
      people: {林岚: {office: '县委书记', wrong: '林栏', level: 'error'}, 蔡仲涵: {office: '副县长', level: 'info'}},
      organisations: [{name: '青溪县人民政府', wrong: '青溪县府', level: 'error'}],
      places: [{name: '海棠坳', level: 'error'}]
    }
    expect(await told(graves, '县委书记林兰说。林栏、青溪县府。副县长林岚到海堂坳。')).toEqual([
      'name error 林兰',
      'preferred error 林栏',
      'preferred error 青溪县府',
      'office error 副县长',
      'name error 海堂坳'
    ])
    expect(await told(graves, '副县长蔡仲函说。')).toEqual(['name info 蔡仲函'])
  })

  test('an office wrong in one place shows where it is right', async () => {
    const [found] = await find(terms, '副县长林岚到会。县委书记林岚讲话。')
    expect(found?.related).toMatchObject([{label: 'elsewhere'}])
  })
})

describe('near misses', () => {
  const terms = {
    phrases: ['一张蓝图绘到底', '全会精神', '学习贯彻县委十三届三次全会精神'],
    organisations: ['青溪县农业技术推广站', '市教育局'],
    places: ['青溪县', '海棠坳']
  }
  test.each<[string, string[]]>([
    ['一张蓝图会到底，一张篮图绘到底。', ['phrase warning 一张蓝图会到底', 'phrase warning 一张篮图绘到底']],
    // another session is no slip, nor is 的 more
    ['学习贯彻县委十三届四次全会精神，一张蓝图要绘到底。', ['phrase warning 一张蓝图要绘到底']],
    ['学习贯彻县委十三届三次全会的精神。', []],
    ['学习贯彻县委三届三次全会精神。', []],
    ['学习贯彻县委十三届三次会精神。', ['phrase warning 学习贯彻县委十三届三次会精神']],
    [
      '青溪县农业技术推站，青溪县农业技术推广广站。',
      ['name warning 青溪县农业技术推站', 'name warning 青溪县农业技术推广广站']
    ],
    // another word begins or ends there
    ['这是教育局的事，办公室教育局。', []],
    ['海堂坳也种。', ['name info 海堂坳']],
    ['海堂坳也种，海棠坳先种。', ['name warning 海堂坳']]
  ])('%s', async (text, expected) => {
    expect(await told(terms, text)).toEqual(expected)
  })

  test('what the list has itself is none', async () => {
    expect(await told({places: ['青溪县', '清溪县']}, '清溪县也种，青溪县先种。')).toEqual([])
  })

  test('every term with one character changed to one that is alike is found where it is', async () => {
    const alike = await loadLikeCharacters()
    const letters = [...'蓝篮兰岚拦栏青清请情晴推椎广矿旷占沾粘绘汇桥侨乔']
    const term = fc.array(fc.constantFrom(...letters), {minLength: 6, maxLength: 20}).map((it) => it.join(''))
    fc.assert(
      fc.property(fc.array(term, {minLength: 1, maxLength: 20}), fc.nat(), fc.nat(), fc.nat(), (all, a, b, c) => {
        const right = all[a % all.length] as string
        const at = b % right.length
        const others = letters.filter((it) => alike(it.charCodeAt(0), right.charCodeAt(at)) !== undefined)
        fc.pre(others.length > 0)
        const wrong = right.slice(0, at) + others[c % others.length] + right.slice(at + 1)
        fc.pre(!all.some((it) => it === wrong))
        const found = nearMisses(
          all.map((text) => ({text, exact: false, whole: false, name: false})),
          alike
        )(`，，${wrong}。`)
        return found.some(({start, end}) => start === 2 && end === 2 + right.length)
      })
    )
  })
})

describe('long input', () => {
  test('many names that differ in one character, and a page of nothing else', async () => {
    const letters = Array.from({length: 3000}, (_, i) => String.fromCharCode(0x4e00 + i))
    const terms = {people: letters.map((it) => `林${it}岚`), order: false}
    const started = performance.now()
    await find({...terms}, `${letters.map((it) => `林${it}兰`).join('')}${'林'.repeat(200_000)}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a list of a hundred thousand names', async () => {
    const started = performance.now()
    await find({people: ['林岚', '何苗']}, `${'何苗、林岚、'.repeat(50_000)}。`, '县长、'.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
