import type {TiedStory} from 'copylint'
import {defineRule, ties} from 'copylint'
import * as v from 'valibot'
import {findHome, tellsOfOccasion} from './home.ts'
import {move} from './move.ts'
import {presumed} from './things.ts'
import {findWords} from './words.ts'

/** A shorter closing says too little, a longer one is a part of a story, in letters. */
const [leastLetters, mostLetters] = [15, 260]
export default defineRule({
  name: 'misplaced-closing',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '稿件的末段说的是版上另一篇稿件的事',
    en: 'a last paragraph that closes another story of the page'
  },
  options: v.strictObject({
    times: v.optional(
      v.pipe(
        v.number(),
        v.minValue(1),
        v.description('How many times more strongly a closing must be tied to another story than to its own.'),
        v.metadata({zh: '末段的用词与别篇的关联要达到与本篇的多少倍才报。'})
      ),
      2.7
    )
  }),
  messages: {
    thing: {
      zh: {
        what: '本篇没有{thing}，末段却是“{quote}”',
        why: '本篇从头到尾没有写到{thing}；{other}所在的一篇写的是{thing}，却没有这样的结尾。',
        how: '对照原稿，移到那一篇的末尾。'
      },
      en: {
        what: '“{quote}” closes a story without any {thing}',
        why: 'Nothing in this story is a {thing}; the one of {other} is about one, and has no such closing.',
        how: 'Compare with the copy and move it to the end of that story.'
      }
    },
    words: {
      zh: {
        what: '末段“{quote}”像是另一篇的',
        why: '其中的“{words}”只见于{other}所在的一篇，本篇前文没有提到。',
        how: '对照原稿；如果串了稿，移到那一篇的末尾。'
      },
      en: {
        what: '“{quote}” seems to close another story',
        why: '“{words}” occur in the story of {other}, and nowhere in this one.',
        how: 'Compare with the copy; if it was pasted here by mistake, move it to the end of that story.'
      }
    }
  },
  labels: {
    home: {zh: '应接在这一段之后', en: 'belongs behind this'},
    evidence: {zh: '同样的词在这里', en: 'the same words are here'},
    move: {zh: '移到那一篇的末尾', en: 'Move it to the end of that story'}
  },

  *check(issue, {options, use, text}) {
    const tied = use(ties, issue)
    for (const [place, story] of tied.stories.entries()) {
      const {closing} = story
      if (closing === undefined || closing.weight < 1) continue
      const last = presumed(closing.block)
      const home = last && findHome(tied.stories, place, last)
      if (home) {
        const {page, start, end} = closing.block
        yield {
          id: 'thing',
          at: {page, start: start + last.index, end},
          ...((last.thing.loose || tellsOfOccasion(story)) && {severity: 'warning'}),
          data: {thing: last.thing.name},
          related: [{at: endOf(home), label: 'home'}],
          // a sentence of a paragraph is not moved: it may have been meant otherwise
          ...(last.index === 0 && move(story, home, text))
        }
        continue
      }
      const length = closing.end - closing.start
      if (length < leastLetters || length > mostLetters) continue
      const found = findWords(tied, place, options.times)
      if (found === undefined) continue
      yield {
        id: 'words',
        at: closing.block,
        severity: 'warning',
        data: {words: found.words.map((it) => it.words).join('、')},
        related: [
          {at: endOf(found.home), label: 'home'},
          ...found.words.map(({at}) => ({at, label: 'evidence' as const}))
        ],
        ...move(story, found.home, text)
      }
    }
  }
})

const endOf = ({body, headline}: TiedStory) => (body.at(-1) ?? headline)?.block ?? {start: 0, end: 0}
