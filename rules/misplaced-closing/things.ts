import type {Block} from 'copylint'

/** What a closing takes for granted: `出席会议` speaks of a meeting that the story has told of. */
export interface Thing {
  readonly name: string
  /** A last sentence that takes it for granted. */
  readonly closes: RegExp
  /** A story that has it, however said. */
  readonly has: RegExp
  /** A paragraph that tells of it. */
  readonly tells: RegExp
  /** So many things are called so that a story without a word of it proves nothing. */
  readonly loose?: true
}

/** `12月1日，县中心医院举行义诊……何苗参加活动。`: what is held has many names, and the closing may mean it. */
export const occasion = /举行|举办|开展|调度|学习|协商|述职|约谈|连线|交流|活动|现场|走进|成立|捐赠|首发/

/** 会 as the end of a name: 工作推进会在…, 全会闭幕; not 社会, 机会, 不会. */
const meeting =
  /会议|大会|全会|例会|年会|会上|会后|会前|会间|开会|与会|召开|会商|座谈|论坛|研讨|集体学习|中心组|(?:[^社机才都只不也就将学体领误])会(?=[\s，。、；：”》,;:“]|召|举|在|开|闭|今|昨|议|要|强|指|由|的|精|$)/

const things: readonly Thing[] = [
  {
    name: '会议',
    closes: /(?:出席|参加|列席|主持)(?:了)?(?:[上前]述|此次|本次|这次|今天的)?会议[。）)]*$/,
    has: meeting,
    tells: /会议|座谈会|全会|例会|推进会|动员会|大会/
  },
  {
    name: '座谈会',
    closes: /(?:出席|参加|列席|主持)(?:了)?(?:[上前]述|此次|本次|这次)?座谈(?:会)?[。）)]*$/,
    has: /座谈|会议|研讨|茶话|恳谈|交流会|召开/,
    tells: /座谈会/
  },
  {
    name: '会见',
    closes: /(?:参加|出席)(?:了)?(?:[上前]述|此次)?(?:会见|会谈|会晤)[。）)]*$|(?:会见|会谈|会晤)时在座[。）)]*$/,
    has: /会见|会谈|会晤|接见|见面|拜会|拜访|见了|致辞|交谈|座谈|对话|磋商|来访|宴/,
    tells: /会见|会谈|会晤/
  },
  {
    name: '仪式',
    closes: /(?:出席|参加)(?:了)?(?:[上前]述|此次|本次)?(?:[开闭]幕式|仪式|典礼)[。）)]*$/,
    has: /仪式|典礼|[开闭]幕|揭牌|揭幕|签约|奠基|开工|颁奖|启动|启用|剪彩|授|发布|送别|告别|欢迎|敬献|落成|通车|投产|竣工|挂牌|升旗|宣誓/,
    tells: /仪式|典礼|[开闭]幕/,
    loose: true
  },
  {
    name: '论坛',
    closes: /(?:出席|参加)(?:了)?(?:[上前]述|此次|本次)?(?:论坛|峰会|年会|研讨会)[。）)]*$/,
    has: /论坛|峰会|年会|研讨|会议|大会|召开|开幕/,
    tells: /论坛|峰会|年会|研讨会/
  },
  {
    name: '培训',
    closes: /(?:出席|参加)(?:了)?(?:[上前]述|此次|本次)?(?:培训班?|研讨班|学习班|开班式|结业式)[。）)]*$/,
    has: /培训|研讨|学习|讲座|授课|开班|结业|学员|轮训/,
    tells: /培训|研讨班|学习班|开班|结业/
  },
  {
    name: '比赛',
    closes: /(?:参加|参与)(?:了)?(?:[上前]述|此次|本次)?(?:比赛|竞赛|决赛|角逐)[。）)]*$/,
    has: /赛|杯|冠军|夺|锦标|运动会|奥运|亚运|全运|世锦|评选|竞|投标|招标|比武|擂台|马拉松/,
    tells: /赛/
  },
  {
    name: '调研',
    closes: /(?:参加|陪同|随同)(?:了)?(?:[上前]述|此次)?(?:调研|考察|视察|检查|督导|慰问|走访)[。）)]*$/,
    has: /调研|考察|视察|检查|督导|督查|督察|慰问|走访|看望|暗访|察看|查看|参观|到访|来到|深入|指导|观摩|巡查/,
    tells: /调研|考察|视察|检查|督导|慰问|走访/,
    loose: true
  }
]

/** The last sentences of a paragraph that take something for granted. */
export interface Presumed {
  readonly thing: Thing
  /** Where they begin in the text of the paragraph. */
  readonly index: number
}

/** A longer sentence tells of more than who attended. */
const longest = 160

/** `会议还研究了其他事项。林岚出席会议。`: a meeting. Nothing where the paragraph closes otherwise. */
export function presumed({text, start, node}: Block): Presumed | undefined {
  const end = text.slice(-longest)
  // sentences are made on demand: of most paragraphs not
  if (!/会议还|[出参列陪随在主][席加同座持]/.test(end) || !(closesSo.test(end) || end.includes('会议还')))
    return undefined
  const sentences = node.children.filter(({type}) => type === 'SentenceNode')
  const indexOf = (place: number) => Math.max(0, (sentences.at(place)?.position?.start.offset ?? start) - start)
  const index = indexOf(-1)
  const sentence = text.slice(index)
  if (sentence.length > longest) return undefined
  const [meeting] = things
  const before = sentences.length > 1 ? indexOf(-2) : index
  const earlier = text.slice(before, index).trimEnd()
  if (goesOn.test(earlier) && meeting?.closes.test(sentence)) return {thing: meeting, index: before}
  // 林岚主持座谈会。何苗、周启出席。
  if (attended.test(sentence)) {
    const thing = things.find(({closes}) => closes.test(earlier))
    if (thing) return {thing, index: before}
  }
  const thing = goesOn.test(sentence) ? meeting : things.find(({closes}) => closes.test(sentence))
  return thing && {thing, index}
}

/** How all of those end that are judged by their ends. */
const closesSo = /(?:出席|参加|列席|主持|陪同|随同|参与|与会|在座)[^，。、；：]{0,12}[。）)]*$/
const goesOn = /^会议还/
const attended = /^[^，。]{2,60}(?:出席|参加|列席|与会|在座)[。）)]*$/
