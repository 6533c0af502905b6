import type {Block, Finding} from 'copylint'
import {characters, defineRule, loadLikeCharacters, loadSyllables, spanIn, spotAt} from 'copylint'
import * as v from 'valibot'
import {findSlips} from './near.ts'
import {ordinary} from './ordinary.ts'
import {toPhrases} from './phrases.ts'
import {isOfWriting, isSetApart} from './quoted.ts'
import type {Slip} from './slips.ts'
import {slipsIn} from './slips.ts'

export default defineRule({
  name: 'common-misspelling',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '常见的错别字，或差一个字的成语',
    en: 'a common misspelling, or an idiom that is wrong in one character'
  },
  options: v.strictObject({
    words: v.optional(
      v.pipe(
        v.record(v.string(), v.string()),
        v.description(
          'The house’s own misspellings of two characters or more, wrong to right: `{"青溪桥": "清溪桥"}`.'
        ),
        v.metadata({zh: '本报自己的错别字表（两个字以上），错字在前：`{"青溪桥": "清溪桥"}`。'})
      ),
      {}
    ),
    except: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Forms that the house prints on purpose, as they stand on the page.'),
        v.metadata({zh: '本报有意这样写的字样，照版面上的写法填。'})
      ),
      []
    )
  }),
  messages: {
    wrong: {
      zh: {what: '“{quote}”应为“{right}”', why: '这是常见的错别字。', how: '改为“{right}”。'},
      en: {what: '“{quote}” should be “{right}”', why: 'It is a common misspelling.', how: 'Write “{right}”.'}
    },
    likely: {
      zh: {
        what: '“{quote}”多半应为“{right}”',
        why: '两种写法常被混淆，这里的上下文像是后一种。',
        how: '核对后改为“{right}”。'
      },
      en: {
        what: '“{quote}” is probably “{right}”',
        why: 'The two are often confused, and the words around it ask for the second.',
        how: 'Check, then write “{right}”.'
      }
    },
    idiom: {
      zh: {what: '“{quote}”像是成语“{right}”', why: '只差一个音近或形近的字。', how: '如不是有意改用，改为“{right}”。'},
      en: {
        what: '“{quote}” looks like the idiom “{right}”',
        why: 'Only one character differs, and it sounds or looks like the right one.',
        how: 'Write “{right}” unless it is played upon on purpose.'
      }
    },
    odd: {
      zh: {what: '“{quote}”与成语“{right}”差一个字', why: '其余三个字只见于这个成语。', how: '核对是不是有意改用。'},
      en: {
        what: '“{quote}” is “{right}” but for one character',
        why: 'The other three are found together in this idiom alone.',
        how: 'Check whether it is played upon on purpose.'
      }
    },
    quoted: {
      zh: {
        what: '“{quote}”一般写作“{right}”',
        why: '加了引号或书名号，可能是有意这样写。',
        how: '核对原文；如是笔误，改为“{right}”。'
      },
      en: {
        what: '“{quote}” is usually written “{right}”',
        why: 'It stands in quotes or title marks, and may be meant so.',
        how: 'Check the source; if it is a slip, write “{right}”.'
      }
    }
  },
  labels: {mend: {zh: '改正这个词', en: 'Correct the word'}},

  lists: async ({options, share}) => {
    const [{misspellings}, {idioms}, {lawfulPhrases}, {ordinaryWords}, alike, read] = await Promise.all([
      import('./misspellings.ts'),
      import('./idioms.ts'),
      import('./lawful-phrases.ts'),
      import('./ordinary-words.ts'),
      share(loadLikeCharacters),
      share(loadSyllables)
    ])
    const own = Object.entries(options.words)
      .filter(([wrong, right]) => wrong.length > 1 && wrong !== right)
      .map(([wrong, right]) => ({wrong, right, conditions: []}))
    const except = new Set(options.except)
    return {
      slips: slipsIn(own, misspellings, except),
      near: {
        phrases: toPhrases(idioms),
        lawful: lawfulPhrases,
        isWord: ordinary(ordinaryWords),
        alike,
        read
      },
      except
    }
  },

  *check(issue, {lists, use}) {
    const page = use(characters, issue)
    const listed: Slip[] = []
    for (const slip of lists.slips(page)) {
      listed.push(slip)
      const {article, block, at} = spotAt(page, slip.start)
      const stop = at + slip.end - slip.start
      if (!article || isOfWriting(block.text, at, stop, slip.right)) continue
      const apart = isSetApart(block.text, at, stop)
      const id = apart ? 'quoted' : slip.likely ? 'likely' : 'wrong'
      yield {
        ...finding(block, at, stop, id, slip.right, apart || slip.likely ? 'unsafe' : 'safe'),
        ...(apart ? {severity: 'info'} : slip.likely && {severity: 'warning'})
      }
    }
    for (const {place, block, start, phrase: right, how} of findSlips(page, lists.near)) {
      const {text} = block
      if (lists.except.has(text.slice(start, start + 4)) || isSetApart(text, start, start + 4)) continue
      if (isOfWriting(text, start, start + 4, right) || touches(listed, place, place + 4)) continue
      const odd = how === undefined
      yield {
        ...finding(block, start, start + 4, odd ? 'odd' : 'idiom', right, 'unsafe'),
        severity: odd ? 'info' : 'warning'
      }
    }
  }
})

function finding<Id extends string>(
  block: Block,
  from: number,
  to: number,
  id: Id,
  right: string,
  safety: 'safe' | 'unsafe'
): Finding<Id, 'mend'> {
  const at = spanIn(block, from, to)
  return {id, at, data: {right}, fixes: [{title: 'mend', safety, edits: [{...at, text: right}]}]}
}

/** Whether a place lies upon one of those listed, which are in order and apart. */
function touches(listed: readonly Slip[], start: number, end: number): boolean {
  let [low, high] = [0, listed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((listed[middle] as Slip).end <= start) low = middle + 1
    else high = middle
  }
  return (listed[low]?.start ?? end) < end
}
