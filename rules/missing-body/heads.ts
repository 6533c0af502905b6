import type {Block} from 'copylint'
import {headingMarks, isLetter} from 'copylint'

/** A shorter line may be the name of a column, and stand over other heads: 要闻, 新春走基层. */
const leastLetters = 7

/** What is printed around stories, or belongs to a list, a letter or a verse; the part of a series: 见闻之一. */
const other =
  /^[（(·•●○■◆※<]|^[—【[][^】\]]*[】\]]?$|[：:]$|万岁|制图|摄影|名单|——$|摄[）)]*$|稿[）)]*$|发[）)]+$|之[一二三四五六七八九十]+$|[日晚早周]报[\s　].*日|<\/?[a-z]+>$/u
/** The name of a place, an office or a person, a date: how letters are signed. A line of speech, a wish at the end of one. */
const inCopy =
  /(?:[省市县区乡镇村局厂社院校所]|[织传]部|办公室|委员会|主席团|部队|大队|工作组|[党县市区]委|协会|[院校社厂局]长)(?:[\s　]+[\u3400-\u9fff　]{1,8})?$|[\d一二三四五六七八九十○〇０-９]日$|^[\s\u3400-\u9fff]{2,12}[\s　]{1,4}[\u3400-\u9fff]{2,4}$|^(?:记者|主持人|问|答)[：:]|[？?]$|^[祝愿].*[！!]$/u
/** `第三版 要闻`, `青溪日报`, `2024年12月1日 星期日`: what the page is called. */
const title = /^第?.{1,3}版|版$|[日晚早时周]报$|周刊$|[日月]$|星期|^[\d〇○一二三四五六七八九]{4}年\d{1,2}月\d{1,2}日/u

/** Whether a line can be the head of a story of its own. On a page without marks, lines of copy look like heads. */
export function isStoryHead(block: Block): boolean {
  const {text} = block
  let letters = 0
  for (const char of text) if (isLetter(char)) letters++
  return letters >= leastLetters && !other.test(text) && (!inCopy.test(text) || headingMarks(block) !== undefined)
}

/** Whether a line names the page, or the paper. */
export function isTitle(text: string): boolean {
  return text.length <= 24 && title.test(text)
}
