import {generatePage} from './generate.ts'

/** A page that nobody prints, in a shape that may cost more than its length. */
export interface HostilePage {
  readonly name: string
  /** How often what it is made of is repeated. */
  readonly sizes: readonly [number, number]
  readonly page: (size: number) => string
}

const sizes = [10_000, 100_000] as const
const head = '# 白石镇修缮老石桥\n\n'
const sentence = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。'

/** Each at two sizes, the greater ten times the smaller. */
export const hostilePages: readonly HostilePage[] = [
  {name: 'heads', sizes, page: (size) => times(size, (index) => `# 白石镇修渠${index}米\n\n`)},
  {
    name: 'one line',
    sizes: [500_000, 5_000_000],
    page: (size) => `${head}${generatePage({bytes: size, shape: 'bare'}).replace(/\n+/g, '')}\n`
  },
  {name: 'a paragraph again and again', sizes, page: (size) => head + `${sentence}\n\n`.repeat(size)},
  {name: 'a sentence again and again', sizes, page: (size) => `${head}${sentence.repeat(size)}\n`},
  {name: 'deep brackets', sizes, page: (size) => `${head}${'（'.repeat(size)}桥${'）'.repeat(size)}\n`},
  {name: 'quotes that never end', sizes, page: (size) => `${head}${'“桥修好了，'.repeat(size)}\n`},
  {name: 'quotes that never begin', sizes, page: (size) => `${head}${'桥修好了”，'.repeat(size)}\n`},
  {name: 'one character', sizes: [100_000, 1_000_000], page: (size) => `${head}${'桥'.repeat(size)}\n`},
  {name: 'two characters in turn', sizes: [100_000, 1_000_000], page: (size) => `${head}${'桥路'.repeat(size)}\n`},
  {name: 'one mark', sizes, page: (size) => `${head}${'，'.repeat(size)}\n`},
  {name: 'one figure', sizes, page: (size) => `${head}${'1'.repeat(size)}\n`},
  {name: 'figures', sizes, page: (size) => head + times(size, (index) => `${index}米、`)},
  {name: 'spaces', sizes, page: (size) => `${head}桥${' '.repeat(size)}桥\n`},
  {name: 'short lines', sizes, page: (size) => head + '桥\n'.repeat(size)},
  {name: 'empty lines', sizes, page: (size) => head + '\n'.repeat(size)}
]

const times = (count: number, text: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => text(index)).join('')
