/** Letters of which any two set two things apart, a group a line: 十四五, 十五五; 东门, 西门; 男篮, 女篮. */
const kinds = [
  '〇零一二两三四五六七八九十百千万亿首末初次第早晚春夏秋冬东西南北左右男女',
  '上中下',
  '前后',
  '内外',
  '大中小',
  '新老旧',
  '农工',
  '开闭',
  '初高',
  '产活',
  '党军',
  '订正',
  '台席',
  '客货',
  '设成',
  '议查',
  '加长',
  '治痊',
  '省市县区乡镇村',
  '正副',
  '进出',
  '出入',
  '增减',
  '买卖',
  '公私',
  '行办',
  '动进'
]

/** Whether two letters in one place make two things of a name, or two steps of one: 客运, 货运; 建设, 建成. */
export const isContrast = (a: string, b: string): boolean => kinds.some((kind) => kind.includes(a) && kind.includes(b))
