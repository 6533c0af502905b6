import {defineRule, normalised, passages, removal} from 'copylint'
import * as v from 'valibot'
import type {Repeat} from './judge.ts'
import {judge} from './judge.ts'

export default defineRule({
  name: 'repeated-paragraph',
  scope: 'issue',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '整段文字排了两次，一字不差或略有改动',
    en: 'a paragraph printed twice, word for word or edited'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(8),
        v.description('Letters in a paragraph below which a repeat is left alone; neighbours need half as many.'),
        v.metadata({zh: '少于这么多字的段落重复了也不报；相邻两段减半。'})
      ),
      20
    )
  }),
  messages: {
    again: {
      zh: {
        what: '“{quote}”一段与{other}重复',
        why: '同一段文字排了两次，读者会以为排错了版，另一段真正的内容可能因此丢失。',
        how: '对照原稿：多排的删去，被盖掉的补上。'
      },
      en: {
        what: 'The paragraph “{quote}” repeats {other}',
        why: 'The same paragraph is printed twice; what should have stood here may be lost.',
        how: 'Compare with the copy: delete the extra print, or restore what it has overwritten.'
      }
    },
    stretch: {
      zh: {
        what: '“{quote}”起连续{count}段与{other}起重复',
        why: '一连几段文字排了两次，像是整块稿件重复上版。',
        how: '对照原稿：多排的整块删去，被盖掉的补上。'
      },
      en: {
        what: '{count} paragraphs from “{quote}” repeat {other} on',
        why: 'Several paragraphs in a row are printed twice, as if a block of copy had been placed again.',
        how: 'Compare with the copy: delete the extra block, or restore what it has overwritten.'
      }
    },
    edited: {
      zh: {
        what: '“{quote}”一段与{other}大体相同',
        why: '像是同一段文字改前改后的两稿都排进了版面。',
        how: '对照两处的不同，留下定稿，删去另一稿。'
      },
      en: {
        what: 'The paragraph “{quote}” is an edited {other}',
        why: 'Both the old and the new version of one paragraph seem to be on the page.',
        how: 'Look at how the two differ, keep the final version and delete the other.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    drop: {zh: '删去后排的文字', en: 'Delete the second print'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    const repeats = new Map<number, Repeat>()
    for (const pair of use(passages, issue)) {
      const repeat = judge(letters, pair, options.least)
      const known = repeats.get(pair.second)
      // printed three times: the third is told of the first print only
      if (repeat && (known === undefined || (repeat.exact && !known.exact))) repeats.set(pair.second, repeat)
    }
    for (const run of runs([...repeats.values()].sort((x, y) => x.second - y.second))) {
      const [head] = run
      const tail = run.at(-1)
      if (head === undefined || tail === undefined) continue
      const at = {page: head.b.page, start: head.b.start, end: tail.b.end}
      // printed three times in a row: the second and third repeat the first
      const last = tail.first < head.second ? tail : head
      const first = {page: head.a.page, start: head.a.start, end: last.a.end}
      yield {
        id: run.length > 1 ? 'stretch' : head.exact ? 'again' : 'edited',
        at,
        ...(run.every(({severity}) => severity) && head.severity && {severity: head.severity}),
        ...(run.length > 1 && {data: {count: run.length}}),
        related: [{at: first, label: 'first', compare: run.length === 1}],
        ...(head.exact && {
          fixes: [
            {title: 'drop', safety: head.safe && run.length === 1 ? 'safe' : 'unsafe', edits: [removal(at, text)]}
          ]
        })
      }
    }
  }
})

/** Neighbours that repeat neighbours, word for word, are one defect. */
function* runs(repeats: readonly Repeat[]): Generator<Repeat[]> {
  let run: Repeat[] = []
  for (const repeat of repeats) {
    const before = run.at(-1)
    const head = run[0]
    const goesOn =
      before?.exact &&
      repeat.exact &&
      repeat.second === before.second + 1 &&
      repeat.articles === before.articles &&
      // A B A B, or A A A
      ((repeat.first === before.first + 1 && repeat.first < (head?.second ?? 0)) || repeat.first === before.second)
    if (goesOn) run.push(repeat)
    else {
      if (run.length > 0) yield run
      run = [repeat]
    }
  }
  if (run.length > 0) yield run
}
