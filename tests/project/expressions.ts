/** An expression whose time may grow faster than its text, and why that does no harm: its text is short, or no page. */
export interface Exception {
  readonly file: string
  /** What its source begins with. */
  readonly begins: string
  readonly because: string
}

const docs = 'our own documents, and those of plugins'

export const exceptions: readonly Exception[] = [
  {file: 'src/analysis/evidence.ts', begins: '^[的了在到和', because: 'a run of at most 30 letters'},
  {file: 'src/analysis/joint-words.ts', begins: '是[^，。,]*的$', because: '30 characters before a break'},
  {file: 'src/analysis/spoken-of.ts', begins: '[《〈][^》〉]*$', because: '12 characters before a date'},
  {file: 'src/cli/explain.ts', begins: '^page (\\w+)(.*)$', because: docs},
  {file: 'src/cli/markdown.ts', begins: '', because: docs},
  {file: 'src/cli/watch.ts', begins: '[^/\\\\]*$', because: 'a path of the command line'},
  {file: 'src/formats/html/dialect.ts', begins: '\\s*$', because: '64 characters before a line'},
  {file: 'src/formats/word/package.ts', begins: '[^/]*$', because: 'the name of a part, of 64 KB at most, once'},
  {file: 'src/report/quote.ts', begins: '', because: 'as much as is quoted, a line of a terminal'},
  {file: 'src/report/score/texts.ts', begins: '\\B(?=', because: 'the digits of a number'},
  {file: 'src/testing/examples.ts', begins: '', because: docs},
  {file: 'rules/headline-number/alike.ts', begins: '(?:[\\s，。', because: 'a few characters before a figure'},
  {file: 'rules/house-terms/people.ts', begins: '', because: 'at most 40 characters before an office'},
  {file: 'rules/house-terms/unmeant.ts', begins: '《[^》]*》', because: 'a term of the list of the house'},
  {file: 'rules/inconsistent-name/parallel.ts', begins: '', because: '40 characters before 现场'},
  {file: 'rules/inconsistent-number/arithmetic.ts', begins: '[万亿]+$', because: 'one figure'},
  {file: 'rules/inconsistent-number/twice.ts', begins: '', because: '40 characters before a figure'},
  {file: 'rules/punctuation-width/half.ts', begins: '', because: '40 characters before a mark'}
]
