import type {Dice} from '../dice.ts'
import type {Input} from './input.ts'
import {hostile, telling} from './words.ts'

/** What is repeated, by the name of the page that it makes; a head goes before it where it is no line of its own. */
const repeated: Readonly<Record<string, string>> = {
  heads: '# 高新区召开会议\n\n',
  bare: '高新区召开会议\n',
  marks: '# \n',
  oneLine: '会议指出，要加强工作，提高认识。',
  noStop: '会议',
  paragraphs: '会议指出，要加强工作，提高认识，切实抓好各项任务的落实，确保全年目标完成。\n\n',
  quotes: '“',
  mixedQuotes: '“‘',
  closing: '”',
  straight: '"',
  brackets: '（(',
  nested: '《〈',
  closed: '“”',
  titles: '《会议》',
  dates: '11月31日（星期五）至10日，',
  datelines: '本报讯（记者林岚）会议指出，要加强工作。\n\n',
  figures: '12亿元、',
  digits: '1',
  thousands: '1,',
  hanDigits: '一',
  count: '一二三',
  de: '的的的',
  days: '年月日',
  wide: '１',
  wideLetters: 'Ａ',
  listed: '一是要抓好，二是要抓好。',
  listedShort: '一要二要三要',
  commas: '，',
  stops: '。',
  dashes: '—',
  dots: '…',
  hyphens: '-',
  halves: '会,议',
  shares: '共10人，其中男3人、女4人，',
  captions: '图为会议现场。 林岚 摄\n\n',
  frames: '扫一扫 关注我们\n\n',
  jumps: '（下转第三版）\n',
  open: '会议指出要加强工作提高认识切实抓好各项任务的落实确保\n\n',
  le: '传达了学习了',
  latin: 'The meeting said, on Friday, ',
  latinLines: 'The meeting said\n',
  letters: 'a',
  spaces: ' ',
  wideSpaces: '　',
  tabs: '\t',
  lines: '\n',
  returns: '\r',
  returnLines: '\r\n',
  separators: '\u2028',
  zeros: '\0',
  half: '\ud83d',
  emoji: '👨‍👩‍👧‍👦',
  combining: 'e\u0301',
  names: '县委书记王大明、县长李青、',
  offices: '局长',
  people: '王大明王大朋',
  years: '（1987—1998）',
  times: '上午9时至10时，',
  percents: '增长3.5%，',
  ends: '# 某地开会\n\n会议指出要加强。\n\n会议还研究了其他事项。\n\n',
  subheads: '# 某地开会\n\n本报讯 会议指出要加强。\n\n### 一、要求\n\n会议还研究了其他事项。\n\n',
  figureHeads: '# 12亿元投入30个项目\n\n本报讯（记者林岚）投入15亿元建设40个项目。\n\n',
  comments: '<!-- copylint-disable-next-line -->\n会议会议\n',
  tags: '<b>',
  entities: '&amp;',
  stars: '**',
  ticks: '`',
  quoted: '> ',
  links: '[](',
  table: '| a | b |\n|---|---|\n'
}

export const shapeNames = Object.keys(repeated)

/** One thing again and again: of those named above, or of words by chance. In files of text, Markdown or HTML. */
export function shape(dice: Dice): Input {
  const name = dice.once(3) ? undefined : dice.pick(shapeNames)
  const unit = name === undefined ? dice.several(dice.once(3) ? hostile : telling, 6) : (repeated[name] ?? '')
  const before = dice.once(4) ? '' : '# 新桥今日通车\n\n'
  // most are of plain text: that is what most rules are for
  const file = dice.once(4) ? dice.pick(['page.md', 'page.html']) : 'page.txt'
  const grown = (characters: number) => before + unit.repeat(Math.ceil(characters / unit.length))
  return {name: file, content: grown(2 ** (4 + dice.below(9))), grown}
}
