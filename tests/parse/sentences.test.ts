import {describe, expect, it} from 'vitest'
import {sentenceEnds} from '../../src/parse/sentences.ts'

function sentences(text: string): string[] {
  let from = 0
  return sentenceEnds(text, 0, text.length).map((end) => {
    const sentence = text.slice(from, end).trim()
    from = end
    return sentence
  })
}

describe('a sentence in Han script', () => {
  it.each([
    ['ends at 。！？', '桥通了。车来了！快不快？', ['桥通了。', '车来了！', '快不快？']],
    ['ends once where marks stand together', '真的？！走吧。。', ['真的？！', '走吧。。']],
    ['may lack its mark', '桥通了。车来了', ['桥通了。', '车来了']],
    ['does not take the blank behind it', '桥通了。 车来了。', ['桥通了。', '车来了。']],
    ['takes half-width marks', '桥通了!车来了?他来了. 走吧', ['桥通了!', '车来了?', '他来了.', '走吧']],
    [
      'goes on after a quotation that opens it, when speech follows',
      '“真方便。”何大妈笑着说。',
      ['“真方便。”何大妈笑着说。']
    ],
    [
      'ends with a quotation behind a colon',
      '他说：“真方便。”会后，众人散去。',
      ['他说：“真方便。”', '会后，众人散去。']
    ],
    ['ends with a quotation that no speech follows', '“真方便。”会后，众人散去。', ['“真方便。”', '会后，众人散去。']],
    ['goes on where the quotation is a part of a clause', '一句“怎么办？”问住了大家。', ['一句“怎么办？”问住了大家。']],
    ['goes on with 的', '“先干起来！”的喊声传来。', ['“先干起来！”的喊声传来。']],
    ['goes on after a comma', '“能行吗？”，他想。', ['“能行吗？”，他想。']],
    ['takes no marks in a title', '《怎么办？》是一本书。', ['《怎么办？》是一本书。']],
    ['takes no marks in brackets', '他（你猜是谁？对。）来了。', ['他（你猜是谁？对。）来了。']],
    ['may be all in brackets', '（全文完。）下一篇。', ['（全文完。）', '下一篇。']],
    ['keeps a short quotation with marks whole', '“拼！抢！赢！”的劲头不减。', ['“拼！抢！赢！”的劲头不减。']],
    [
      'is cut in a long quotation',
      '他说：“这座桥我们盼了整整二十年，今天终于通车了。往后卖菜再也不用绕路，一天能多跑两趟。”',
      ['他说：“这座桥我们盼了整整二十年，今天终于通车了。', '往后卖菜再也不用绕路，一天能多跑两趟。”']
    ],
    ['is not swallowed by a bracket left open', '（桥通了。车来了。', ['（桥通了。', '车来了。']],
    ['nor by a quote left open', '“桥通了。车来了。', ['“桥通了。', '车来了。']],
    ['goes on after an ellipsis', '桥……终于通了。', ['桥……终于通了。']],
    ['ends at an ellipsis before a closing quote', '他说：“桥……”众人不语。', ['他说：“桥……”', '众人不语。']],
    [
      'keeps decimals, versions, addresses',
      '增长3.5%，见v1.2和www.example.com。',
      ['增长3.5%，见v1.2和www.example.com。']
    ],
    ['keeps the number of a list', '1. 修桥', ['1. 修桥']],
    ['keeps abbreviations', '邀请Dr. 何到场。', ['邀请Dr. 何到场。']]
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})
