import {builtin} from '../src/builtin.ts'
import {lineEndOf, type MendLevel, mend} from '../src/fix/mend.ts'
import {textOf} from '../src/fix/pieces.ts'
import type {Document} from '../src/formats/format.ts'
import type {ActiveRule, Found, Result} from '../src/index.ts'
import {lint} from '../src/index.ts'
import {describe} from '../src/report/describe.ts'
import {configFaults} from './config.ts'
import {caught, type Fault, refusalFaults} from './fault.ts'
import {configName, type Input} from './inputs/input.ts'
import {placeFault, spansOf, tileFault} from './places.ts'
import {type Opened, open} from './read.ts'
import type {createReportChecks} from './reports.ts'

/** What checking needs, made once. */
export interface Tools {
  readonly rules: readonly ActiveRule[]
  readonly reportFaults: ReturnType<typeof createReportChecks>
}

/** A page that was read and linted. */
interface Page extends Opened {
  readonly input: Input
  readonly result: Result
  readonly lint: (document: Document) => Result
  readonly tools: Tools
}

type Says = string | undefined

/** What holds for every page that can be read, whatever is on it. */
const properties: Readonly<Record<string, (page: Page) => Says | Promise<Says>>> = {
  'no rule fails': ({result}) => result.failures.map(({rule, reason}) => `${rule}: ${reason}`)[0],

  'the tree tiles the copy': ({result}) => {
    const [page] = result.issue.pages
    return page && tileFault(page.tree, page.source)
  },

  'places lie in the copy and in the file': ({result, document}) =>
    firstOf(result.findings, (found) =>
      firstOf(
        spansOf(found),
        (span) => placeFault(span, document.copy) ?? placeFault(document.locate(span), document.source)
      )
    ),

  'the same page gives the same findings': ({result, lint: again, document}) =>
    JSON.stringify(again(document).findings) === JSON.stringify(result.findings) ? undefined : 'they differ',

  'mending comes to an end and loses nothing': (page) =>
    (['safe', 'unsafe'] as const).map((level) => mendFault(page, level)).find((it) => it !== undefined),

  'every report is valid': async ({result, document, tools}) => {
    const [zh, en] = (['zh', 'en'] as const).map(
      (language) => describe(result, language, builtin, {documents: [document]})[0]
    )
    return zh && en && (await tools.reportFaults({zh, en}))[0]
  }
}

/** What an input did to copylint that it must not do. */
export async function faultsOf(input: Input, tools: Tools): Promise<readonly Fault[]> {
  if (input.name === configName) return configFaults(input)
  const read = await caught('a file is read or refused', () => open(input))
  if ('property' in read) return [read]
  const opened = read.value
  if ('zh' in opened) return refusalFaults('a file is read or refused', opened)
  const lintIt = ({copy, outline}: Document) =>
    lint([{path: input.name, source: copy, ...(outline && {outline})}], tools.rules)
  const linted = await caught('linting ends', () => lintIt(opened.document))
  if ('property' in linted) return [linted]
  const page: Page = {...opened, input, result: linted.value, lint: lintIt, tools}
  const faults: Fault[] = []
  for (const [property, holds] of Object.entries(properties)) {
    const held = await caught(property, () => holds(page))
    if ('property' in held) faults.push(held)
    else if (held.value !== undefined) faults.push({property, says: held.value})
  }
  return faults
}

/** Mending ends; what no edit touches stays; the file that comes of it is read as what was mended, and has nothing left to mend. */
function mendFault({document, lint: check, reread}: Page, level: MendLevel): Says {
  const mended = (it: Document) => {
    const done = mend([it], ([now]) => check(now as Document), {level, lineEnds: [lineEndOf(it.source)]})
    return {...done, now: done.documents[0] as Document}
  }
  const {now, circling, pieces} = mended(document)
  if (circling.length > 0) return `${level}: ${circling.join(', ')} never come to an end`
  if (!document.toBytes && textOf(pieces[0] ?? [], document.source) !== now.source)
    return `${level}: the pieces do not make the file`
  const read = now === document ? document : reread(now)
  if (read.copy !== now.copy) return `${level}: the mended file is read as ${differenceOf(read.copy, now.copy)}`
  const again = mended(read)
  return again.now.copy === now.copy
    ? undefined
    : `${level}: mending again changes ${differenceOf(again.now.copy, now.copy)}`
}

function differenceOf(is: string, should: string): string {
  let at = 0
  while (is[at] === should[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 10), at + 10))
  return `${around(is)} instead of ${around(should)}`
}

function firstOf<T>(list: readonly T[], faultOf: (it: T) => Says): Says {
  for (const it of list) {
    const says = faultOf(it)
    if (says !== undefined) return `${says}${isFound(it) ? ` (${it.ruleId})` : ''}`
  }
  return undefined
}

const isFound = (it: unknown): it is Found => typeof it === 'object' && it !== null && 'ruleId' in it
