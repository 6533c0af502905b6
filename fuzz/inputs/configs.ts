import type {Dice} from '../dice.ts'
import type {Maker} from './input.ts'
import {changed} from './text.ts'
import {hostile} from './words.ts'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema | readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** Names that lead to no code and no file: plugins are loaded, lists are read. */
const names = [
  '',
  '.',
  './nothing.yaml',
  'nothing',
  'recommended',
  'strict',
  '**/*.txt',
  '[',
  '!',
  '__proto__',
  '../../nothing.json',
  '\0',
  '会议',
  'https://a.cn/x',
  '{a,b}',
  'constructor'
]
const numbers = [0, -1, 1, 2, 0.5, 1e9, 1e308, -0, 3, 10, 100]
const signs = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '\\',
  '//',
  '/*',
  '*/',
  'null',
  'true',
  '1e999',
  '\\ud800',
  '\n',
  '"rules"',
  '"off"'
]

/** A `.lintrc.json` as its schema wants it, but for what is exchanged by chance. */
export const configs =
  (schema: Schema): Maker =>
  (dice) => {
    const text = JSON.stringify(drawer(schema, dice)(schema, 0), null, dice.below(3))
    return {name: '.lintrc.json', content: dice.once(3) ? changed(text, dice, [...signs, ...hostile]) : text}
  }

/** Draws values by chance, most as a schema wants them. */
function drawer({definitions = {}}: Schema, dice: Dice) {
  const draw = (it: Schema, depth: number): unknown => {
    if (dice.once(60) || depth > 9) return dice.pick<unknown>([null, [], {}, 'x', 1, true, [[]], ...names])
    if (it.$ref) return draw(definitions[it.$ref.split('/').at(-1) ?? ''] ?? {}, depth + 1)
    if (it.enum) return dice.pick(it.enum)
    if ('const' in it) return it.const
    const several = it.anyOf ?? it.oneOf
    if (several) return draw(dice.pick(several), depth + 1)
    if (it.allOf) return Object.assign({}, ...it.allOf.map((one) => draw(one, depth + 1)))
    if (it.properties || it.type === 'object') return Object.fromEntries(entries(it, depth))
    if (it.type === 'array') return list(it.items, depth)
    if (it.type === 'boolean') return dice.once(2)
    if (it.type === 'number' || it.type === 'integer') return dice.pick(numbers)
    return dice.pick(names)
  }
  const entries = ({properties = {}, additionalProperties}: Schema, depth: number): [string, unknown][] => {
    const known = Object.entries(properties).filter(() => dice.once(depth === 0 ? 2 : 6))
    const inner = typeof additionalProperties === 'object' ? additionalProperties : {}
    const others = names.filter(() => dice.once(additionalProperties ? 8 : 200)).map((key) => [key, inner] as const)
    return [...known, ...others].map(([key, it]) => [key, draw(it, depth + 1)])
  }
  const list = (items: Schema | readonly Schema[] = {}, depth: number): unknown[] =>
    Array.isArray(items)
      ? items.map((it) => draw(it, depth + 1))
      : Array.from({length: dice.below(4)}, () => draw(items as Schema, depth + 1))
  return draw
}
