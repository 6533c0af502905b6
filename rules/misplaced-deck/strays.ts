import type {Evidence, Normalised, NormalisedBlock, Tie, TiedStory, Ties} from 'copylint'
import {evidence} from 'copylint'

/** A shorter line says too little, a longer one is copy, in letters. */
const [leastLetters, mostLetters] = [6, 60]
/** Words that tie a line to another story, and to its own. */
const clearWords = {other: 2.5, own: 2.5}
/** Of two lines that may be exchanged one may say less. */
const faint = {times: 1.3, words: 1.5}

/** A line that fits another story better than its own. */
export interface Stray {
  readonly line: NormalisedBlock
  readonly story: TiedStory
  readonly home: TiedStory
  readonly own: Tie
  readonly other: Tie
  /** How many times more strongly it is tied to the other. */
  readonly times: number
  /** Words that only the other has, longest first. */
  readonly words: readonly Evidence[]
  /** Whether it says enough by itself. */
  readonly clear: boolean
}

/** Decks, kickers and subheads that fit another story of the page better than their own. */
export function findStrays(letters: Normalised, tied: Ties, least: number): Stray[] {
  const strays: Stray[] = []
  for (const line of letters.blocks) {
    const {role, text} = line.block
    if (role !== 'deck' && role !== 'subhead' && role !== 'kicker') continue
    const length = line.end - line.start
    if (line.weight < 1 || length < leastLetters || length > mostLetters || date.test(text)) continue
    const place = tied.placeOf[line.article] ?? -1
    const story = tied.stories[place]
    if (story === undefined || contents.test(story.headline?.block.text ?? '')) continue
    const {own, other} = tied.of(line, place)
    if (other === undefined || other.words < faint.words || own.words > clearWords.own) continue
    const times = other.strength / own.strength
    if (times < Math.min(faint.times, least)) continue
    const home = tied.stories[tied.placeOf[other.story] ?? -1]
    if (home?.headline === undefined || home.group === story.group || home.comment) continue
    const words = evidence(line.block, home.body, story.all)
    if ((words[0]?.words.length ?? 0) < 3) continue
    const clear = other.words >= clearWords.other && times >= least
    strays.push({line, story, home, own, other, times, words, clear})
  }
  return strays
}

/** Below it stands what the page has. */
const contents = /导读|要目|看点|预告|目录/

/** `二〇二四年三月二日于青溪`: signs a document. */
const date = /^[\d０-９〇○零一二三四五六七八九十\s]+年[^，。]{0,12}日(?:于.{1,8})?$/
