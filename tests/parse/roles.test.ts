import {describe, expect, it} from 'vitest'
import {parsePage} from '../../src/parse/parse.ts'
import type {ArticleNode, Paragraph} from '../../src/tree/nodes.ts'

const body = '新桥今天通车，两岸村民出门再也不用绕路，县里为此修了三年，花了不少心思。'
const more = '通车以后，车辆往来一天比一天多，沿线的铺面也都开了张，生意不错。'

/** `section 攻坚季`, `> headline 头` : root paragraphs, and those of stories behind a `>`; a line `>` starts a story. */
function outline(...lines: string[]): string[] {
  const source = lines.join('\n\n')
  const shown = (it: Paragraph) =>
    `${it.role} ${source.slice(it.position?.start.offset, it.position?.end.offset).replace(/^#+ /, '').slice(0, 8)}`
  return parsePage(source).children.flatMap((child) => {
    if (child.type === 'ParagraphNode') return [shown(child)]
    if (child.type !== 'ArticleNode') return []
    const paragraphs = (child as ArticleNode).children.filter((it) => it.type === 'ParagraphNode')
    return ['>', ...paragraphs.map(shown)]
  })
}
const b = `body ${body.slice(0, 8)}`
const m = `body ${more.slice(0, 8)}`

describe('on a page with marks', () => {
  it('every heading over copy is a headline, whatever its level', () => {
    expect(outline('# 林州新桥通车', body, '## 县里开会部署春耕', body, '# 山村有了图书室', body)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      '>',
      'headline 县里开会部署春耕',
      b,
      '>',
      'headline 山村有了图书室',
      b
    ])
  })

  it('one heading below another is its deck', () => {
    expect(outline('# 林州新桥通车', '## 两岸村民不再绕路', body, '# 县里部署春耕', body)).toEqual([
      '>',
      'headline 林州新桥通车',
      'deck 两岸村民不再绕路',
      b,
      '>',
      'headline 县里部署春耕',
      b
    ])
  })

  it('a heading over several heads is a section; the pairs in it are kicker and headline', () => {
    expect(
      outline(
        '## 林州新桥通车',
        body,
        '## 攻坚季',
        '### 林州水务公司',
        '#### 加快铺设管网',
        body,
        '### 林州供电公司',
        '#### 检修线路保春耕',
        body,
        '## 山村有了图书室',
        body
      )
    ).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      'section 攻坚季',
      '>',
      'kicker 林州水务公司',
      'headline 加快铺设管网',
      b,
      '>',
      'kicker 林州供电公司',
      'headline 检修线路保春耕',
      b,
      '>',
      'headline 山村有了图书室',
      b
    ])
  })

  it('a section may stand over plain heads', () => {
    expect(outline('# 乡村', '## 林州新桥通车', body, '## 山村有了图书室', body)).toEqual([
      'section 乡村',
      '>',
      'headline 林州新桥通车',
      b,
      '>',
      'headline 山村有了图书室',
      b
    ])
  })

  it('a shallower heading below a deeper one makes that a kicker', () => {
    expect(outline('### 林州县', '# 新桥今日通车', '## 两岸村民不再绕路', body)).toEqual([
      '>',
      'kicker 林州县',
      'headline 新桥今日通车',
      'deck 两岸村民不再绕路',
      b
    ])
  })

  it('two headings of one level are two stories, the first without copy', () => {
    expect(outline('## 林州新桥通车', '## 山村有了图书室', body)).toEqual([
      '>',
      'headline 林州新桥通车',
      '>',
      'headline 山村有了图书室',
      b
    ])
  })

  it('a deeper heading in a story is a subhead only on strong evidence', () => {
    expect(outline('# 林州新桥通车', body, '## 一、盼桥', body, '## 二、建桥', body)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      'subhead 一、盼桥',
      b,
      'subhead 二、建桥',
      b
    ])
    expect(outline('# 林州新桥通车', body, '## 盼桥', more)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      'subhead 盼桥',
      m
    ])
    expect(outline('# 林州新桥通车', body, '## 山村图书室开门', `本报讯（记者林岚）${body}`)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      '>',
      'headline 山村图书室开门',
      'body 本报讯（记者林岚'
    ])
  })

  it('a dateline below the copy of a story starts one whose head is missing', () => {
    expect(outline('# 林州新桥通车', body, `本报讯（记者林岚）${more}`)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      '>',
      'body 本报讯（记者林岚'
    ])
  })
})

