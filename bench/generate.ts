import * as words from './words.ts'

export interface GenerateOptions {
  /** How long the page is at least, in bytes of UTF-8; it ends with the story that reaches it. */
  readonly bytes: number
  /** The same seed gives the same page. */
  readonly seed?: number
  /** With `#` before the heads, or without marks. */
  readonly shape?: 'marked' | 'bare'
}

/** What a story is about: its head and its body use the same words. */
interface Theme {
  readonly place: string
  readonly body: string
  readonly nouns: readonly string[]
  readonly verbs: readonly string[]
  readonly people: readonly string[]
}

type Random = () => number

/**
 * A page of invented news that has no defects: heads fit their stories, and no sentence is likely to come twice, since a clause is
 * drawn word by word. Lengths of paragraphs, sentences and clauses, and the share of marks, digits and Han letters, are those of
 * printed pages (`docs/performance.md`); only the number of different letters is smaller.
 */
export function generatePage({bytes, seed = 1, shape = 'marked'}: GenerateOptions): string {
  const random = randomOf(seed)
  const stories: string[] = []
  for (let size = 0; size < bytes; ) {
    const story = storyOf(random, shape)
    size += Buffer.byteLength(story) + 1
    stories.push(story)
  }
  return stories.join('\n')
}

function storyOf(random: Random, shape: 'marked' | 'bare'): string {
  const theme = themeOf(random)
  const [mark, under] = shape === 'marked' ? ['# ', '## '] : ['', '']
  const [noun = '', other = ''] = theme.nouns
  const [verb = '', then = ''] = theme.verbs
  const head = `${mark}${theme.place}${verb}${noun}${then}${other}${random() < 0.5 ? ` ${theme.body}${theme.verbs[3]}${theme.nouns[3]}` : ''}`
  const deck =
    random() < 0.3 ? [`${under}${theme.body}${pick(random, words.adverbs)}${theme.verbs[2]}${theme.nouns[2]}`] : []
  const reporter = theme.people[0] ?? ''
  const lead = `本报讯（记者 ${reporter}）${theme.place}${theme.body}${verb}${noun}、${then}${other}，${paragraphOf(random, theme)}`
  const rest = Array.from({length: between(random, 1, random() < 0.3 ? 14 : 4)}, () =>
    random() < 0.1 ? listOf(random, theme) : paragraphOf(random, theme)
  )
  // a last paragraph that could close any story would be a defect
  const last = `${theme.body}的${theme.people[1]}${pick(random, words.remarks)}，${then}${other}${pick(random, words.adverbs)}${verb}${noun}。`
  return `${[head, ...deck, lead, ...rest, last].join('\n\n')}\n`
}

function themeOf(random: Random): Theme {
  return {
    place: placeOf(random),
    body: pick(random, words.bodies),
    nouns: Array.from({length: 8}, () => pick(random, words.nouns)),
    verbs: Array.from({length: 6}, () => pick(random, words.verbs)),
    people: Array.from({length: 3}, () => personOf(random))
  }
}

/** Many are short, few are long. */
const paragraphOf = (random: Random, theme: Theme): string =>
  Array.from({length: between(random, 1, random() < 0.5 ? 2 : 5)}, () => sentenceOf(random, theme)).join('')

/** 一要…；二要…；三要…。 */
function listOf(random: Random, theme: Theme): string {
  const items = ['一要', '二要', '三要'].map(
    (mark) => `${mark}${pick(random, words.adverbs)}${verbOf(random, theme)}${thingOf(random, theme)}`
  )
  return `${pick(random, words.bodies)}${pick(random, words.remarks)}，${items.join('；')}。`
}

function sentenceOf(random: Random, theme: Theme): string {
  const clauses = Array.from({length: between(random, 1, 5)}, () =>
    pick(random, random() < 0.16 ? figures : plain)(random, theme)
  ).join('，')
  if (random() < 0.1) return `“${clauses}。”${pick(random, theme.people)}${pick(random, words.remarks)}。`
  return `${random() < 0.3 ? pick(random, words.links) : ''}${clauses}。`
}

type Clause = (random: Random, theme: Theme) => string

