import {describe, expect, test} from 'vitest'
import {annotate} from '../../../src/formats/word/annotate.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {p} from './build.ts'
import {commentsIn} from './comments.ts'
import {partsOf, w, wordFile} from './file.ts'

/** Comments on stretches of a file, the second of which leads to the end of the copy. */
const commented = (bytes: Uint8Array, ...stretches: readonly (readonly [number, number])[]): Uint8Array => {
  const document = readWord(bytes)
  const {length} = document.copy
  return annotate(
    document,
    stretches.map(([start, end], i) => ({
      at: {start, end},
      text: () => [[{text: `第${i + 1}条`, ...(i === 1 && {to: {start: length - 3, end: length - 1}})}]]
    }))
  ).bytes
}

const body = `${p('林岚今天到松岭镇调研。')}${p('何苗陪同。')}`
/** A comment of an editor on 今天, as Word keeps it. */
const byEditor = {
  body: `<w:p><w:r><w:t>林岚</w:t></w:r><w:commentRangeStart w:id="4"/><w:r><w:t>今天</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r><w:r><w:t>到松岭镇调研。</w:t></w:r></w:p>${p('何苗陪同。')}`,
  comments: `<w:comments xmlns:w="${w}" xmlns:w14="w14"><w:comment w:id="4" w:author="安禾"><w:p w14:paraId="0A"><w:r><w:t>请核对日期</w:t></w:r></w:p></w:comment></w:comments>`
}

describe('a file that has comments', () => {
  test('of others keeps them; ours have ids of their own', () => {
    const done = commented(wordFile(byEditor.body, {comments: byEditor.comments}), [0, 4], [5, 8])
    expect(commentsIn(done).map(({author, words}) => [author, words])).toEqual([
      ['copylint', '林岚今天'],
      ['安禾', '今天'],
      ['copylint', '松岭镇']
    ])
    const parts = partsOf(done)
    expect(parts['word/comments.xml']).toContain(/<w:comment w:id="4".*<\/w:comment>/.exec(byEditor.comments)?.[0])
    expect(parts['[Content_Types].xml']).toBe(partsOf(wordFile(body))['[Content_Types].xml'])
  })

  test('of ours has the new ones in their place: the same findings, the same bytes', () => {
    const once = commented(wordFile(body), [0, 4], [5, 8])
    const twice = commented(once, [0, 4], [5, 8])
    expect(commentsIn(twice)).toEqual(commentsIn(once))
    expect(partsOf(twice)).toEqual(partsOf(once))
    expect(commentsIn(commented(once, [2, 4])).map(({words}) => words)).toEqual(['今天'])
  })

  test('of ours has none left when there is nothing to say, nor their bookmarks', () => {
    const none = commented(commented(wordFile(byEditor.body, {comments: byEditor.comments}), [0, 4], [5, 8]))
    expect(commentsIn(none).map(({author}) => author)).toEqual(['安禾'])
    expect(partsOf(none)['word/document.xml']).not.toMatch(/bookmark|copylint/)
    expect(readWord(none).copy).toBe(readWord(wordFile(body)).copy)
  })

  test('of ours that somebody has answered keeps those, and what they lead to', () => {
    const marked = commented(wordFile(body), [0, 4], [5, 8])
    // as Word saves it: each paragraph has an id, answers name that of what they answer
    const comments = (partsOf(marked)['word/comments.xml'] ?? '')
      .replace('<w:p>', '<w:p w14:paraId="0A">')
      .replace('<w:p>', '<w:p w14:paraId="0B">')
      .replace('xmlns:w=', 'xmlns:w14="w14" xmlns:w=')
      .replace('</w:comments>', '<w:comment w:id="9" w:author="安禾"><w:p w14:paraId="0C"/></w:comment></w:comments>')
    const answer =
      '<w:commentRangeStart w:id="9"/><w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>'
    const xml = (partsOf(marked)['word/document.xml'] ?? '').replace('</w:p>', `${answer}</w:p>`)
    const threads = `<w15:commentsEx xmlns:w15="w15"><w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B"/><w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/></w15:commentsEx>`
    const ids = `<x:commentsIds xmlns:x="x"><x:commentId x:paraId="0A" x:durableId="1A"/><x:commentId x:paraId="0B" x:durableId="1B"/></x:commentsIds>`
    const dates = `<x:commentsExtensible xmlns:x="x"><x:commentExtensible x:durableId="1A"/><x:commentExtensible x:durableId="1B"/></x:commentsExtensible>`
    const others = {comments, commentsExtended: threads, commentsIds: ids, commentsExtensible: dates}
    const done = commented(wordFile('', others, xml), [2, 4], [0, 1])
    expect(commentsIn(done).map(({author, words, text}) => `${author} ${words} ${text}`)).toEqual([
      'copylint 林 第2条',
      'copylint 今天 第1条',
      'copylint 松岭镇 第2条',
      '安禾  '
    ])
    const parts = partsOf(done)
    expect(parts['word/commentsExtended.xml']).toBe(threads.replace('<w15:commentEx w15:paraId="0A"/>', ''))
    expect(parts['word/commentsIds.xml']).toBe(ids.replace('<x:commentId x:paraId="0A" x:durableId="1A"/>', ''))
    expect(parts['word/commentsExtensible.xml']).toBe(dates.replace('<x:commentExtensible x:durableId="1A"/>', ''))
    expect(parts['word/document.xml']).toMatch(/_copylint1"[\s\S]*_copylint2"|_copylint2"[\s\S]*_copylint1"/)
  })

  test('whose comments cannot be read is refused in one sentence', () => {
    const bytes = wordFile(byEditor.body, {comments: '<w:comments'})
    expect(() => commented(bytes, [0, 2])).toThrow('the XML of word/comments.xml is wrong in line 1')
  })
})
