import {dirname, relative} from 'node:path'
import {mergeLayers, presetLayer, type RuleState, toActive} from '../config/layers.ts'
import type {ScoreLine} from '../config/score.ts'
import type {Format} from '../formats/format.ts'
import {formats} from '../formats/registry.ts'
import type {ActiveRule} from '../lint.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language, Texts} from '../rule/rule.ts'
import type {ConfigFile} from './config-file.ts'
import type {Plugin} from './plugins.ts'
import {createUpward} from './upward.ts'

/** The name of a config. */
export const configName = '.lintrc.json'

/** The name of a file that says, as Git's do, which pages of its folder are not linted. */
export const ignoreFileName = '.copylintignore'

/** Where settings are taken from. */
export interface SettingsOptions {
  /** Absolute; what messages name is relative to it. */
  readonly cwd: string
  readonly builtin: readonly AnyRule[]
  /** `--config`: an absolute path; `false` for `--no-config`. */
  readonly config?: string | false
  /** `--rule`, in the order given. */
  readonly rules?: readonly {readonly rule: string; readonly level: Severity | 'off'}[]
}

/** What holds for a file. */
export interface Settings {
  readonly lang?: {readonly value: Language; readonly from: string}
  /** What is said of how errors are counted, by key. */
  readonly score: ReadonlyMap<string, ScoreLine>
  /** Every rule that something says something of, and what holds in the end. */
  readonly states: ReadonlyMap<string, RuleState>
  /** The rules there are, those of plugins too; `null` for retext plugins. */
  readonly known: ReadonlyMap<string, AnyRule | null>
  /** The rules that run. */
  readonly active: readonly ActiveRule[]
  readonly plugins: readonly Plugin[]
  /** The formats there are, those of plugins first. */
  readonly formats: readonly Format[]
  /** What is wrong with the config: nothing is linted by it. */
  readonly errors: readonly Texts[]
  /** What could not be loaded: the rest runs. */
  readonly failures: readonly Texts[]
}

/** Gives the settings of files; a config is read once, a folder looked at once. */
export interface SettingsFinder {
  /** @param file an absolute path */
  settingsOf(file: string): Promise<Settings>
  /** Whether a file is left out where it is not named itself. */
  ignores(file: string): Promise<boolean>
  /** The configs that were read, and the ignore files that there are: absolute paths. */
  files(): string[]
}

/** A finder for one run. Configs and ignore files, and what reads them, are loaded when there is one. */
export function createSettings(options: SettingsOptions): SettingsFinder {
  const configs = new Map<string, Promise<ConfigFile>>()
  const configPath = createUpward(configName)
  const ignorePath = createUpward(ignoreFileName)
  const ignoreFiles = new Set<string>()
  const show = (path: string) => shown(path, options.cwd)
  let ignoring: Promise<(file: string) => boolean> | undefined
  // files that the same overrides cover have the same settings: they are worked out once
  const known = new Map<string, Settings>()

  const pathOf = (file: string): string | undefined => {
    const path = options.config ?? configPath(dirname(file))
    return path === false ? undefined : path
  }
  const configOf = async (file: string): Promise<ConfigFile | undefined> => {
    const path = pathOf(file)
    if (path === undefined) return undefined
    const config =
      configs.get(path) ??
      import('./config-file.ts').then(({loadConfigFile}) => loadConfigFile(path, {builtin: options.builtin, show}))
    configs.set(path, config)
    return config
  }

  return {
    settingsOf: async (file) => {
      const config = await configOf(file)
      const covered = config?.layers.map(({covers}) => (covers?.(file) === false ? 0 : 1)).join('') ?? ''
      const key = `${covered} ${pathOf(file)}`
      const settings = known.get(key) ?? toSettings(config, file, options)
      known.set(key, settings)
      return settings
    },
    ignores: async (file) => {
      if ((await configOf(file))?.ignores(file)) return true
      const path = ignorePath(dirname(file))
      if (path === undefined) return false
      ignoreFiles.add(path)
      ignoring ??= import('./ignore-file.ts').then(({createIgnoring}) => createIgnoring(show))
      return (await ignoring)(file)
    },
    files: () => [...configs.keys(), ...ignoreFiles]
  }
}

function toSettings(config: ConfigFile | undefined, file: string, {builtin, rules = []}: SettingsOptions): Settings {
  const known: Settings['known'] = config?.known ?? new Map(builtin.map((rule) => [rule.name, rule]))
  const layers = config?.layers ?? [presetLayer('recommended', builtin)]
  const asked = {entries: rules.map((it) => ({...it, from: '--rule'}))}
  const {rules: states, lang, score} = mergeLayers([...layers, asked], file)
  return {
    ...(lang && {lang}),
    score,
    states,
    known,
    active: toActive(states, known),
    plugins: config?.plugins ?? [],
    formats: [...(config?.plugins ?? []).flatMap((plugin) => plugin.formats), ...formats],
    errors: config?.errors ?? [],
    failures: config ? [...config.failures, ...config.unfit(states)] : []
  }
}

/** A path as a reader of the terminal knows it: from where she stands, unless it lies elsewhere. */
export function shown(path: string, cwd: string): string {
  const near = relative(cwd, path)
  return near === '' || near.startsWith('..') ? path : near
}
