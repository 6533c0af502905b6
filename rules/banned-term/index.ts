import type {Span, TermPlace} from 'copylint'
import {characters, defineRule, isSpokenOf, spanIn, termFinder} from 'copylint'
import * as v from 'valibot'
import type {Banned} from './entries.ts'
import {classes, readBanned} from './entries.ts'
import {messages} from './messages.ts'

const words = (en: string, zh: string) =>
  v.optional(v.pipe(v.array(v.string()), v.description(en), v.metadata({zh})), [])

export default defineRule({
  name: 'banned-term',
  scope: 'issue',
  severity: 'warning',
  counts: 'fact',
  summary: {
    zh: '不用的词：通讯社公布的禁用词和慎用词，加上本报自己的',
    en: 'a term that is not printed: those of the news agency’s public list, and the paper’s own'
  },
  options: v.strictObject({
    add: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            term: v.pipe(v.string(), v.minLength(1)),
            instead: v.optional(v.pipe(v.string(), v.minLength(1))),
            why: v.optional(v.string())
          })
        ),
        v.description('Terms that the paper does not print. `instead` and `why` are shown.'),
        v.metadata({zh: '本报不用的词；instead 是改用的词，why 是理由。'})
      ),
      []
    ),
    except: words(
      'Terms of the list, or longer words with one in them, that the paper prints.',
      '本报照用的词，或含有表中词的更长的词。'
    ),
    classes: v.optional(
      v.pipe(
        v.array(v.picklist(classes)),
        v.description(
          'Which classes of the list are looked for. `careful`: terms that are more often lawful than not.'
        ),
        v.metadata({zh: '查表里的哪几类。careful 是慎用词，多数用法是对的。'})
      ),
      ['society', 'law', 'people', 'territory', 'world']
    )
  }),
  messages,
  labels: {
    again: {zh: '这里也有', en: 'here too'},
    instead: {zh: '改用这个词', en: 'Use the other term'}
  },
  lists: async ({options: {add, except, classes: wanted}}) => {
    const house = add.map(
      ({term, instead, why}): Banned => ({
        term,
        tail: '',
        class: 'house',
        asked: false,
        instead: instead === undefined ? [] : [instead],
        ...(why !== undefined && {why})
      })
    )
    const listed = readBanned((await import('./list.ts')).bannedTerms, wanted)
    // what the house says of a term goes before what the list says of it
    const own = new Set(add.map(({term}) => term))
    return termFinder(
      [...house, ...listed.filter(({term}) => !own.has(term))].map((entry) => ({
        ...entry,
        except: [...(entry.except ?? []), ...except.filter((word) => word.includes(entry.term))]
      }))
    )
  },

  *check(issue, {lists: find, use}) {
    const found = new Map<Banned, Place[]>()
    for (const place of find(use(characters, issue))) {
      const {article, block, entry, end} = place
      if (!article || (entry.class !== 'house' && isSpokenOf(block.text, place))) continue
      if (entry.asked && isQuoted(block.text, end)) continue
      const others = found.get(entry)
      if (others) others.push(place)
      else found.set(entry, [place])
    }
    for (const [entry, places] of found) {
      const [first, ...rest] = places
      if (!first) continue
      const {instead} = entry
      const [only] = instead
      yield {
        id: entry.class !== 'house' ? entry.class : only === undefined ? 'house' : 'houseInstead',
        at: spanOf(first),
        ...(entry.class !== 'house' && {severity: entry.asked ? ('info' as const) : ('warning' as const)}),
        data: {instead: instead.map((it) => `“${fill(it, first)}”`).join(' / '), why: entry.why ?? ''},
        related: rest.map((place) => ({at: spanOf(place), label: 'again' as const})),
        ...(only !== undefined &&
          instead.length === 1 &&
          !entry.asked && {
            fixes: [
              {
                title: 'instead' as const,
                safety: 'unsafe' as const,
                edits: places.map((place) => ({...spanOf(place), text: only}))
              }
            ]
          })
      }
    }
  }
})

type Place = TermPlace<Banned>

/** Whether a place is in a quotation: “我又不是聋子”. Looks back two hundred letters. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at)
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

const spanOf = ({block, start, end}: Place): Span => spanIn(block, start, end)

/** The words instead, with what stands between the two halves here. */
const fill = (it: string, {block, entry, start, end}: Place): string =>
  it.replace('…', () => block.text.slice(start + entry.term.length, end - entry.tail.length))
