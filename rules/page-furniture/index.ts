import type {Block, Issue, Span} from 'copylint'
import {defineRule, removals} from 'copylint'
import {looseEnds} from './jumps.ts'
import {isFrame, isLink, isScan, runsOf} from './lines.ts'

/** So many codes on a page belong to their stories: a page that shows a film with each. */
const house = 3

export default defineRule({
  name: 'page-furniture',
  scope: 'issue',
  severity: 'warning',
  counts: 'layout',
  summary: {
    zh: '版面上的固定文字混进了稿件：扫码提示、版次、编辑署名、转版标记',
    en: 'text of the page’s frame in the copy: scan notes, folios, credits, loose jumps'
  },
  messages: {
    scan: {
      zh: {
        what: '“{quote}”是二维码旁的文字',
        why: '它属于版面，不是稿件的正文。',
        how: '从正文里删去；要登的，排在二维码旁边。'
      },
      en: {
        what: '“{quote}” is the label of a code',
        why: 'It belongs to the page’s frame, not to the copy.',
        how: 'Take it out of the text.'
      }
    },
    codes: {
      zh: {
        what: '“{quote}”一类的扫码提示有{count}处',
        why: '它们属于版面；每篇都配二维码的版面除外。',
        how: '核对是否都要登。'
      },
      en: {
        what: '{count} labels of codes like “{quote}”',
        why: 'They belong to the page’s frame, unless each story comes with a code.',
        how: 'Check whether all are wanted.'
      }
    },
    frame: {
      zh: {
        what: '“{quote}”夹在稿件中间',
        why: '版次、日期、编辑署名和热线属于版面，后面还有这篇稿件的正文。',
        how: '从正文里删去，或者移到版头、版末。'
      },
      en: {
        what: '“{quote}” stands in the midst of a story',
        why: 'Folio, date, credits and hotline belong to the page’s frame; the story goes on below.',
        how: 'Delete it, or move it to the top or the end of the page.'
      }
    },
    between: {
      zh: {
        what: '“{quote}”夹在两篇稿件之间',
        why: '版次、日期、编辑署名和热线属于版面；别的稿件后面没有。',
        how: '核对是否要登；不登就删去，或者移到版头、版末。'
      },
      en: {
        what: '“{quote}” stands between two stories',
        why: 'Folio, date, credits and hotline belong to the page’s frame, and other stories have none.',
        how: 'Check whether it is wanted; else delete it, or move it to the top or the end of the page.'
      }
    },
    link: {
      zh: {
        what: '“{quote}”是网页留下的链接',
        why: '报纸上点不开，也不是稿件的文字。',
        how: '删去。'
      },
      en: {
        what: '“{quote}” is a link left over from the web',
        why: 'It cannot be followed in print, and is no part of the copy.',
        how: 'Delete it.'
      }
    },
    onward: {
      zh: {
        what: '“{quote}”在第{to}版接不上',
        why: '第{to}版上没有“上接第{here}版”。',
        how: '核对版次，或者在第{to}版补上转版标记。'
      },
      en: {
        what: '“{quote}” leads nowhere on page {to}',
        why: 'Page {to} has no “上接第{here}版” for it.',
        how: 'Check the number, or mark the continuation on page {to}.'
      }
    },
    back: {
      zh: {
        what: '“{quote}”在第{to}版接不上',
        why: '第{to}版上没有“下转第{here}版”。',
        how: '核对版次，或者在第{to}版补上转版标记。'
      },
      en: {
        what: '“{quote}” comes from nowhere on page {to}',
        why: 'Page {to} has no “下转第{here}版” for it.',
        how: 'Check the number, or mark the jump on page {to}.'
      }
    }
  },
  labels: {
    more: {zh: '还有这里', en: 'and here'},
    target: {zh: '这一版从这里开始', en: 'the page begins here'},
    elsewhere: {zh: '另一头在这里', en: 'the other end is here'},
    drop: {zh: '删去版面文字', en: 'Delete the text of the frame'}
  },

  *check(issue, {text}) {
    for (const page of issue.pages) {
      const runs = [...runsOf(page)]
      const scans = runs.filter(({lines}) => lines.some(isScan)).map(({lines}) => lines)
      if (scans.length >= house) {
        const {fixes: _, ...question} = toFinding('codes', scans.flat(), text)
        yield {...question, severity: 'info', data: {count: scans.length}}
      } else for (const lines of scans) yield toFinding('scan', lines, text)
      const links = runs.flatMap(({lines}) => (lines.some(isScan) ? [] : lines.filter(isLink)))
      if (links.length > 0) yield toFinding('link', links, text)
      const frames = runs
        .filter(({lines}) => lines.some(isFrame) && !lines.some(isScan))
        .map(({lines, place}) => ({place, lines: lines.filter((line) => !isLink(line))}))
      for (const {place, lines} of frames) if (place === 'inside') yield toFinding('frame', lines, text)
      const between = frames.filter(({place}) => place === 'between')
      if (between.length >= house) continue
      for (const {lines} of between) yield {...toFinding('between', lines, text), severity: 'info' as const}
    }
    yield* jumps(issue)
  }
})

/** Lines that are to go, the first of them in front. */
function toFinding<Id extends string>(id: Id, lines: readonly Block[], text: (span: Span) => string) {
  const [at, ...rest] = lines as [Block, ...Block[]]
  return {
    id,
    at,
    related: rest.map((it) => ({at: it, label: 'more' as const})),
    fixes: [{title: 'drop' as const, safety: 'unsafe' as const, edits: removals(lines, text)}]
  }
}

function* jumps(issue: Issue) {
  const loose = looseEnds(issue)
  for (const id of ['onward', 'back'] as const) {
    for (const {at, to, here, elsewhere, target} of loose[id]) {
      const label = elsewhere ? ('elsewhere' as const) : ('target' as const)
      yield {id, at, data: {to, here}, related: [{at: elsewhere ?? target, label}]}
    }
  }
}
