import doubledPhrase from '../rules/doubled-phrase/index.ts'
import duplicateClosing from '../rules/duplicate-closing/index.ts'
import repeatedParagraph from '../rules/repeated-paragraph/index.ts'
import repeatedPassage from '../rules/repeated-passage/index.ts'
import swappedHeadline from '../rules/swapped-headline/index.ts'
import type {AnyRule} from './rule/rule.ts'

/** The rules that copylint brings. */
export const builtin: readonly AnyRule[] = [
  doubledPhrase,
  duplicateClosing,
  repeatedParagraph,
  repeatedPassage,
  swappedHeadline
]
