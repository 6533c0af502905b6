import {join} from 'node:path'

/** A linter that is compared with ours. */
export interface Peer {
  readonly name: string
  /** Fixed, so that figures of two days can be compared. */
  readonly packages: Readonly<Record<string, string>>
  /** What it reads: the same pages under both endings. */
  readonly ending: 'txt' | 'md'
  /** Files that it wants beside it, in its folder. */
  readonly files?: Readonly<Record<string, string>>
  /** Arguments for Node, in the folder where the peers are installed. */
  readonly args: (path: string) => readonly string[]
  /** How it is told to read all pages of a folder, where that is not by the folder's name. */
  readonly all?: (folder: string) => string
  /** The file with its report, where that is not what it writes to standard output. */
  readonly report?: string
  /** How many problems the report tells. */
  readonly found: (report: string) => number
}

const bin = (name: string): string => join('node_modules', '.bin', name)
const lastNumber = (pattern: RegExp) => (text: string) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0)

export const peers: readonly Peer[] = [
  {
    name: 'autocorrect',
    packages: {'autocorrect-node': '2.14.0'},
    ending: 'txt',
    args: (path) => [bin('autocorrect'), '--lint', '--format', 'json', path],
    found: (text) => JSON.parse(text).messages.reduce((sum: number, {lines}: {lines: []}) => sum + lines.length, 0)
  },
  {
    name: 'jscpd',
    // its newer versions name a platform package that is not in the registry
    packages: {jscpd: '5.3.3'},
    ending: 'txt',
    // files of more than 1 MB and of more than 1000 lines it skips unless told otherwise, and repeats within five lines
    args: (path) => [
      ...[bin('jscpd'), '--max-size', '100mb', '--max-lines', '10000000'],
      ...['--min-lines', '1', '--min-tokens', '10', '--reporters', 'json', '--output', 'scratch', path]
    ],
    report: 'scratch/jscpd-report.json',
    found: (text) => JSON.parse(text).duplicates.length
  },
  {
    name: 'textlint',
    packages: {
      textlint: '15.8.0',
      // the one rule made for Chinese that loads, and two made for Japanese that speak to it
      'textlint-rule-zh-half-and-full-width-bracket': '1.1.0',
      'textlint-rule-ja-no-mixed-period': '3.0.2',
      'textlint-rule-ja-no-successive-word': '2.0.1'
    },
    ending: 'txt',
    files: {
      '.textlintrc.json': JSON.stringify({
        rules: {'zh-half-and-full-width-bracket': true, 'ja-no-mixed-period': true, 'ja-no-successive-word': true}
      })
    },
    args: (path) => [bin('textlint'), '--format', 'json', path],
    all: (folder) => join(folder, '*.txt'),
    found: (text) => JSON.parse(text).reduce((sum: number, {messages}: {messages: []}) => sum + messages.length, 0)
  },
  {
    name: 'zhlint',
    packages: {zhlint: '0.8.2'},
    ending: 'md',
    args: (path) => [bin('zhlint'), path],
    all: (folder) => join(folder, '*.md'),
    // where errors go
    report: 'scratch/output.err',
    found: lastNumber(/Found (\d+) errors?/g)
  },
  {
    name: 'lint-md',
    packages: {'@lint-md/cli': '2.2.4'},
    ending: 'md',
    args: (path) => [bin('lint-md'), path],
    all: (folder) => join(folder, '*.md'),
    found: lastNumber(/(\d+) problems?/g)
  },
  {
    name: 'markdownlint-cli2',
    packages: {'markdownlint-cli2': '0.24.1', 'markdownlint-cli2-formatter-json': '0.0.9'},
    ending: 'md',
    files: {
      '.markdownlint-cli2.jsonc': JSON.stringify({
        noBanner: true,
        noProgress: true,
        outputFormatters: [['markdownlint-cli2-formatter-json', {name: 'scratch/markdownlint.json'}]]
      })
    },
    args: (path) => [bin('markdownlint-cli2'), path],
    all: (folder) => join(folder, '*.md'),
    report: 'scratch/markdownlint.json',
    found: (text) => JSON.parse(text).length
  }
]
