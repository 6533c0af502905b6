import type {Joint} from 'copylint'
import {defineRule, joints, wrapped} from 'copylint'
import {isSentence, storiesWithoutStops} from './sentence.ts'

export default defineRule({
  name: 'missing-stop',
  scope: 'issue',
  severity: 'warning',
  counts: 'punctuation',
  summary: {
    zh: '一段话说完了，末尾却没有句号',
    en: 'a paragraph that ends without its full stop'
  },
  messages: {
    stop: {
      zh: {
        what: '“{before}”后面没有句号',
        why: '这一段末尾没有句末标点。',
        how: '补上句号；如有话漏排，补上漏排的话。'
      },
      en: {
        what: 'No full stop behind “{before}”',
        why: 'The paragraph ends without a mark.',
        how: 'Add the full stop, or the words that were lost.'
      }
    },
    comma: {
      zh: {
        what: '“{before}”以逗号收尾',
        why: '话没有说完，下文却是另一段或另一篇。',
        how: '对照原稿：补上漏排的话，或改成句号。'
      },
      en: {
        what: '“{before}” ends in a comma',
        why: 'The sentence is not over, but another paragraph or story follows.',
        how: 'Check the copy: restore what was lost, or end with a full stop.'
      }
    }
  },
  labels: {add: {zh: '补上句号', en: 'Add the full stop'}},

  *check(issue, {use}) {
    const pages = use(wrapped, issue)
    const all = use(joints, issue)
    const without = storiesWithoutStops(issue, all)
    for (const joint of all) {
      const {block, verdict, kind, form, article} = joint
      if (verdict !== 'apart' || pages.has(block.page) || without.has(article) || !isSentence(joint, issue)) continue
      yield {
        id: kind === 'comma' ? 'comma' : 'stop',
        at: {page: block.page, start: block.end - joint.tail, end: block.end},
        ...(form === 'clause' && kind === 'word' && {severity: 'info'}),
        data: {before: block.text.slice(-6)},
        fixes: [{title: 'add', safety: 'unsafe', edits: [stopBehind(joint)]}]
      }
    }
  }
})

/** A full stop at the end, in place of a comma. */
function stopBehind({block, kind}: Joint) {
  const last = block.text.slice(-2)
  return {
    page: block.page,
    start: kind === 'comma' ? block.end - 1 : block.end,
    end: block.end,
    text: /[A-Za-z]/u.test(last) && !/[\u3400-\u9fff]/u.test(block.text.slice(-20)) ? '.' : '。'
  }
}
