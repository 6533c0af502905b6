import type {Language, Texts} from '../rule/rule.ts'

/**
 * Something the user can mend, in one sentence a language: a file that cannot be read, a config that is wrong.
 * Shown without a stack.
 */
export class Complaint extends Error {
  readonly texts: Texts

  constructor(texts: Texts) {
    super(texts.en)
    this.name = 'Complaint'
    this.texts = texts
  }
}

/** The sentence for any error: a complaint's own, or what an unexpected one says. */
export function toTexts(error: unknown): Texts {
  if (error instanceof Complaint) return error.texts
  const reason = error instanceof Error ? error.message : String(error)
  return {zh: reason, en: reason}
}

/** Puts a place before a sentence: `.lintrc.json:3:5: …`. */
export function located(place: string, {zh, en}: Texts): Texts {
  return {zh: `${place}: ${zh}`, en: `${place}: ${en}`}
}

/** The first of the sentences said in a language. */
export const say = (texts: Texts, language: Language): string => texts[language]
