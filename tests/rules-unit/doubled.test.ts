import {type Characters, characters, createUse, type Finding, type Use} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isHan, isPaired} from '../../rules/doubled-phrase/found.ts'
import {findJoined} from '../../rules/doubled-phrase/joined.ts'
import {findJoinedWords} from '../../rules/doubled-phrase/joined-words.ts'
import {isForeign, isLawful, isTentative} from '../../rules/doubled-phrase/lawful.ts'
import {findMembers} from '../../rules/doubled-phrase/members.ts'
import {findTwice} from '../../rules/doubled-phrase/twice.ts'
import {storyOf} from '../analysis/pages.ts'

/** What a search finds in a paragraph: the words, where they stand, how sure it is, and what is left after the mend. */
function search(find: (all: Characters, use: Use) => Iterable<Finding>, paragraph: string) {
  const issue = storyOf([paragraph])
  const [block] = issue.articles[0]?.body ?? []
  if (!block) throw new Error('a story without a body')
  const use = createUse()
  return [...find(use(characters, issue), use)].map(({at, severity, related, fixes}) => {
    const textOf = ({start, end}: {start: number; end: number}) =>
      block.text.slice(start - block.start, end - block.start)
    const [edit] = fixes?.[0]?.edits ?? []
    return {
      words: textOf(at),
      first: related?.map((it) => textOf(it.at)).join('/'),
      severity: severity ?? 'error',
      mended: edit && paragraph.slice(0, edit.start - block.start) + edit.text + paragraph.slice(edit.end - block.start)
    }
  })
}

const joined = (paragraph: string) => search(findJoined, paragraph)
const joinedWords = (paragraph: string) => search(findJoinedWords, paragraph)
const twice = (paragraph: string, allow: readonly string[] = []) =>
  search((all, use) => findTwice(all, use, allow), paragraph)
const members = (paragraph: string) => search(findMembers, paragraph)

describe('X和X', () => {
  test('both ends are told, and the mend leaves one', () => {
    expect(joined('代表们审议了水利工程建设条例和水利工程建设条例。')).toEqual([
      {
        words: '水利工程建设条例',
        first: '水利工程建设条例',
        severity: 'error',
        mended: '代表们审议了水利工程建设条例。'
      }
    ])
  })

  test.each(['和', '与', '及', '以及', '暨', '、', '或'])('joined by %s', (joint) => {
    expect(joined(`代表们审议了水利工程建设条例${joint}水利工程建设条例。`).map(({words}) => words)).toEqual([
      '水利工程建设条例'
    ])
  })

  test.each([
    ['error', '学习水利工程建设条例和水利工程建设条例精神。', 'any X goes on so'],
    ['warning', '学习水利工程建设条例和水利工程建设条例解读。', 'it may go on to another name'],
    ['warning', '到会的有副水利工程总指挥和水利工程总指挥。', 'a word of rank before the first'],
    ['error', '来的有合作社和合作社。', 'three letters, and nothing can follow'],
    ['error', '水利工程指挥部和水利工程指挥部强调，要抓好春管。', 'a verb that only a body can have'],
    ['warning', '来的有合作社和合作社等。', 'three letters, and words behind them']
  ])('%s: %s (%s)', (severity, paragraph) => {
    expect(joined(paragraph).map((it) => it.severity)).toEqual([severity])
  })

  test.each([
    ['an office of it', '出席的有县科学技术协会和县科学技术协会常务委员会的委员。'],
    ['people of it', '座谈会请来了民营制茶企业和民营制茶企业家。'],
    ['three letters that go on', '来的有合作社和合作社章程。'],
    ['figures may be equal', '两季增幅分别为5.3%和5.3%。'],
    ['months and years go on', '对比2025年和2025年前的水位。'],
    ['a mark that opens and does not close', '他说“水利工程、“水利工程都好。'],
    ['the middle of a word', '说的是新中国和中国画。'],
    ['a body and what belongs to it', '来的有县农业农村局和县农业农村局下属的农机站。'],
    ['a list that goes on to a longer name', '巡护队去了白鹭滩湿地、白鹭滩湿地管理站。']
  ])('left alone: %s', (_, paragraph) => {
    expect(joined(paragraph)).toEqual([])
  })
})

describe('words of an alphabet, joined with themselves', () => {
  test('three words or more, whatever their case', () => {
    expect(joinedWords('The harbour board and the harbour board will meet.')).toEqual([
      {
        words: 'the harbour board',
        first: 'The harbour board',
        severity: 'warning',
        mended: 'The harbour board will meet.'
      }
    ])
    expect(joinedWords('It was the harbour board or the harbour board.').map(({severity}) => severity)).toEqual([
      'error'
    ])
  })

  test.each([
    'They asked again and again for a new bridge.',
    'It will be mended time after time and time after dark.',
    'They met the harbour board, and the harbour board agreed.',
    'A sandy shore of the sandy shore.'
  ])('left alone: %s', (paragraph) => {
    expect(joinedWords(paragraph)).toEqual([])
  })
})

