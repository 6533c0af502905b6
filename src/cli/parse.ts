import {existsSync} from 'node:fs'
import {Command, type CommanderError, Option} from 'commander'
import {meant} from '../config/nearest.ts'
import {extensionOf, formats} from '../formats/registry.ts'
import {Complaint} from '../node/complaint.ts'
import {type CommandName, commands, optionGroups, ownOptions} from './options.ts'

/** The command line, taken apart but not yet understood: values are strings. */
export interface Parsed {
  /** Absent for linting. */
  readonly command?: CommandName
  /** Files, or what a subcommand takes. */
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}

const allOptions = optionGroups.flatMap(({options}) => options)

/**
 * Takes the command line apart.
 *
 * @throws Complaint for options that there are not, or that lack their value
 */
export function parseArguments(argv: readonly string[]): Parsed {
  let parsed: Parsed = {operands: [], options: {}}
  const program = bare(
    'copylint',
    allOptions.map(({flags}) => flags)
  ).enablePositionalOptions()
  program.argument('[files...]').action((files: string[]) => {
    parsed = {operands: files, options: program.opts()}
  })
  for (const name of Object.keys(commands) as CommandName[]) {
    // each has options of its own, which cost as much as all else
    if (!argv.includes(name)) continue
    const command = bare(name, commands[name].options)
    command.argument('[operands...]').action((operands: string[]) => {
      // options before the name of the subcommand hold as well
      parsed = {command: name, operands, options: {...program.opts(), ...command.opts()}}
    })
    program.addCommand(command)
  }
  program.parse(argv, {from: 'user'})
  return parsed
}

/** A command of commander that says and ends nothing by itself. */
function bare(name: string, flags: readonly string[]): Command {
  const command = new Command(name).helpOption(false).helpCommand(false).showSuggestionAfterError(false)
  const refuse = (error: CommanderError) => {
    throw toComplaint(error, name)
  }
  command.exitOverride(refuse).configureOutput({writeErr: () => {}, writeOut: () => {}})
  for (const flag of flags) {
    const option = new Option(flag)
    if (allOptions.find((it) => it.flags === flag)?.repeatable) {
      option.argParser((value: string, before: readonly string[] = []) => [...before, value])
    }
    command.addOption(option)
  }
  // `--no-x` sets x to true unless it is asked for: what nobody has said stays open
  for (const {attributeName} of command.options
    .filter(({negate}) => negate)
    .map((it) => ({attributeName: it.attributeName()}))) {
    command.setOptionValue(attributeName, undefined)
  }
  return command
}

function toComplaint({code, message}: CommanderError, command: string): Complaint {
  const [, said = ''] = /'([^']+)'/.exec(message) ?? []
  if (code === 'commander.unknownOption') return unknownOption(said, command)
  if (code === 'commander.optionMissingArgument') {
    return new Complaint({zh: `选项 ${said} 后面缺一个值`, en: `the option ${said} needs a value`})
  }
  return new Complaint({zh: `命令写得不对（${message}）`, en: message.replace(/^error: /, '')})
}

function unknownOption(said: string, command: string): Complaint {
  const name = said.replace(/=.*/, '')
  if (existsSync(said) || isPageName(said)) {
    return new Complaint({
      zh: `没有 ${said} 这个选项；如果是文件，请写成 ./${said}`,
      en: `there is no option ${said}; if it is a file, write ./${said}`
    })
  }
  const flagsOf = (list: readonly string[]) => list.flatMap((flags) => flags.match(/--?[\w-]+/g) ?? [])
  const names = flagsOf(allOptions.map(({flags}) => flags))
  const own: readonly string[] = isCommand(command) ? flagsOf(commands[command].options) : names
  if (said.includes('=') && own.includes(name)) {
    return new Complaint({zh: `${name} 不带值`, en: `${name} takes no value`})
  }
  if ([...names, ...flagsOf(ownOptions.map(({flags}) => flags))].includes(name)) {
    return new Complaint({zh: `${command} 没有 ${name} 这个选项`, en: `${command} has no option ${name}`})
  }
  const {zh, en} = meant(
    name,
    own.filter((it) => it.startsWith('--'))
  )
  return new Complaint({
    zh: `没有 ${name} 这个选项${zh || '，用 copylint --help 看有哪些'}`,
    en: `there is no option ${name}${en || '; see copylint --help'}`
  })
}

const isPageName = (said: string): boolean => formats.some(({extensions}) => extensions.includes(extensionOf(said)))

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

/** Refuses what stands behind a subcommand that takes no more. */
export function refuseExtra({command, operands}: Parsed, most: number): void {
  const extra = operands[most]
  if (extra === undefined) return
  throw new Complaint({
    zh: `${command} ${most === 0 ? '后面不带别的' : `只带 ${most} 个参数`}，“${extra}”是多余的`,
    en: `${command} takes ${most === 0 ? 'nothing' : `${most} argument only`}: “${extra}” is too much`
  })
}
