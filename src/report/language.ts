import type {Language} from '../rule/rule.ts'
import {isPlain} from './plain.ts'

/** What a report's language may be taken from, the strongest first. */
export interface LanguageHints {
  /** `--lang`. */
  readonly asked?: Language
  /** `lang` of the config. */
  readonly config?: Language
  /** The locale of the reader's machine: `zh_CN.UTF-8`. Locales that are no language (`C.UTF-8`, `POSIX`) say nothing. */
  readonly locale?: string
  /** The copy itself. */
  readonly copy?: Iterable<string>
}

/** As much of the copy as is looked at. */
const sample = 4000

/** The language to speak to the reader: English where nothing tells. */
export function chooseLanguage({asked, config, locale, copy = []}: LanguageHints): Language {
  return asked ?? config ?? localeLanguage(locale) ?? scriptLanguage(copy) ?? 'en'
}

/** `zh_CN.UTF-8` → `zh`, `en` → `en`, `C.UTF-8` and all others → nothing. */
export function localeLanguage(locale = ''): Language | undefined {
  const [language] = locale.toLowerCase().split(/[_.@-]/)
  return language === 'zh' || language === 'en' ? language : undefined
}

function scriptLanguage(copy: Iterable<string>): Language | undefined {
  let text = ''
  for (const page of copy) {
    text += page.slice(0, sample - text.length)
    if (text.length >= sample) break
  }
  if (text === '') return undefined
  // a word of English is as long as two or three characters of Chinese say: count words
  const plain = isPlain(text)
  const latin = text.match(plain ? /[A-Za-zＡ-Ｚａ-ｚ]+/g : /\p{Script=Latin}+/gu)?.length ?? 0
  let han = 0
  // of Chinese copy a few characters tell
  for (const _ of text.matchAll(plain ? /[\u4e00-\u9fff]/g : /\p{Script=Han}/gu)) if (++han >= latin) return 'zh'
  return latin > 0 ? 'en' : undefined
}
