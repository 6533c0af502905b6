import {defineRule} from 'copylint'
import * as v from 'valibot'

export default defineRule({
  name: 'house-terms',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '本报自己的用语表：人名、职务、排名、机构、地名、固定提法、规范写法、禁用词',
    en: 'the house’s own terms: people, their offices and order, organisations, places, set phrases, preferred and forbidden forms'
  },
  options: v.strictObject({
    files: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Files of terms, YAML or JSON, from the folder of this config: see docs/house-terms.md.'),
        v.metadata({zh: '用语表文件（YAML 或 JSON），路径从本配置所在文件夹算起，写法见 docs/house-terms.zh-CN.md。'})
      ),
      []
    ),
    terms: v.optional(
      v.pipe(
        v.record(v.string(), v.unknown()),
        v.description('The same, written here.'),
        v.metadata({zh: '不用文件，直接写在这里，写法相同。'})
      ),
      {}
    )
  }),
  messages: {
    preferred: {
      zh: {what: '“{quote}”应写作“{right}”', why: '本报的写法，见 {entry}。{why}', how: '改为“{right}”。'},
      en: {what: '“{quote}” is written “{right}”', why: 'House style, {entry}. {why}', how: 'Write “{right}”.'}
    },
    forbidden: {
      zh: {what: '“{quote}”是本报不用的词', why: '见 {entry}。{why}', how: '删去，或换一种说法。'},
      en: {
        what: '“{quote}” is not printed by this paper',
        why: 'See {entry}. {why}',
        how: 'Delete it, or say it otherwise.'
      }
    },
    replaced: {
      zh: {what: '“{quote}”是本报不用的词', why: '见 {entry}。{why}', how: '可改用“{right}”。'},
      en: {what: '“{quote}” is not printed by this paper', why: 'See {entry}. {why}', how: 'Write “{right}” instead.'}
    },
    name: {
      zh: {
        what: '“{quote}”与“{right}”差一个字',
        why: '用语表里是“{right}”，见 {entry}。',
        how: '核对；如果没有写错，把它也写进用语表。'
      },
      en: {
        what: '“{quote}” is “{right}” but for one character',
        why: 'The house’s list has “{right}”, {entry}.',
        how: 'Check it; if it is right, enter it as well.'
      }
    },
    phrase: {
      zh: {what: '“{quote}”与固定提法差一个字', why: '固定提法是“{right}”，见 {entry}。', how: '照固定提法改。'},
      en: {
        what: '“{quote}” misquotes a set phrase',
        why: 'The phrase is “{right}”, {entry}.',
        how: 'Quote it character by character.'
      }
    },
    office: {
      zh: {
        what: '“{quote}”不是{name}的职务',
        why: '用语表里{name}的职务是{office}，见 {entry}。',
        how: '核对；如果没有错，把这个职务也写进用语表。'
      },
      en: {
        what: '“{quote}” is not the office of {name}',
        why: 'The house’s list has {name} as {office}, {entry}.',
        how: 'Check both; if the page is right, enter this office as well.'
      }
    },
    order: {
      zh: {
        what: '{name}排在了{before}后面',
        why: '按用语表，{name}在{before}之前，见 {entry}。',
        how: '核对名单的次序。'
      },
      en: {
        what: '{name} stands behind {before}',
        why: 'By the house’s list {name} goes before {before}, {entry}.',
        how: 'Check the order of the list.'
      }
    }
  },
  labels: {
    elsewhere: {zh: '这里的职务是对的', en: 'with the right office here'},
    before: {zh: '排在前面', en: 'stands before'},
    write: {zh: '改成本报的写法', en: 'Write it as the house does'}
  },

  async lists({options: {files, terms}, read}) {
    if (files.length === 0 && Object.keys(terms).length === 0) return undefined
    const {readHouse} = await import('./house.ts')
    return readHouse(files, terms, read)
  },

  *check(issue, {lists: house, use}) {
    if (house) yield* house(issue, use)
  }
})
