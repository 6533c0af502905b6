import {createUse, defineAnalysis} from 'copylint'
import {describe, expect, test} from 'vitest'

/** An analysis that counts how often it is computed. */
function counted() {
  let computed = 0
  const analysis = defineAnalysis('length', ({text}: {readonly text: string}) => {
    computed++
    return {length: text.length}
  })
  return {analysis, computed: () => computed}
}

describe('createUse', () => {
  test('computes an analysis once for an input, whoever asks, and gives the same result', () => {
    const {analysis, computed} = counted()
    const use = createUse()
    const input = {text: '渡轮首航'}
    expect(use(analysis, input)).toEqual({length: 4})
    expect(use(analysis, input)).toBe(use(analysis, input))
    expect(computed()).toBe(1)
  })

  test('an input of the same words is another input', () => {
    const {analysis, computed} = counted()
    const use = createUse()
    expect(use(analysis, {text: '渡轮'})).not.toBe(use(analysis, {text: '渡轮'}))
    expect(computed()).toBe(2)
  })

  test('two analyses of one name are two', () => {
    const [one, other] = [counted(), counted()]
    const use = createUse()
    const input = {text: '渡轮'}
    expect(use(one.analysis, input)).not.toBe(use(other.analysis, input))
    expect([one.computed(), other.computed()]).toEqual([1, 1])
  })

  test('a result of nothing is a result', () => {
    let computed = 0
    const nothing = defineAnalysis('nothing', (_: object): undefined => {
      computed++
    })
    const use = createUse()
    const input = {}
    expect([use(nothing, input), use(nothing, input)]).toEqual([undefined, undefined])
    expect(computed).toBe(1)
  })

  test('an analysis asks for others through the same memo', () => {
    const {analysis, computed} = counted()
    const half = defineAnalysis('half', (input: {readonly text: string}, use) => use(analysis, input).length / 2)
    const use = createUse()
    const input = {text: '渡轮首航'}
    expect([use(half, input), use(half, input), use(analysis, input).length]).toEqual([2, 2, 4])
    expect(computed()).toBe(1)
  })

  test('nothing is shared between two runs', () => {
    const {analysis, computed} = counted()
    const input = {text: '渡轮'}
    expect(createUse()(analysis, input)).not.toBe(createUse()(analysis, input))
    expect(computed()).toBe(2)
  })
})