const plain: readonly Clause[] = [
  (r, t) => `${pick(r, words.bodies)}${pick(r, words.adverbs)}${verbOf(r, t)}${thingOf(r, t)}`,
  (r, t) => `${pick(r, t.people)}把${thingOf(r, t)}${verbOf(r, t)}到${placeOf(r)}`,
  (r, t) => `${thingOf(r, t)}由${pick(r, words.bodies)}${pick(r, words.adverbs)}${verbOf(r, t)}`,
  (r, t) => `${personOf(r)}家里的${nounOf(r, t)}也${pick(r, words.adverbs)}${verbOf(r, t)}`,
  (r, t) => `从${placeOf(r)}到${placeOf(r)}的${thingOf(r, t)}都已${verbOf(r, t)}`,
  (r, t) => `${pick(r, words.adverbs)}${verbOf(r, t)}了${thingOf(r, t)}`,
  (r, t) => `${pick(r, words.bodies)}在${placeOf(r)}${verbOf(r, t)}${seriesOf(r, t, '和')}等物`,
  (r, t) => `${placeOf(r)}、${placeOf(r)}等地${pick(r, words.adverbs)}${verbOf(r, t)}${nounOf(r, t)}`,
  (r, t) => `${personOf(r)}和${personOf(r)}一起${verbOf(r, t)}${placeOf(r)}送来的${thingOf(r, t)}`,
  (r, t) =>
    `在${thingOf(r, t)}${verbOf(r, t)}以前${pick(r, words.bodies)}已${pick(r, words.adverbs)}${verbOf(r, t)}${nounOf(r, t)}`,
  (r, t) => `${personOf(r)}在${pick(r, words.bodies)}${verbOf(r, t)}${nounOf(r, t)}`,
  (r, t) => `${pick(r, words.bodies)}也${pick(r, words.adverbs)}${verbOf(r, t)}${seriesOf(r, t, '、')}`,
  (r, t) => `${nounOf(r, t)}${pick(r, words.adverbs)}${verbOf(r, t)}`
]

const figures: readonly Clause[] = [
  (r, t) => `${placeOf(r)}${verbOf(r, t)}${thingOf(r, t)}${countOf(r)}`,
  (r, t) => `${pick(r, words.seasons)}${verbOf(r, t)}的${nounOf(r, t)}有${countOf(r)}`,
  // a measure word before a noun has to fit it: this one fits most
  (r, t) => `每批${nounOf(r, t)}要${pick(r, words.adverbs)}${verbOf(r, t)}${between(r, 2, 97)}回`,
  (r, t) => `${between(r, 2, 29)}日${pick(r, words.adverbs)}${verbOf(r, t)}了${thingOf(r, t)}`,
  (r, t) => `${between(r, 2019, 2024)}年${dayOf(r)}${verbOf(r, t)}了《${thingOf(r, t)}${verbOf(r, t)}办法》`,
  (r, t) => `${dayOf(r)}起${verbOf(r, t)}“${nounOf(r, t)}${verbOf(r, t)}”（${thingOf(r, t)}）`,
  (r, t) => `${thingOf(r, t)}比上年多${verbOf(r, t)}${between(r, 2, 97)}.${between(r, 1, 9)}%`,
  (r, t) => `比上年多${verbOf(r, t)}${between(r, 2, 1999)}批${nounOf(r, t)}`
]

const thingOf = (random: Random, theme: Theme): string =>
  `${random() < 0.6 ? pick(random, words.modifiers) : ''}${nounOf(random, theme)}`

/** Three things; one twice would be a defect. */
function seriesOf(random: Random, theme: Theme, last: '和' | '、'): string {
  const [first = '', ...rest] = new Set([nounOf(random, theme), nounOf(random, theme), nounOf(random, theme)])
  return rest.length < 2 ? first : `${first}、${rest.join(last)}`
}

const nounOf = (random: Random, theme: Theme): string => pick(random, random() < 0.4 ? theme.nouns : words.nouns)

const verbOf = (random: Random, theme: Theme): string => pick(random, random() < 0.3 ? theme.verbs : words.verbs)

const countOf = (random: Random): string => `${between(random, 2, 1999)}${pick(random, words.measures)}`

const dayOf = (random: Random): string => `${between(random, 1, 12)}月${between(random, 1, 28)}日`

const placeOf = (random: Random): string =>
  pick(random, words.placeHeads) + pick(random, words.placeTails) + pick(random, words.placeKinds)

const personOf = (random: Random): string =>
  pick(random, words.surnames) + pick(random, words.givens) + (random() < 0.6 ? pick(random, words.givens) : '')

const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new RangeError('An empty list')
  return item
}

/** Mulberry32: small, seeded, and good enough to pick words. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
