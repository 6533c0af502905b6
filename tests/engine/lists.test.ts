import {type ActiveRule, characters, createLists, lint, listFault, spanIn, termFinder} from 'copylint'
import {expect, test} from 'vitest'
import type {AnyRule} from '../../src/rule/rule.ts'
import {active, page, ruleOf} from './rules.ts'

const ferry = page('1.txt', ['松岭渡口', '松岭渡口按步就班开船。'])

/** Points at the words of its list. */
const listed = (lists: AnyRule['lists'], more: Partial<AnyRule> = {}): ActiveRule => {
  const rule = ruleOf('listed-word', 'issue', () => [], {...(lists && {lists}), ...more})
  const check: AnyRule['check'] = function* (issue, {lists: find, use}) {
    for (const {block, start, end} of find(use(characters, issue))) {
      if (block.role === 'body') yield {id: 'found', at: spanIn(block, start, end)}
    }
  }
  return active({...rule, check})
}

test('a rule checks with the lists that it asked for', async () => {
  const {rules, failures} = await createLists()([listed(async () => termFinder([{term: '按步就班'}]))])
  expect(failures).toEqual([])
  expect(lint([ferry], rules).findings).toMatchObject([{ruleId: 'listed-word', at: {start: 12, end: 16}}])
})

test('lists are loaded once for all pages, and again for other options', async () => {
  let loads = 0
  const one = listed(async () => {
    loads++
    return () => []
  })
  const lists = createLists()
  await lists([one])
  await Promise.all([lists([one]), lists([one])])
  expect(loads).toBe(1)
  await lists([{...one, options: {except: ['班']}}])
  expect(loads).toBe(2)
})

test('what several rules share is loaded once', async () => {
  let loads = 0
  const loadWords = async () => {
    loads++
    return termFinder([{term: '松岭'}])
  }
  const rules = ['one-word', 'another-word'].map((name) => listed(async ({share}) => share(loadWords), {name}))
  expect((await createLists()(rules)).rules).toHaveLength(2)
  expect(loads).toBe(1)
})

test('a rule whose lists do not load is left out, and the others run', async () => {
  const bad = listed(async () => {
    throw new RangeError('no words')
  })
  const {rules, failures} = await createLists()([
    bad,
    listed(async () => termFinder([{term: '松岭'}]), {name: 'another-word'})
  ])
  expect(failures).toEqual([
    {zh: 'listed-word 的词表载入失败：no words', en: 'the word lists of listed-word did not load: no words'}
  ])
  expect(lint([ferry], rules).findings).toMatchObject([{ruleId: 'another-word'}])
})

test('every mistake in a file is told with its place', async () => {
  const bad = listed(async () => {
    throw listFault([
      {path: 'terms.yaml', line: 3, column: 5, zh: '没有这个键', en: 'there is no such key'},
      {path: 'terms.yaml', zh: '是空的', en: 'it is empty'}
    ])
  })
  const {failures} = await createLists()([bad])
  expect(failures.map(({en}) => en)).toEqual(['terms.yaml:3:5: there is no such key', 'terms.yaml: it is empty'])
})

test('files that options name are read by the host, and nowhere else', async () => {
  const reading = listed(async ({read}) => termFinder([{term: (await read('words.txt')).text}]))
  const read = async (path: string) => ({path, text: '开船'})
  const {rules} = await createLists(read)([reading])
  expect(lint([ferry], rules).findings).toHaveLength(1)
  const {failures} = await createLists()([reading])
  expect(failures).toMatchObject([{en: 'words.txt: files cannot be read here'}])
})

test('a rule without its lists is a failure, not a crash', () => {
  const {failures, findings} = lint([ferry], [listed(async () => termFinder([{term: '松岭'}]))])
  expect(findings).toEqual([])
  expect(failures).toMatchObject([
    {rule: 'listed-word', reason: 'its word lists are not loaded: give lint what createLists gives'}
  ])
})
