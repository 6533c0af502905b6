import type {Severity, Span} from 'copylint'
import {characters, defineRule, spanIn} from 'copylint'
import type {Item, Kind} from './items.ts'
import {itemsOf, written} from './items.ts'
import type {Slip} from './series.ts'
import {slipsOf} from './series.ts'
import {isReprint, standIn} from './stand-ins.ts'
import {isList, severityOf} from './verdict.ts'

export default defineRule({
  name: 'list-sequence',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '列举的序号缺项、重复或颠倒：有“二要”“三要”而没有“一要”',
    en: 'a list that lacks an item, has a number twice or out of order: 二要 and 三要 without 一要'
  },
  messages: {
    first: {
      zh: {
        what: '有“{quote}”“{next}”，没有“{missing}”',
        why: '列举从第二项数起，第一项漏了，或者漏了序号。',
        how: '核对原稿：补上“{missing}”；如本来不分项，去掉后面的序号。'
      },
      en: {
        what: '“{quote}” and “{next}”, but no “{missing}”',
        why: 'The list counts from its second item: the first, or its number, is gone.',
        how: 'Check the copy: put in “{missing}”, or take the later numbers out.'
      }
    },
    gap: {
      zh: {
        what: '“{last}”之后是“{quote}”，缺“{missing}”',
        why: '列举的序号不连续，漏了一项，或者排错了序号。',
        how: '核对原稿：补上漏项，或改正序号。'
      },
      en: {
        what: '“{quote}” follows “{last}”: no “{missing}”',
        why: 'The numbers of the list skip one: an item is gone, or a number is wrong.',
        how: 'Check the copy: put the item back, or correct the number.'
      }
    },
    twice: {
      zh: {
        what: '同一列举里有两个“{quote}”',
        why: '序号重复，多半是添了一项而没有改后面的序号。',
        how: '核对原稿，改正后面各项的序号。'
      },
      en: {
        what: 'The list has “{quote}” twice',
        why: 'A number stands twice, as when an item is added and the later ones are not counted anew.',
        how: 'Check the copy, and count the items anew.'
      }
    },
    order: {
      zh: {
        what: '“{quote}”排在“{last}”后面',
        why: '列举的序号颠倒了。',
        how: '核对原稿：调换两项，或改正序号。'
      },
      en: {
        what: '“{quote}” stands behind “{last}”',
        why: 'The numbers of the list are out of order.',
        how: 'Check the copy: exchange the items, or correct the numbers.'
      }
    }
  },
  labels: {
    before: {zh: '前面一项', en: 'an item before it'},
    after: {zh: '后面一项', en: 'an item behind it'}
  },

  *check(issue, {use}) {
    // the last item of each kind that opens a line
    const opened = new Map<Kind, Item>()
    for (const [{blocks}, found] of itemsOf(use(characters, issue))) {
      for (const [kind, items] of byKind(found)) {
        let looked = 0
        for (const slip of items.length > 1 ? slipsOf(items) : []) {
          if (!isList(slip) || isReprint(slip)) continue
          if (++looked > mostSlips) break
          const other = goesOn(slip, opened.get(kind)) ? 'yes' : standIn(slip, blocks)
          if (other !== 'yes') yield toFinding(slip, other === 'no' ? severityOf(slip) : 'warning')
        }
        const last = items.findLast(({start}) => start === 0)
        if (last) opened.set(kind, last)
      }
    }
  }
})

/** A story that was cut in two, at a line that looks like a head, goes on with its list. */
const goesOn = ({id, item}: Slip, opened: Item | undefined) =>
  id === 'first' && item.start === 0 && opened?.number === 1 && opened.block.page === item.block.page

/** Of one kind in one story; a text with more is no copy, and each is looked at with the lines around it. */
const mostSlips = 50

/** Of a list of hundreds the items next to the slip are shown. */
const mostShown = 20

function toFinding(slip: Slip, severity: Severity) {
  const {id, item, before, after, missing} = slip
  return {
    id,
    at: spanOf(item),
    severity,
    data: {missing: written(item, missing), last: words(before.at(-1)), next: words(after[0])},
    related: [
      ...before.slice(-mostShown).map((it) => ({at: spanOf(it), label: 'before' as const})),
      ...after.slice(0, mostShown).map((it) => ({at: spanOf(it), label: 'after' as const}))
    ]
  }
}

const spanOf = ({block, start, end}: Item): Span => spanIn(block, start, end)

const words = (item: Item | undefined) => item?.block.text.slice(item.start, item.end) ?? ''

function byKind(items: readonly Item[]): ReadonlyMap<Kind, Item[]> {
  const kinds = new Map<Kind, Item[]>()
  for (const item of items) {
    const list = kinds.get(item.kind)
    if (list) list.push(item)
    else kinds.set(item.kind, [item])
  }
  return kinds
}
