import {describe, expect, it} from 'vitest'
import {isContrast} from '../../src/index.ts'

describe('isContrast', () => {
  it.each(['三四', '东西', '男女', '客货', '镇村', '进出'])('tells two things apart: %s', ([a = '', b = '']) => {
    expect(isContrast(a, b)).toBe(true)
    expect(isContrast(b, a)).toBe(true)
  })

  it.each(['容拧', '当做', '东拧', '进货'])('has no verdict of other letters: %s', ([a = '', b = '']) => {
    expect(isContrast(a, b)).toBe(false)
  })
})
