import * as v from 'valibot'
import {severities} from '../rule/finding.ts'
import {leastLimit, scoreKinds, type Weight, weights} from '../score/options.ts'
import {levels} from './levels.ts'

export const levelSchema = v.picklist(levels)

/** `"error"`, or `["warning", {options}]`. The options are checked by the rule's own schema. */
export const settingSchema = v.union([
  levelSchema,
  v.strictTuple([levelSchema]),
  v.strictTuple([levelSchema, v.record(v.string(), v.unknown())])
])

const rulesSchema = v.record(v.string(), settingSchema)

/** A package or a path, or the two with options. */
const pluginSchema = v.union([v.string(), v.strictTuple([v.string(), v.unknown()])])

const weightSchema = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)))

/** How errors are counted for the error rate. */
export const scoreSchema = v.strictObject({
  kind: v.optional(v.picklist(scoreKinds)),
  // 3 for three in ten thousand: who writes 0.0003 would have every page fail
  limit: v.optional(v.pipe(v.number(), v.finite(), v.minValue(leastLimit))),
  severities: v.optional(v.pipe(v.array(v.picklist(severities)), v.minLength(1))),
  weights: v.optional(
    v.strictObject(
      Object.fromEntries(Object.keys(weights).map((name) => [name, weightSchema])) as Record<
        Weight,
        typeof weightSchema
      >
    )
  )
})

/** What `.lintrc.json` may hold. */
export const lintrcSchema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.optional(v.union([v.string(), v.array(v.string())])),
  lang: v.optional(v.picklist(['zh', 'en'])),
  rules: v.optional(rulesSchema),
  plugins: v.optional(v.array(pluginSchema)),
  ignore: v.optional(v.array(v.string())),
  score: v.optional(scoreSchema),
  overrides: v.optional(
    v.array(
      v.strictObject({
        files: v.union([v.string(), v.array(v.string())]),
        rules: v.optional(rulesSchema),
        score: v.optional(scoreSchema)
      })
    )
  )
})

/** What a preset of a package may hold. */
export const presetSchema = v.strictObject({
  extends: v.optional(v.union([v.string(), v.array(v.string())])),
  rules: v.optional(rulesSchema)
})

export type Level = v.InferOutput<typeof levelSchema>
export type Setting = v.InferOutput<typeof settingSchema>
export type Lintrc = v.InferOutput<typeof lintrcSchema>
export type Preset = v.InferOutput<typeof presetSchema>
