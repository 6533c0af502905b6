import type {Joint, WrappedLine} from 'copylint'
import {defineRule, joints, spanIn, wrapped} from 'copylint'
import {joinLines, joinParts} from './join.ts'

/** Characters shown of both parts. */
const shownBefore = 6
const shownBehind = 5

/** Of the next part so much is marked. */
const marked = 8

export default defineRule({
  name: 'broken-paragraph',
  scope: 'issue',
  severity: 'error',
  counts: 'layout',
  summary: {
    zh: '一段话在词中、句中或逗号后断成两段',
    en: 'a paragraph that is cut in two in mid-word, in mid-sentence or behind a comma'
  },
  messages: {
    cut: {
      zh: {what: '“{before}｜{behind}”断成了两段', why: '一句话没有说完就另起了一段。', how: '把两段连成一段。'},
      en: {what: '“{before}｜{behind}” is cut in two', why: 'The paragraph ends in mid-sentence.', how: 'Join the two.'}
    },
    comma: {
      zh: {what: '“{before}｜{behind}”断在逗号后', why: '句子没有完，下一段接着说。', how: '把两段连成一段。'},
      en: {
        what: '“{before}｜{behind}” cut at a comma',
        why: 'The sentence is not over, the next paragraph goes on with it.',
        how: 'Join the two.'
      }
    },
    likely: {
      zh: {
        what: '“{before}｜{behind}”像是断开的',
        why: '前一段末尾没有句末标点，下一段像是接着说的。',
        how: '对照原稿：连成一段，或补上句号。'
      },
      en: {
        what: '“{before}｜{behind}” looks cut',
        why: 'The paragraph has no full stop, and the next one seems to go on with it.',
        how: 'Check the copy: join the two, or add the full stop.'
      }
    },
    wrapped: {
      zh: {
        what: '全页按行断开，共{count}处',
        why: '每行都在同样的宽度处断成一段，像是从邮件或旧系统里拷来的。',
        how: '把各行连回原来的段落。'
      },
      en: {
        what: 'Every line is broken off: {count} places',
        why: 'Each line ends at one width as a paragraph of its own, as in text copied from mail or an old system.',
        how: 'Join the lines to paragraphs again.'
      }
    }
  },
  labels: {
    next: {zh: '从这里接上', en: 'goes on here'},
    line: {zh: '这里也断开', en: 'broken here too'},
    join: {zh: '连成一段', en: 'Join the two parts'},
    lines: {zh: '把断开的行连起来', en: 'Join the lines'}
  },

  *check(issue, {use, text}) {
    const pages = use(wrapped, issue)
    for (const lines of pages.values()) {
      const [first, ...rest] = lines
      if (!first) continue
      yield {
        id: 'wrapped',
        at: endOf(first),
        severity: 'warning',
        data: {count: lines.length},
        related: rest.map((line) => ({at: endOf(line), label: 'line'})),
        fixes: [{title: 'lines', safety: 'safe', edits: joinLines(lines)}]
      }
    }
    for (const joint of use(joints, issue)) {
      const {block, next, verdict, kind} = joint
      if (verdict === 'apart' || !next || pages.has(block.page)) continue
      const sure = verdict === 'sure'
      const edit = joinParts(block, next, text)
      // two words of Latin letters, or one that was cut?
      const unread = sure && (kind === 'comma' || edit?.text === '')
      yield {
        id: sure ? (kind === 'comma' ? 'comma' : 'cut') : 'likely',
        at: tailOf(joint),
        ...(!sure && {severity: 'warning'}),
        data: {before: block.text.slice(-shownBefore), behind: next.text.slice(0, shownBehind)},
        related: [
          {at: {page: next.page, start: next.start, end: Math.min(next.end, next.start + marked)}, label: 'next'}
        ],
        ...(edit && {fixes: [{title: 'join', safety: unread ? 'safe' : 'unsafe', edits: [edit]}]})
      }
    }
  }
})

const tailOf = ({block, tail}: Pick<Joint, 'block' | 'tail'>) =>
  spanIn(block, block.text.length - tail, block.text.length)

const endOf = ({block}: WrappedLine) => tailOf({block, tail: Math.min(2, block.text.length)})
