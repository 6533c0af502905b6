import type {Related} from 'copylint'
import {defineRule, evidence, normalised, ties} from 'copylint'
import * as v from 'valibot'
import {findHalves, isCopy, moveBehind} from './cut.ts'

/** Of a caption’s pairs of letters so many, by weight, are in any story by chance, times the root of its length in letters. */
const chance = 0.055 / 20
/** From so few letters nothing can be said to be absent. */
const shortestStory = 100
/** What ties a caption to another story: words, and how many times more strongly than to its own. */
const tied = {words: 4, times: 3}

export default defineRule({
  name: 'stray-caption',
  scope: 'issue',
  severity: 'error',
  counts: 'layout',
  summary: {
    zh: '图片说明混进了别的稿件，或把一段正文隔成两半',
    en: 'a caption that stands in a story it has nothing to do with, or cuts a paragraph in two'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(10),
        v.description('Letters in a caption below which its words are not judged.'),
        v.metadata({zh: '图片说明少于这么多字，不看它说的是什么。'})
      ),
      25
    )
  }),
  messages: {
    alone: {
      zh: {
        what: '图片说明“{quote}”与这篇稿件无关',
        why: '它说的人和事，这篇从头到尾没有提到；不分开，读者会当成正文。',
        how: '如果是另一张图片的说明，单独排，或加上标题。'
      },
      en: {
        what: 'The caption “{quote}” is not of this story',
        why: 'Nothing that it tells of is in the story; set like this, it reads as a part of it.',
        how: 'If it is of a picture that stands by itself, set it apart or give it a head.'
      }
    },
    elsewhere: {
      zh: {
        what: '图片说明“{quote}”像是另一篇的',
        why: '其中的“{words}”只见于{other}所在的一篇，这篇没有提到。',
        how: '对照版面，把它移到那一篇。'
      },
      en: {
        what: 'The caption “{quote}” seems to be of another story',
        why: '“{words}” occur in the story of {other}, and nowhere in this one.',
        how: 'Compare with the layout and move it to that story.'
      }
    },
    cuts: {
      zh: {
        what: '图片说明“{quote}”隔断了正文',
        why: '{other}的一段话没有说完，下半段排在图片说明之后。',
        how: '把图片说明移到这一段之后，再把上下两半接起来。'
      },
      en: {
        what: 'The caption “{quote}” cuts a paragraph in two',
        why: 'The sentence of {other} is not at its end; its other half stands behind the caption.',
        how: 'Move the caption behind the paragraph, then join the two halves.'
      }
    }
  },
  labels: {
    story: {zh: '排在这一篇里', en: 'it stands in this story'},
    home: {zh: '说的是这一篇', en: 'it tells of this story'},
    evidence: {zh: '同样的词在这里', en: 'the same words are here'},
    before: {zh: '话到这里没有说完', en: 'the sentence stops here'},
    behind: {zh: '下文在这里', en: 'and goes on here'},
    move: {zh: '把图片说明移到这一段之后', en: 'Move the caption behind the paragraph'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    if (!letters.blocks.some(({block}) => block.role === 'caption')) return
    const stories = use(ties, issue)
    for (const [index, caption] of letters.blocks.entries()) {
      const {block, article, start, end, weight} = caption
      if (block.role !== 'caption') continue
      const halves = findHalves(letters.blocks, index)
      if (halves) {
        const [before, behind] = halves
        yield {
          id: 'cuts',
          at: block,
          ...(!isCopy(before) && {severity: 'warning'}),
          related: [
            {at: before, label: 'before'},
            {at: behind, label: 'behind'}
          ],
          ...moveBehind(block, before, behind, text)
        }
        continue
      }
      const place = stories.placeOf[article] ?? -1
      const story = stories.stories[place]
      if (story === undefined || weight < 1 || end - start < options.least || story.letters < shortestStory) continue
      const {own, other} = stories.of(caption, place)
      if (own.words > chance * (end - start) * Math.sqrt(story.letters)) continue
      const home = other && stories.stories[stories.placeOf[other.story] ?? -1]
      const words =
        home && other.words >= tied.words && other.strength >= tied.times * own.strength
          ? evidence(block, home.all, story.all)
          : []
      const top = story.headline ?? story.body[0]
      const within: Related<'story'>[] = top ? [{at: top.block, label: 'story'}] : []
      const there = home?.headline ?? home?.body[0]
      if (there && (words[0]?.words.length ?? 0) > 2) {
        yield {
          id: 'elsewhere',
          at: block,
          severity: 'warning',
          data: {words: words.map((it) => it.words).join('、')},
          related: [
            {at: there.block, label: 'home'},
            ...words.map(({at}) => ({at, label: 'evidence' as const})),
            ...within
          ]
        }
      } else yield {id: 'alone', at: block, severity: 'warning', related: within}
    }
  }
})
