import {Command, CommanderError, Option} from 'commander'
import {meant} from '../config/nearest.ts'
import {Complaint} from '../node/complaint.ts'
import {type CommandName, commands, optionGroups} from './options.ts'

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
    const command = bare(name, commands[name].options)
    command.argument('[operands...]').action((operands: string[]) => {
      // options before the name of the subcommand hold as well
      parsed = {command: name, operands, options: {...program.opts(), ...command.opts()}}
    })
    program.addCommand(command)
  }
  try {
    program.parse(argv, {from: 'user'})
  } catch (error) {
    throw error instanceof CommanderError ? toComplaint(error) : error
  }
  return parsed
}

/** A command of commander that says and ends nothing by itself. */
function bare(name: string, flags: readonly string[]): Command {
  const command = new Command(name).helpOption(false).helpCommand(false).showSuggestionAfterError(false)
  command.exitOverride().configureOutput({writeErr: () => {}, writeOut: () => {}})
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

function toComplaint({code, message}: CommanderError): Complaint {
  const [, said = ''] = /'([^']+)'/.exec(message) ?? []
  if (code === 'commander.unknownOption') {
    const name = said.replace(/=.*/, '')
    const {zh, en} = meant(
      name,
      allOptions.flatMap(({flags}) => flags.match(/--[\w-]+/g) ?? [])
    )
    return new Complaint({
      zh: `没有 ${name} 这个选项${zh || '，用 copylint --help 看有哪些'}`,
      en: `there is no option ${name}${en || '; see copylint --help'}`
    })
  }
  if (code === 'commander.optionMissingArgument') {
    return new Complaint({zh: `选项 ${said} 后面缺一个值`, en: `the option ${said} needs a value`})
  }
  return new Complaint({zh: `命令写得不对（${message}）`, en: message.replace(/^error: /, '')})
}