describe('on a page without marks', () => {
  it('a head is a short line without final punctuation above copy', () => {
    expect(outline('林州新桥今日通车', `本报讯（记者林岚）${body}`, more, '山村有了图书室 孩子们乐了', body)).toEqual(
      ['>', 'headline 林州新桥今日通车', 'body 本报讯（记者林岚', m, '>', 'headline 山村有了图书室', b].map((it) =>
        it.replace('山村有了图书室', '山村有了图书室 ')
      )
    )
  })

  it('lines below it are decks', () => {
    expect(outline('林州新桥今日通车', '两岸村民再也不用绕路', `本报讯（记者林岚）${body}`)).toEqual([
      '>',
      'headline 林州新桥今日通车',
      'deck 两岸村民再也不用绕路'.slice(0, 13),
      'body 本报讯（记者林岚'
    ])
  })

  it('an institution above it is a kicker', () => {
    expect(outline('林州水务公司', '加快铺设城乡供水管网', `本报讯（记者林岚）${body}`)).toEqual([
      '>',
      'kicker 林州水务公司',
      'headline 加快铺设城乡供水',
      'body 本报讯（记者林岚'
    ])
  })

  it('a paragraph broken in mid-word is no head', () => {
    expect(
      outline('林州新桥今日通车', body, '通车以后，车辆往来一天比一天多，沿线的铺', '面也都开了张，生意不错。')
    ).toEqual(['>', 'headline 林州新桥今日通车', b, 'body 通车以后，车辆往', 'body 面也都开了张，生'])
  })

  it.each(['何苗先后来到东桥、西桥、南桥等施', '针对桥面湿滑、灯光昏暗等情况,该县督'])(
    'nor is a short rest of one: %s',
    (line) => {
      expect(outline('林州新桥今日通车', body, line, more)[3]).toBe(`body ${line.slice(0, 8)}`)
    }
  )

  it('who attended, without its full stop, is the end of the story above', () => {
    const attended = '林州县领导何苗、周启等参加上述活动'
    expect(outline('林州新桥今日通车', body, attended, '渡口书屋夜里开门', `本报讯（记者林岚）${body}`)).toEqual([
      '>',
      'headline 林州新桥今日通车',
      b,
      `body ${attended.slice(0, 8)}`,
      '>',
      'headline 渡口书屋夜里开门',
      'body 本报讯（记者林岚'
    ])
  })

  it('a paragraph of English copy that lost its stop is no head', () => {
    const lost = 'The stalls move to the yard behind the hall. There is room for half of them'
    const copy = 'The trust that runs the grain hall said so on Monday morning.'
    expect(outline('Grain hall market to move', 'By Jane Doe', copy, lost, copy)[4]).toBe(`body ${lost.slice(0, 8)}`)
  })

  it('a heading over a kicker over a headline is a section', () => {
    expect(outline('攻坚季 冲刺全年', '林州水务公司', '加快铺设城乡供水管网', `本报讯（记者林岚）${body}`)).toEqual([
      'section 攻坚季 冲刺全年',
      '>',
      'kicker 林州水务公司',
      'headline 加快铺设城乡供水',
      'body 本报讯（记者林岚'
    ])
  })

  it('nor are numbers of parts, short headings of parts, or what stands at the end of the page', () => {
    expect(outline('林州新桥今日通车', body, '一、盼桥', more, '建桥记', more, '林州县　何　苗')).toEqual([
      '>',
      'headline 林州新桥今日通车',
      b,
      'subhead 一、盼桥',
      m,
      'subhead 建桥记',
      m,
      'body 林州县　何　苗'
    ])
  })
})

describe('a line tells by its words that it is', () => {
  it.each(['□林岚', '本报记者 林岚 何苗', '记者 林岚 通讯员 何苗', '文/图 林岚', '（林岚）', 'By Jane Doe'])(
    'a byline: %s',
    (line) => {
      expect(outline('# 林州新桥通车', line, body)[2]).toBe(`byline ${line.slice(0, 8)}`)
    }
  )

  it.each([
    '图为两岸村民走过新桥。',
    '左图：新桥一角',
    `连日来，新桥上车来车往。图为3月2日的新桥。 本报记者 林岚 摄`,
    '新华社记者 何苗摄'
  ])('a caption: %s', (line) => {
    expect(outline('# 林州新桥通车', body, line)[3]).toBe(`caption ${line.slice(0, 8)}`)
  })

  it.each([
    '扫一扫 关注我们',
    '责任编辑：林岚',
    '新闻热线：12345',
    '第三版',
    '2031年3月2日 星期日',
    '林州头条 微信公众号',
    '林州发布微信公众号',
    '扫描二维码 观看视频',
    '微信扫一扫，关注林州发布',
    '长按识别二维码',
    '林州发布 官方二维码',
    '第三版 2031年3月2日 星期日 责任编辑：林岚',
    'A03版 要闻 责编：林岚'
  ])('furniture, which belongs to no story at the end of the page: %s', (line) => {
    expect(outline('# 林州新桥通车', body, line)).toEqual([
      '>',
      'headline 林州新桥通车',
      b,
      `furniture ${line.slice(0, 8)}`
    ])
  })

  it.each(['（下转第三版）', '下转第三版', '（完）', '（视频编辑：林岚 文字编辑：何苗）', '上接第一版'])(
    'a note of its story: %s',
    (line) => {
      expect(outline('# 林州新桥通车', body, line).at(-1)).toBe(`note ${line.slice(0, 8)}`)
    }
  )

  it.each(['扫一扫就能借书', '林州图书馆开通微信公众号', '小村有了二维码'])(
    'a head that speaks of codes is a head: %s',
    (line) => {
      expect(outline('林州新桥通车', body, line, `本报讯（记者 林岚）${body}`)).toContain(
        `headline ${line.slice(0, 8)}`
      )
    }
  )

  it('but copy that only speaks of such things is copy', () => {
    const line = '何大妈拿起手机扫一扫二维码，就把菜卖到了城里。'
    expect(outline('# 林州新桥通车', line)[2]).toBe(`body ${line.slice(0, 8)}`)
  })
})

describe('comments and lines of dashes', () => {
  it('are no copy, and stay in the story around them', () => {
    const tree = parsePage(`# 林州新桥通车\n\n${body}\n<!-- copylint-disable -->\n${more}\n---\n`)
    expect(tree.children.map(({type}) => type)).toEqual([
      'ArticleNode',
      'WhiteSpaceNode',
      'SourceNode',
      'WhiteSpaceNode'
    ])
    expect((tree.children[0] as ArticleNode).children.filter(({type}) => type === 'SourceNode')).toHaveLength(1)
  })
})
