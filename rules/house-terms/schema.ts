import * as v from 'valibot'

const term = v.pipe(v.string(), v.minLength(1))
const terms = v.union([term, v.array(term)])
const level = v.picklist(['error', 'warning', 'info'])

const also = v.optional(v.pipe(terms, v.description('也可以这样写。 Other forms that are right.')))
const wrong = v.optional(v.pipe(terms, v.description('不许这样写。 Forms that are wrong.')))
const why = v.optional(v.pipe(v.string(), v.description('为什么，报告里会说。 Why; the report says it.')))
const grave = v.optional(
  v.pipe(
    level,
    v.description('级别：error、warning（不写就是它）、info。 How grave: error, warning (if absent) or info.')
  )
)
const except = v.optional(v.pipe(terms, v.description('在这些更长的词里不算。 Longer words in which it is right.')))

const office = v.pipe(terms, v.description('职务；有几个就写成列表。 The office; several as a list.'))
const person = {
  office: v.optional(office),
  also,
  wrong,
  level: grave,
  rank: v.optional(
    v.pipe(
      v.number(),
      v.description(
        '排名，不按本表次序时写；相同的不分先后。 The place in the order of precedence, where it is not that of the list.'
      )
    )
  )
}
const preferred = {
  why,
  level: grave,
  mend: v.optional(
    v.pipe(
      v.picklist(['safe', 'unsafe', 'none']),
      v.description(
        '可不可以自动改：safe 用 --fix，unsafe（不写就是它）用 --fix-unsafe，none 不改。 Whether --fix may put it right unread (safe), --fix-unsafe (if absent), or nobody.'
      )
    )
  ),
  except
}

/** A pair in a list, `- 帐户: 账户`. */
const single = <T extends v.GenericSchema>(value: T) => v.pipe(v.record(v.string(), value), v.maxEntries(1))

/** What a file of house terms may hold. A single text stands for an object with that name. */
export const houseSchema = v.strictObject({
  $schema: v.optional(v.string()),
  order: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        '本文件的人物有没有排名次序，不写就是有。 Whether the people of this file have an order of precedence.'
      )
    )
  ),
  people: v.optional(
    v.pipe(
      v.union([
        v.array(
          v.union([term, v.strictObject({name: term, ...person}), single(v.union([office, v.strictObject(person)]))])
        ),
        v.record(v.string(), v.union([office, v.strictObject(person)]))
      ]),
      v.description('人物，按排名先后。 People, in their order of precedence.')
    )
  ),
  organisations: v.optional(
    v.pipe(
      v.array(
        v.union([
          term,
          v.strictObject({
            name: term,
            short: v.optional(v.pipe(terms, v.description('可用的简称。 Short forms that are right.'))),
            wrong,
            level: grave
          })
        ])
      ),
      v.description('机构。 Organisations.')
    )
  ),
  places: v.optional(
    v.pipe(
      v.array(v.union([term, v.strictObject({name: term, also, wrong, level: grave})])),
      v.description('地名。 Places.')
    )
  ),
  phrases: v.optional(
    v.pipe(
      v.array(v.union([term, v.strictObject({phrase: term, also, level: grave})])),
      v.description('固定提法，一个字都不能差。 Set phrases, to be quoted character by character.')
    )
  ),
  preferred: v.optional(
    v.pipe(
      v.union([
        v.array(
          v.union([
            v.strictObject({wrong: terms, right: term, ...preferred}),
            single(v.union([term, v.strictObject({right: term, ...preferred})]))
          ])
        ),
        v.record(v.string(), v.union([term, v.strictObject({right: term, ...preferred})]))
      ]),
      v.description('不用的写法: 规范写法。 The form that the house writes, by the form that it does not.')
    )
  ),
  forbidden: v.optional(
    v.pipe(
      v.array(
        v.union([
          term,
          v.strictObject({
            term: terms,
            why,
            instead: v.optional(v.pipe(term, v.description('改用什么。 What to write instead.'))),
            level: grave,
            except
          })
        ])
      ),
      v.description('不用的词。 What the house does not print.')
    )
  )
})

export type House = v.InferOutput<typeof houseSchema>
export type Level = v.InferOutput<typeof level>
