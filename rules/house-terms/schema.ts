import * as v from 'valibot'

const said = (en: string, zh: string) => [v.description(`${zh} ${en}`)] as const

const term = v.pipe(v.string(), v.minLength(1))
const terms = v.union([term, v.array(term)])
const level = v.picklist(['error', 'warning', 'info'])

const also = v.optional(v.pipe(terms, ...said('Other forms that are right.', '也可以这样写。')))
const wrong = v.optional(v.pipe(terms, ...said('Forms that are wrong.', '不许这样写。')))
const why = v.optional(v.pipe(v.string(), ...said('Why; the report says it.', '为什么，报告里会说。')))
const grave = v.optional(
  v.pipe(level, ...said('How grave: error, warning (if absent) or info.', '级别：error、warning（不写就是它）、info。'))
)
const except = v.optional(
  v.pipe(terms, ...said('Longer words in which it is right.', '在这些更长的词里不算。'))
)

const office = v.pipe(terms, ...said('The office; several as a list.', '职务；有几个就写成列表。'))
const person = {
  office: v.optional(office),
  also,
  wrong,
  rank: v.optional(
    v.pipe(
      v.number(),
      ...said('The place in the order of precedence, where it is not that of the list.', '排名，不按本表次序时写；相同的不分先后。')
    )
  )
}
const preferred = {
  why,
  level: grave,
  mend: v.optional(
    v.pipe(
      v.picklist(['safe', 'unsafe', 'none']),
      ...said('Whether --fix may put it right unread (safe), --fix-unsafe (if absent), or nobody.', '可不可以自动改：safe 用 --fix，unsafe（不写就是它）用 --fix-unsafe，none 不改。')
    )
  ),
  except
}

/** What a file of house terms may hold. A single text stands for an object with that name. */
export const houseSchema = v.strictObject({
  $schema: v.optional(v.string()),
  order: v.optional(
    v.pipe(
      v.boolean(),
      ...said('Whether the people of this file have an order of precedence.', '本文件的人物有没有排名次序，不写就是有。')
    )
  ),
  people: v.optional(
    v.pipe(
      v.union([
        v.array(v.union([term, v.strictObject({name: term, ...person})])),
        v.record(v.string(), v.union([office, v.strictObject(person)]))
      ]),
      ...said('People, in their order of precedence.', '人物，按排名先后。')
    )
  ),
  organisations: v.optional(
    v.pipe(
      v.array(
        v.union([
          term,
          v.strictObject({
            name: term,
            short: v.optional(v.pipe(terms, ...said('Short forms that are right.', '可用的简称。'))),
            wrong
          })
        ])
      ),
      ...said('Organisations.', '机构。')
    )
  ),
  places: v.optional(
    v.pipe(v.array(v.union([term, v.strictObject({name: term, also, wrong})])), ...said('Places.', '地名。'))
  ),
  phrases: v.optional(
    v.pipe(
      v.array(v.union([term, v.strictObject({phrase: term, also, level: grave})])),
      ...said('Set phrases, to be quoted character by character.', '固定提法，一个字都不能差。')
    )
  ),
  preferred: v.optional(
    v.pipe(
      v.union([
        v.array(v.strictObject({wrong: terms, right: term, ...preferred})),
        v.record(v.string(), v.union([term, v.strictObject({right: term, ...preferred})]))
      ]),
      ...said('The form that the house writes, by the form that it does not.', '不用的写法: 规范写法。')
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
            instead: v.optional(v.pipe(term, ...said('What to write instead.', '改用什么。'))),
            level: grave,
            except
          })
        ])
      ),
      ...said('What the house does not print.', '不用的词。')
    )
  )
})

export type House = v.InferOutput<typeof houseSchema>
export type Level = v.InferOutput<typeof level>
