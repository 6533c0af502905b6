import type {Block} from 'copylint'
import {characters, defineRule, isSpokenOf, spanIn, spotAt} from 'copylint'
import {findNoun} from './counted.ts'
import {findPlants} from './plants.ts'
import {measuresIn, toTable} from './table.ts'

export default defineRule({
  name: 'wrong-measure-word',
  scope: 'issue',
  severity: 'warning',
  counts: 'character',
  summary: {
    zh: '量词用错：“一颗树”“一只队伍”“一副画”',
    en: 'a wrong measure word: 一颗树, 一只队伍, 一副画'
  },
  messages: {
    noun: {
      zh: {
        what: '“{noun}”的量词通常是“{right}”，不是“{wrong}”',
        why: '两个字音近或形近，容易打错、混用。',
        how: '改为“{right}”；如果说的不是{noun}，可以不改。'
      },
      en: {
        what: '{noun} is counted by {right}, not {wrong}',
        why: 'The two sound or look alike, and are taken for one another.',
        how: 'Write {right}, unless something else than {noun} is counted.'
      }
    },
    respect: {
      zh: {
        what: '“{quote}”：“位”用于所敬重的人',
        why: '“位”含敬意，不用于{noun}。',
        how: '改为“名”或“个”。'
      },
      en: {
        what: '“{quote}”: 位 is for those one respects',
        why: '位 honours whom it counts; {noun} is no such word.',
        how: 'Write 名 or 个.'
      }
    },
    each: {
      zh: {
        what: '说{noun}，通常用“棵棵”，不用“颗颗”',
        why: '植株论“棵”，果实、颗粒才论“颗”。',
        how: '改为“棵棵”；如果说的是果实，写明。'
      },
      en: {
        what: 'Of {noun} one says 棵棵, not 颗颗',
        why: 'Plants are counted by 棵, fruit and grains by 颗.',
        how: 'Write 棵棵, or name the fruit.'
      }
    }
  },
  labels: {
    topic: {zh: '说的是这个', en: 'this is what is counted'},
    replace: {zh: '改量词', en: 'Change the measure word'}
  },
  lists: async () => {
    const {measures, plants} = await import('./measures.ts')
    return toTable(measures, plants)
  },

  *check(issue, {lists: table, use}) {
    const page = use(characters, issue)
    for (const place of measuresIn(page, table)) {
      const {article, block, at} = spotAt(page, place)
      const wrong = block.text.charAt(at)
      const found = article && findNoun(block.text, at, table.measureOf(wrong))
      if (!found || isSpokenOf(block.text, {start: at - 1, end: found.end})) continue
      const {noun, right, sure} = found.entry
      yield {
        id: wrong === '位' ? 'respect' : 'noun',
        at: spanIn(block, at - 1, found.end),
        ...(!sure && {severity: 'info'}),
        data: {noun, right, wrong},
        fixes: [replace(block, at, block.text[at + 1] === wrong ? 2 : 1, right)]
      }
    }
    for (const {block, at, noun, start} of findPlants(page, table)) {
      yield {
        id: 'each',
        at: spanIn(block, at, at + 2),
        severity: 'info',
        data: {noun},
        related: [{at: spanIn(block, start, start + noun.length), label: 'topic'}],
        fixes: [replace(block, at, 2, '棵')]
      }
    }
  }
})

const replace = (block: Block, at: number, times: number, right: string) =>
  ({
    title: 'replace',
    safety: 'unsafe',
    edits: [{...spanIn(block, at, at + times), text: right.repeat(times)}]
  }) as const