describe('words twice in a row', () => {
  test('both prints are told, and the mend leaves one', () => {
    expect(twice('会议会议指出，要抓好春管。')).toEqual([
      {words: '会议', first: '会议', severity: 'error', mended: '会议指出，要抓好春管。'}
    ])
  })

  test('a longer stretch is told once, not each word of it', () => {
    expect(twice('大家认真学习水利知识水利知识，收获不小。').map(({words}) => words)).toEqual(['水利知识'])
  })

  test('a whole date', () => {
    expect(twice('大桥10月15日10月15日通车。').map(({words}) => words)).toEqual(['10月15日'])
  })

  test('who is called may be called twice', () => {
    expect(twice('同学们说：“老师老师，您慢走。”').map(({severity}) => severity)).toEqual(['warning'])
    expect(twice('摊主喊：“划算划算！”')).toEqual([])
  })

  test('a word that the desk allows', () => {
    expect(twice('会议会议指出，要抓好春管。', ['会议'])).toEqual([])
  })

  test('a verb that speech doubles, at the end; going on it is a question', () => {
    expect(twice('有事大家一起讨论讨论。')).toEqual([])
    // any verb behind a modal, where the clause ends
    expect(twice('如果老师能夸奖夸奖，他会高兴。')).toEqual([])
    expect(twice('老师能夸奖夸奖学生。')).toHaveLength(1)
    expect(twice('歌曲《长安长安》传遍全城，大颗大颗的露水挂在叶尖。')).toEqual([])
    expect(twice('会上讨论讨论了三项议案。').map(({severity}) => severity)).toEqual(['warning'])
  })

  test.each(['游客们大片大片地拍照。', '一步一步走上去。', '哈哈哈哈，大家都笑了。', '他走着走着就睡着了。'])(
    'left alone: %s',
    (paragraph) => {
      expect(twice(paragraph)).toEqual([])
    }
  )

  test('what is told does stand twice in a row', () => {
    const piece = fc.constantFrom('会议', '水利', '工程', '县长', '讨论', '指出', '的', '，', '。', '在')
    fc.assert(
      fc.property(fc.array(piece, {minLength: 1, maxLength: 20}), (pieces) => {
        const paragraph = `开头${pieces.join('')}结尾。`
        for (const {words, first, mended} of twice(paragraph)) {
          expect(first).toBe(words)
          expect(paragraph).toContain(words + words)
          expect(mended?.length).toBe(paragraph.length - words.length)
        }
      })
    )
  })
})

describe('lawful doubling', () => {
  test.each(['一步', '几年', '两个', '走着', '很老', '许多', '雪白', '大口', '咔哒', '哈哈', '人人'])('%s', (word) => {
    expect(isLawful(word)).toBe(true)
  })

  test.each(['随着', '沿着', '有着', '两国', '会议', '县委', '大会', '水利'])('not %s', (word) => {
    expect(isLawful(word)).toBe(false)
  })

  test('verbs that speech doubles', () => {
    expect(['讨论', '研究', '休息', '看望'].every(isTentative)).toBe(true)
    expect(['会议', '指出', '召开', ''].some(isTentative)).toBe(false)
  })

  test('names that are spelt by sound', () => {
    expect(['玛雅', '姆博', '巴巴'].every(isForeign)).toBe(true)
    expect(['会议', '玛县'].some(isForeign)).toBe(false)
  })
})

describe('a member twice in one list', () => {
  test('where marks stand on both sides', () => {
    expect(members('沿途有柳湾、石盘、苇塘、石盘、南浦等村。')).toEqual([
      {words: '石盘', first: '石盘', severity: 'error', mended: undefined}
    ])
  })

  test('the last one ends at 等, 和 or a mark', () => {
    for (const end of ['等村', '和南浦', '，都修了路', ',都修了路', '负责人到场']) {
      expect(members(`沿途有柳湾、石盘、苇塘、石盘${end}。`).map(({words}) => words)).toEqual(['石盘'])
    }
  })

  test.each([
    ['the first runs on from the sentence', '石盘、柳湾、石盘乡。'],
    ['next to each other they are X、X', '沿途有柳湾、石盘、石盘、南浦等村。'],
    ['two lists', '种了柳树、杨树、槐树，又补种了桃树、杨树、杏树。'],
    ['a choice', '可选红色、蓝色、绿色、蓝色、白色或黑色。'],
    ['figures', '得分是1比0、2比1、3比0、2比1、1比1。'],
    ['one letter', '甲、乙、丙、乙、丁。']
  ])('left alone: %s', (_, paragraph) => {
    expect(members(paragraph)).toEqual([])
  })
})

test('phrases whose marks open and close', () => {
  expect(['《水渠》', '“水”与“渠”', '水（渠）', '水渠'].every(isPaired)).toBe(true)
  expect(['《水渠', '水”', '水（渠', '〈水'].some(isPaired)).toBe(false)
  expect([isHan('水渠〇'), isHan('水渠1'), isHan('水，渠'), isHan('')]).toEqual([true, false, false, false])
})
