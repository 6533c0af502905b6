import type {Block, Characters} from 'copylint'
import {spotAt} from 'copylint'
import type {Found} from './verbs.ts'

/** What before and behind the double of a particle makes two words of it. */
interface Particle {
  readonly before?: RegExp
  readonly after?: RegExp
  /** Nothing else is lawful: the page proves the slip. */
  readonly sure?: boolean
}

/** Compiled by us, and asked of 3.9 million characters of printed copy. */
const particles: Readonly<Record<string, Particle>> = {
  // 目的|的, 标的|的, 打的|的; 的的确确, 的|的士, 的的喀喀湖
  的: {before: /[目标標有打中之鹄鵠无無矢是]$/u, after: /^[确確哥姐士票卢盧喀]/u, sure: true},
  // 现在|在, 实实在在, 自在|在; 在|在校学生中, 在|在建项目
  在: {
    before: /[现現正存实實旨所好自内內外潜潛健何]$/u,
    after: /^[校建岗崗职職场場线線编編册冊押逃座任野世读讀园園库庫京]/u
  },
  // 饱和|和, 共和|和; 和|和平, 和|和田, 和和气气
  和: {
    before: /[缓緩柔温溫饱飽共总總中调調随隨平暖谦謙祥]$/u,
    after: /^[平谐諧解睦美气氣服田声聲约約乐樂县縣面牌硕碩林顺順静靜龙龍布政]/u
  },
  // 但是|是, 还是|是, 国是|是; 是|是否, 是|是谁, 是是非非
  是: {
    before: /[但还還于於就可不要若总總老都凡或只国國其正真算既而倒却卻也又特硬先更便即自实實求此]$/u,
    after: /^[非否谁誰什哪不]/u
  },
  // 棉被|被; 被|被告
  被: {before: /[棉植毛绒絨丝絲凉涼蚕蠶夹夾盖蓋床条條睡]$/u, after: /^[告子套褥单單]/u},
  // 一把把, 火把|把, 门把|把; 把|把手, 帮着把把关
  把: {before: /[一两兩三几幾火拖门門车車手刀]$/u, after: /^[手柄关關握脉舵门門戏戲式]/u},
  // 参与|与, 给与|与; 与|与会
  与: {before: /[参给赠授赋]$/u, after: /^[会否日]/u}
}

/** A particle that is there twice: 老人们在在食堂吃饭. */
export function* findTwins(index: Characters): Generator<Found> {
  for (const [particle, kind] of Object.entries(particles)) {
    const code = particle.charCodeAt(0)
    const places: number[] = []
    index.eachPair(code, code, (place) => places.push(place))
    for (const place of places) {
      const {block, article, at} = spotAt(index, place)
      if (article && isTwin(block.text, at, particle, kind)) yield toFound(block, at, particle, kind.sure === true)
    }
  }
}

function isTwin(text: string, at: number, particle: string, kind: Particle): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 2)]
  // neither “的的” that is spoken of, nor three in a row
  if (!isCopy.test(before) || !isCopy.test(after) || before === particle || after === particle) return false
  return !(kind.before?.test(before) || kind.after?.test(after))
}

function toFound(block: Block, at: number, particle: string, sure: boolean): Found {
  const {page} = block
  const start = block.start + at
  return {
    id: 'twin',
    at: {page, start, end: start + 2},
    ...(!sure && {severity: 'warning'}),
    data: {particle},
    fixes: [{title: 'drop', safety: 'unsafe', edits: [{page, start: start + 1, end: start + 2, text: ''}]}]
  }
}

/** Letters, figures, the marks around names, and those that end a clause. */
const isCopy = /^[\u3400-\u9fffA-Za-z0-9０-９《》（）()，。；：、,;:%％]$/u
