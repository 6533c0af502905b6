import {describe, expect, it} from 'vitest'
import {datelineLength} from '../../src/parse/dateline.ts'

describe('a dateline', () => {
  it.each([
    ['本报讯（记者林岚）', '3月2日上午，新桥通车。'],
    ['本报讯(记者林岚 通讯员何苗)', '新桥通车。'],
    ['本报讯 ', '新桥通车。'],
    ['林州讯（记者 林岚）', '新桥通车。'],
    ['据新华社电 ', '新桥通车。'],
    ['新华社林州3月2日电（记者林岚）', '新桥通车。'],
    ['（据新华社林州3月2日电）', '新桥通车。'],
    ['新华社林州三日电　', '新桥通车。'],
    ['央视网消息（新闻联播）：', '新桥通车。'],
    ['（本报记者 林岚）', '新桥通车。'],
    ['本报记者林岚报道：', '新桥通车。'],
    ['LONDON, March 3 — ', 'The bridge opened.'],
    ['LONDON (Reuters) - ', 'The bridge opened.']
  ])('%s', (dateline, rest) => {
    expect(datelineLength(dateline + rest)).toBe(dateline.length)
  })

  it.each([
    '本报电话：12345',
    '新华社电讯稿很短。',
    '新华社长篇通讯：新桥记',
    '记者从县里了解到，新桥通车。',
    '本报记者从市供电局获悉，新桥通车。',
    '本报记者来到充电桩旁，车已排成长队。',
    '本报接到喜讯：新桥通车。',
    '中新社记者乘坐电梯上了桥塔。',
    '人民网记者了解到电价不变。',
    '新华社记者在电厂看到，锅炉已点火。',
    '新桥今天通车，电动车排成长队。',
    'THE bridge opened.',
    ''
  ])('not %s', (text) => {
    expect(datelineLength(text)).toBe(0)
  })
})
