import type {Paragraph, Source, WhiteSpace} from 'nlcst'
import type {Parent} from 'unist'

export type {Paragraph, Root, Sentence, Source, Text, WhiteSpace} from 'nlcst'

/**
 * What a paragraph is on the page.
 *
 * - `section`: a heading over several heads of a lower level (百日攻坚 冲刺全年)
 * - `kicker`, `headline`, `deck`: the lines above a story (引题, 主题, 副题)
 * - `subhead`: a heading inside a story
 * - `byline`: a line that only names the writer or the place (□高亢)
 * - `body`, `caption` (图为…, 左图：…)
 * - `furniture`: the frame of the page (扫一扫 关注我们, 责任编辑：…)
 * - `note`: a line about the story (据《…》, 下转第三版)
 */
export type Role =
  | 'section'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'subhead'
  | 'byline'
  | 'body'
  | 'caption'
  | 'furniture'
  | 'note'

/**
 * A story: its kicker, headline, decks, paragraphs and captions, in the order of the page.
 * The one node that nlcst does not have.
 */
export interface ArticleNode extends Parent {
  type: 'ArticleNode'
  children: Array<Paragraph | WhiteSpace | Source>
}

declare module 'nlcst' {
  interface Paragraph {
    /** What the paragraph is on the page. Absent only in trees made by other parsers. */
    role?: Role
    /** The level of a heading, 1 the highest: how many `#` mark it, or what the format of the file says. */
    level?: number
  }
  interface RootContentMap {
    article: ArticleNode
  }
}
