import type {Block, Issue} from 'copylint'
import {defineRule, pairs, spanIn} from 'copylint'
import {countedRows} from './counted.ts'
import type {Member} from './members.ts'
import {listsIn} from './members.ts'
import type {Odd} from './odd.ts'
import {findOdd} from './odd.ts'

/** Places that are shown. */
const mostPlaces = 10

/** A noun of the page stands bare so often elsewhere. */
const leastBare = 2

/** Names that are looked for in the whole issue: each costs a pass over it. */
const mostAsked = 20

export default defineRule({
  name: 'inconsistent-quotes',
  scope: 'issue',
  severity: 'warning',
  counts: 'nothing',
  summary: {
    zh: '并列的名称，有的加引号或书名号，有的没加',
    en: 'of several parallel names some are quoted and one is not'
  },
  messages: {
    bare: {
      zh: {
        what: '“{quote}”没有加{marks}，并列的都加了',
        why: '并列的名称，标号要统一。',
        how: '补上，或者确认它不是同类的名称。'
      },
      en: {
        what: '“{quote}” has no {signs}, its neighbours have',
        why: 'Names in one row are marked alike.',
        how: 'Add the marks, or make sure that it is a name of another kind.'
      }
    },
    quoted: {
      zh: {
        what: '并列的几项里，只有{quote}加了引号',
        why: '并列的名称，标号要统一。',
        how: '都加或者都不加；如果只有它是专名，可以不改。'
      },
      en: {
        what: 'Of the names in this row only {quote} is quoted',
        why: 'Names in one row are marked alike.',
        how: 'Quote all or none; leave it if only this one is a proper name.'
      }
    }
  },
  labels: {
    marked: {zh: '这里加了', en: 'marked here'},
    bare: {zh: '这里没加', en: 'not marked here'}
  },

  *check(issue, {use}) {
    let asked = 0
    for (const [block, found] of use(pairs, issue)) {
      if (found.pairs.length === 0) continue
      for (const list of listsIn(block, found)) {
        const odd = findOdd(list)
        if (!odd || (!odd.strict && asked++ < mostAsked && isOrdinary(issue, block, odd))) continue
        const titled = odd.others[0]?.mark === '《'
        yield {
          id: 'bare',
          at: spanIn(block, odd.start, odd.end),
          data: {marks: titled ? '书名号' : '引号', signs: titled ? 'title marks' : 'quotes'},
          ...(!odd.strict && {severity: 'info'}),
          related: related(block, odd.others)
        }
      }
      for (const {odd, others} of countedRows(block, found)) {
        yield {
          id: odd.mark ? 'quoted' : 'bare',
          at: spanIn(block, odd.start, odd.end),
          data: {marks: '引号', signs: 'quotes'},
          severity: 'info',
          related: related(block, others)
        }
      }
    }
  }
})

/** Whether a name is never quoted in the issue, and bare in other places too: “厕所革命”、垃圾分类和“百村示范”, on a page that tells of 垃圾分类. */
function isOrdinary({pages}: Issue, block: Block, {start, end}: Odd): boolean {
  const name = block.text.slice(start, end)
  let bare = 0
  for (const [page, {source}] of pages.entries()) {
    for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + name.length)) {
      if (page === block.page && at === block.start + start) continue
      if (at > 0 && '“「『《〈'.includes(source.charAt(at - 1))) return false
      bare++
    }
  }
  return bare >= leastBare
}

const related = (block: Block, members: readonly Member[]) =>
  members.slice(0, mostPlaces).map(({start, end, mark}) => ({
    at: spanIn(block, start, end),
    label: mark ? ('marked' as const) : ('bare' as const)
  }))
