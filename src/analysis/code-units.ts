/** Code units: a look at one costs less than a string of one. */
export const is = {
  第: 0x7b2c,
  分: 0x5206,
  之: 0x4e4b,
  成: 0x6210,
  多: 0x591a,
  余: 0x4f59,
  餘: 0x9918,
  几: 0x51e0,
  来: 0x6765,
  近: 0x8fd1,
  约: 0x7ea6,
  約: 0x7d04,
  超: 0x8d85,
  逾: 0x903e,
  以: 0x4ee5,
  左: 0x5de6,
  上: 0x4e0a,
  至: 0x81f3,
  到: 0x5230,
  点: 0x70b9,
  过: 0x8fc7,
  破: 0x7834,
  少: 0x5c11,
  达: 0x8fbe,
  于: 0x4e8e,
  足: 0x8db3,
  为: 0x4e3a,
  概: 0x6982
} as const

/** The code units of some characters, to be asked of many: a string of one, as `charAt` makes it, costs more than the look. */
export const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (it) => it.charCodeAt(0)))
