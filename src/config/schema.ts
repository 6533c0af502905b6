import * as v from 'valibot'

/** What a rule may be set to. */
export const levels = ['off', 'error', 'warning', 'info'] as const

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

/** What `.lintrc.json` may hold. */
export const lintrcSchema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.optional(v.union([v.string(), v.array(v.string())])),
  lang: v.optional(v.picklist(['zh', 'en'])),
  rules: v.optional(rulesSchema),
  plugins: v.optional(v.array(pluginSchema)),
  ignore: v.optional(v.array(v.string())),
  overrides: v.optional(
    v.array(
      v.strictObject({
        files: v.union([v.string(), v.array(v.string())]),
        rules: v.optional(rulesSchema)
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
