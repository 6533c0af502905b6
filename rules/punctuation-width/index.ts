import type {Issue, Pairs, Use} from 'copylint'
import {defineRule, isArticle, pairs} from 'copylint'
import * as v from 'valibot'
import {halfPairs} from './enclosed.ts'
import {countWidths, fullLetters, fullMarks, hasFullLetters, widePoints} from './full.ts'
import {halfMarks} from './half.ts'
import {toKinds} from './kinds.ts'
import type {Copy, Place} from './place.ts'

export default defineRule({
  name: 'punctuation-width',
  scope: 'issue',
  severity: 'warning',
  counts: 'layout',
  summary: {
    zh: '半角标点排在中文里，全角字符排在西文里：每版报一次',
    en: 'half-width marks in Chinese copy, full-width characters in Latin copy: told once a page'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('Marks on a page below which it is left alone.'),
        v.metadata({zh: '一版少于这么多处不报。'})
      ),
      1
    )
  }),
  messages: {
    half: {
      zh: {
        what: '{count}个半角标点：{kinds}',
        why: '中文的标点各占一个字的位置（GB/T 15834），全版应是一种写法。',
        how: '改为全角；小数点、时间、网址和西文里的不动。'
      },
      en: {
        what: '{count} half-width marks in Chinese copy: {kinds}',
        why: 'Marks in Chinese take the width of a character (GB/T 15834), the same all over the page.',
        how: 'Make them full-width; decimals, times, addresses and Latin words keep theirs.'
      }
    },
    full: {
      zh: {
        what: '{count}处全角的西文字符：{kinds}',
        why: '这一版的数字和西文用半角，全版应是一种写法。',
        how: '改为半角。'
      },
      en: {
        what: '{count} full-width characters in Latin copy: {kinds}',
        why: 'Figures and Latin words on this page are half-width, and should be so throughout.',
        how: 'Make them half-width.'
      }
    },
    both: {
      zh: {
        what: '{count}处全角、半角用错：{kinds}',
        why: '中文的标点用全角，数字和西文用半角，全版应是一种写法。',
        how: '照这样改齐。'
      },
      en: {
        what: '{count} marks of the wrong width: {kinds}',
        why: 'Marks in Chinese are full-width, figures and Latin words half-width, the same all over the page.',
        how: 'Make them so.'
      }
    }
  },
  labels: {
    others: {zh: '还有这里', en: 'here too'},
    width: {zh: '改为应有的宽度', en: 'Give them the right width'}
  },

  *check(issue, {options, use}) {
    for (const [page, places] of placesOf(issue, use).entries()) {
      const [first, ...others] = places
      if (!first || places.length < options.least) continue
      const half = places.filter((it) => it.half).length
      const edits = places.flatMap(({start, mend}) => (mend ? [{page, start, end: mend.end, text: mend.text}] : []))
      yield {
        id: half === places.length ? 'half' : half === 0 ? 'full' : 'both',
        at: {page, start: first.start, end: first.end},
        data: {count: places.length, kinds: toKinds(places)},
        related: others.map(({start, end}) => ({at: {page, start, end}, label: 'others' as const})),
        ...(edits.length > 0 && {fixes: [{title: 'width', safety: 'safe', edits}]})
      }
    }
  }
})

/** What is wrong on each page, in the order of its text. */
function placesOf(issue: Issue, use: Use): Place[][] {
  const paired = use(pairs, issue)
  const sheets: Place[][] = issue.pages.map(({source, parts}) => {
    const places: Place[] = []
    // heads of sections belong to no story
    for (const part of parts) if (!isArticle(part)) collect(places, part)
    if (hasFullLetters(source)) for (const it of fullLetters(source, countWidths(source))) places.push(it)
    return places
  })
  for (const {page, blocks} of issue.articles) {
    const places = sheets[page]
    if (places) for (const block of blocks) collect(places, block, paired.get(block))
  }
  return sheets.map((places) => places.sort((a, b) => a.start - b.start))
}

/** Most paragraphs of Han copy have none of these. */
const mayBeWrong = /[!"(),.:;?[\]．]/
/** `print("你好, 世界")`: a line of a program keeps its marks. */
const code = /^\s*[A-Za-z_][\w.]*\(["'`]/

function collect(places: Place[], copy: Copy, paired?: Pairs): void {
  if (copy.latin) for (const it of fullMarks(copy)) places.push(it)
  else if (mayBeWrong.test(copy.text) && !code.test(copy.text)) {
    for (const it of halfMarks(copy)) places.push(it)
    for (const it of widePoints(copy)) places.push(it)
    if (paired) for (const it of halfPairs(copy, paired)) places.push(it)
  }
}
