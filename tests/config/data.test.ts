import {mistakesIn, readData} from 'copylint'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'

const read = (text: string, path = 'a.yaml') => readData({path, text})

describe('YAML', () => {
  test.each<[string, unknown]>([
    ['a: x\nb: [1, -2.5, 1e3, true, False, ~, null]', {a: 'x', b: [1, -2.5, 1000, true, false, null, null]}],
    ["- \"1\"\n- 'it''s'\n- x y # no\n- 2025-01-01\n- 007", ['1', "it's", 'x y', '2025-01-01', 7]],
    ['a:\n  b:\n    - c: 1\n      d: {e: f}\n  g:', {a: {b: [{c: 1, d: {e: 'f'}}], g: null}}],
    ['a: |\n  one\n  two\nb: >\n  one\n  two', {a: 'one\ntwo\n', b: 'one two\n'}],
    ['__proto__: 1', JSON.parse('{"__proto__": 1}')],
    ['\ufeff"a": 1\r\nb: 2', {a: 1, b: 2}],
    ['', undefined],
    ['# nothing', undefined]
  ])('%j', async (text, value) => {
    const data = await read(text)
    expect(data.mistakes).toEqual([])
    expect(data.value).toEqual(value)
  })

  test('places of keys and values, from 1', async () => {
    const {placeOf} = await read('\ufeffa:\n  - b: "x"\n    c:\n      - 1\n      -\n      - 3')
    expect(placeOf(['a'], 'key')).toEqual({line: 1, column: 2})
    expect(placeOf(['a', 0, 'b'])).toEqual({line: 2, column: 8})
    expect(placeOf(['a', 0, 'b'], 'key')).toEqual({line: 2, column: 5})
    expect(placeOf(['a', 0, 'c', 1])).toEqual({line: 5, column: 7})
    expect(placeOf(['a', 0, 'c', 2])).toEqual({line: 6, column: 9})
    // what is not there stands where what would have it does
    expect(placeOf(['a', 0, 'none', 'deep'])).toEqual({line: 2, column: 5})
  })

  test.each<[string, string]>([
    ['a: 1\na: 2', '2:1 “a” is set twice'],
    ['a: &x 1', '1:4 quote a word that begins with &, as in "&…"'],
    ['a: !x 1', '1:4 quote a word that begins with !, as in "!…"'],
    ['a: *x', '1:4 quote a word that begins with *, as in "*…"'],
    ['a: @x', '1:4 quote a word that begins with @, as in "@…"'],
    ['a: "x', '1:6 this quotation does not end: a quotation mark is missing'],
    ['a: 1\n---\nb: 1', '2:1 a file holds one document: delete ---'],
    [
      'a: b: c',
      '1:5 unexpected text: check the indent and the colon (with a blank behind it), and quote words that have a colon'
    ],
    ['? {a: 1}\n: 2', '1:3 a key must be a text'],
    ['a: "\\q"', '1:6 invalid escape after a backslash']
  ])('%j', async (text, said) => {
    const {mistakes} = await read(text)
    expect(mistakes.map(({line, column, en}) => `${line}:${column} ${en}`)).toEqual([said])
  })

  test('deep and long input ends', async () => {
    expect((await read('['.repeat(5000))).mistakes).toHaveLength(1)
    expect((await read(`a: ${'x'.repeat(1_000_000)}`)).mistakes).toEqual([])
  })
})

test('JSON with comments, by its name', async () => {
  const {value, mistakes, placeOf} = await read('// x\n{"a": [1,],}', 'a.json')
  expect({value, mistakes}).toEqual({value: {a: [1]}, mistakes: []})
  expect(placeOf(['a', 0])).toEqual({line: 2, column: 8})
})

describe('mistakesIn', () => {
  const word = v.pipe(v.string(), v.minLength(1))
  const schema = v.strictObject({
    words: v.optional(v.array(v.union([word, v.strictObject({word, level: v.optional(v.picklist(['a', 'b']))})]))),
    pairs: v.optional(v.union([v.array(word), v.record(v.string(), v.union([word, v.array(word)]))]))
  })
  test.each<[unknown, string[]]>([
    [{words: ['x', {word: 'y', level: 'a'}], pairs: {x: ['y']}}, []],
    [{pairs: ['x']}, []],
    [{word: []}, ['word: there is no key “word”; did you mean words?']],
    [{words: [{wrod: 'x'}]}, ['words.0.wrod: there is no key “wrod”; did you mean word?']],
    [{words: [{level: 'a'}]}, ['words.0: “word” is missing']],
    [{words: [{word: 'x', level: 'c'}]}, ['words.0.level: “level” must be "a" or "b", not "c"']],
    [{words: 'x'}, ['words: “words” must be a list, not "x"']],
    [{words: [' ', null]}, ['words.0: item 1 of “words” is empty', 'words.1: item 2 of “words” is empty']],
    [{pairs: {x: true}}, ['pairs.x: “x” must be a text or a list, not true; to make it a word, quote it: "true"']],
    [[], [': the file must be “key: value” pairs, not a list']]
  ])('%j', (data, said) => {
    expect([...mistakesIn(schema, data)].map(({path, en}) => `${path.join('.')}: ${en}`)).toEqual(said)
  })
})
