import type {Block, Characters, Finding} from 'copylint'
import {spotAt} from 'copylint'

/** What the two searches of this rule find. */
export type Found = Finding<'verbs' | 'twin', 'drop'>

/**
 * Verbs of reports that take an object. Where both are of them the page proves the slip; other verbs of two letters are likely ones.
 * Compiled by us.
 */
const transitive = new Set(
  `传达 学习 研究 部署 安排 听取 审议 审查 审核 审定 调研 走访 看望 慰问 参观 考察 宣读 通报 总结 分析 检查 观看 察看 查看 了解 贯彻 落实 讨论 通过 督导 督查 督促
  指导 研判 表彰 表扬 签署 签订 发布 公布 启动 开展 举行 举办 召开 主持 出席 参加 会见 接见 介绍 汇报 报告 讲解 讲授 演示 展示 展出 推介 推出 提出 强调 回顾 分享 交流
  探讨 批准 印发 下发 制定 制订 修订 修改 完善 建立 成立 组建 设立 设置 建成 完成 实施 执行 推进 推动 推广 促进 增进 加深 加强 加快 加大 强化 深化 优化 提升 提高 增强 扩大
  巩固 改善 改进 改革 解决 处理 化解 整治 整改 排查 清理 查处 打击 取缔 保障 确保 维护 保护 支持 帮助 培养 培训 选派 选举 任命 表决 征求 收集 征集 梳理 明确 确定
  规定 要求 实现 取得 获得 赢得 争取 引进 引导 组织 动员 发动 号召 宣传 宣讲 解读 阐述 阐释 论述 回应 回答 解答 赠送 捐赠 发放 颁发 授予 投入 筹集 采取 采用 运用
  利用 开发 开通 开放 视察 巡视 巡查 检阅 访问 拜访 瞻仰 缅怀 祭奠 重温 体验 感受 见证 记录 统计 评估 评选 评审 验收 测试 检测 监测 监督 管理 规范 调整 调度 协调
  商讨 商议 议定 决定 选择 发现 创造 创新 创建 打造 树立 形成 营造 构建 搭建 拓宽 拓展 畅通 欣赏 品尝 诵读 朗读 演唱 表演 展开 进行 说明 解释 传授 传递 学会 掌握
  認識 傳達 學習 研究 聽取 審議 調研 走訪 慰問 參觀 總結 檢查 觀看 貫徹 落實 討論 通過 督導 指導 簽署 舉行 舉辦 參加 會見 介紹 匯報 講解 批準 制訂 實施 執行 推進`.split(
    /\s+/u
  )
)

/** What a word of two letters that 了 follows may begin with and be no verb: 风停了|我们…, 下班了|就…, 干了|三年了. */
const opensOther =
  /^[我你您他她它咱俺这那哪谁什怎就才又也都便还却而则且再更已竟居终很太最真没不别被把给让使对向从在到为因跟和与及或但可多几好每各两一二三四五六七八九十百千万半0-9０-９所之其年月日时中前后上下里]/u

/** 不了, 为了, 除了, 极了, 多了, 三年了: no verb with its 了. */
const endsOther = /[不为為除罢罷极極久多少个次年月天日时时候岁里]$/u

/** 解除了, 成为了, 获得了 are verbs all the same. */
const verbs = /^(?:[成作认变化转沦]为|[成認變轉]為|[解废清消排拆删免铲根破]除|[取获赢夺博]得|减少|缺少)$/u

/** The second 了 belongs to the next word: 学习|了解. */
const nextWord = /^(?:解(?![决放除散答读释说析剖]|決|釋|讀)|结(?![果论构合束婚算对成])|[却卻望]|不[起得]|如指掌|无|無)/u

/** How long the second has gone on: it belongs to what the first has for its object. */
const lasting = /^(?:近|[一两二三四五六七八九十百数多几半]|[0-9０-９])+(?:多|余)?个?[年月天载載]/u

const isQuote = (mark = ''): boolean => mark !== '' && '“”‘’「」『』'.includes(mark)

/** A clause ends with 了: 下课了回家了。 */
const goesOn = /^[\u3400-\u9fff0-9０-９A-Za-z《“「『"‘](?<![吗呢吧啊呀嘛哦哈啦么就才又也都便还却而再的之后])/u

/** Two verbs in a row, each with its 了: 传达了学习了. */
export function* findVerbs(index: Characters): Generator<Found> {
  const le = '了'.charCodeAt(0)
  const {anyOf, codes} = index
  let done = 0
  for (const place of anyOf('了', (it) => codes[it + 1] === le || codes[it + 3] === le)) {
    if (place < done) continue
    const {block, article, at} = spotAt(index, place)
    const found = article && at > 1 ? verbsAt(block, at) : undefined
    if (!found) continue
    yield found
    // the second 了 of two verbs is no first
    if (found.id === 'verbs') done = place + 4
  }
}

function verbsAt({page, start: first, text}: Block, i: number): Found | undefined {
  const start = first + i
  if (text[i + 1] === '了' && transitive.has(text.slice(i - 2, i)) && !ownWord.test(text.slice(i + 2, i + 4)))
    return twin(page, start)
  const pair = text.slice(i - 2, i + 4)
  if (text[i + 3] !== '了' || !/^[\u3400-\u9fff]{6}$/u.test(pair)) return undefined
  const [one, two, after] = [pair.slice(0, 2), pair.slice(3, 5), text.slice(i + 4, i + 8)]
  // 参观|了解|了解放
  if (nextWord.test(after) || /^解[到过過完清透]/u.test(two) || `${one}${two}`.includes('了解了')) return undefined
  // 参加了|举办了多年的灯会, and words that are spoken of: 写成“传达了学习了”
  if (lasting.test(after) || (isQuote(text[i - 3]) && isQuote(text[i + 4]))) return undefined
  const proven = transitive.has(one) && transitive.has(two)
  if (!proven && !(isVerb(one) && isVerb(two) && goesOn.test(after))) return undefined
  return {
    id: 'verbs',
    at: {page, start: start - 2, end: start + 4},
    ...(!proven && {severity: 'warning'}),
    fixes: [
      {
        title: 'drop',
        safety: proven ? 'safe' : 'unsafe',
        edits: [{page, start, end: start + 1, text: ''}]
      }
    ]
  }
}

/** 增进了了双方的友谊. */
const twin = (page: number, start: number): Found => ({
  id: 'twin',
  at: {page, start, end: start + 2},
  severity: 'warning',
  data: {particle: '了'},
  fixes: [{title: 'drop', safety: 'unsafe', edits: [{page, start: start + 1, end: start + 2, text: ''}]}]
})

/** The second 了 is a word, or begins one: 参观了|了解, 了却, 了了心愿; or the page ends. */
const ownWord = /^(?:$|[^\u3400-\u9fff《“0-9０-９]|[解结結却卻望断斷事账債债愿願此这那心无無如不一局了])/u

const isVerb = (word: string) =>
  verbs.test(word) || transitive.has(word) || !(opensOther.test(word) || endsOther.test(word) || word.includes('了'))
