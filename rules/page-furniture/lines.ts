import type {Block, Page} from 'copylint'
import {isArticle} from 'copylint'

/** A shorter line below, without a full stop, is one more credit: `制图：林岚  何苗`. */
const leastCopy = 20

/** Lines of the frame that stand together. */
export interface Run {
  readonly lines: readonly Block[]
  /** Whether a story has begun above, and its copy goes on below, or another story does. */
  readonly place: 'edge' | 'between' | 'inside'
}

/** `扫一扫 关注我们`, `青溪发布 微信公众号`. */
const scan = /扫一扫|扫码|扫描|二维码|公众号|关注我们|长按/u
/** `[原文](https://…)`: what a page of the web leaves behind. */
const link = /\]\(\S+\)/u
/** Lines that readers want: `报名电话：…` and the like may end any story, `地址：…` any notice. */
const service = /^(?:电话|传真|地址|网址|邮箱|电子邮箱|邮编|邮政编码|e-?mail|tel|fax|https?:|www\.)/iu

/** `公众号：青溪发布` in a notice, as an address. */
const account = /^(?:微信)?(?:公众号|视频号)[：:]/u

export const isScan = ({text}: Block): boolean => scan.test(text) && !account.test(text)
export const isLink = ({text}: Block): boolean => link.test(text)
export const isFrame = (line: Block): boolean =>
  !isScan(line) && !isLink(line) && !service.test(line.text) && !account.test(line.text)

/** Where the frame of the page stands in its text. */
export function* runsOf({parts}: Page): Generator<Run> {
  let lines: Block[] = []
  let begun = false
  for (const part of parts) {
    const isStory = isArticle(part)
    const blocks = isStory ? part.blocks : [part]
    for (const block of blocks) {
      if (block.role === 'furniture') {
        lines.push(block)
        continue
      }
      if (lines.length > 0) {
        // the parser leaves lines between two stories to neither
        const first = isStory && block === blocks[0]
        const goesOn = isStory && !first && isCopy(block.text)
        yield {lines, place: goesOn ? 'inside' : begun && first ? 'between' : 'edge'}
        lines = []
      }
      begun ||= isStory
    }
  }
  if (lines.length > 0) yield {lines, place: 'edge'}
}

const isCopy = (text: string) => text.length >= leastCopy || /[。！？!?…][”’」』）)]*$/u.test(text)
