/** Verbs of reports that take an object; compiled by us. */
const verbs = new Set(
  `聚焦 围绕 针对 解决 破解 化解 处理 推进 推动 促进 加强 加快 加大 强化 深化 做好 抓好 抓实 抓紧 搞好 办好 办成 管好 用好 开展 组织 实施 执行 落实 完成 完善 健全 建立 构建 制定
  制订 修订 出台 发布 提出 负责 承担 承接 提升 提高 增强 改善 改进 优化 巩固 扩大 拓展 拓宽 保障 确保 维护 保护 服务 支持 参与 参加 研究 讨论 审议 通过 部署 安排 关注 重视 狠抓
  紧抓 紧盯 瞄准 立足 启动 发起 消除 排查 防范 整治 治理 查处 打击 满足 实现 聚力 着力 投入 投身 建设 打造 培育 培养 发展 开发 引进 发放 申请 办理 使用 利用 学习 宣传 介绍 了解
  掌握 收集 整理 分析 总结 检查 督促 监督 评估 验收 赢得 获得 取得 争取 创建 举办 召开 管理 规范 统筹 协调 打通 畅通 减轻 降低 减少 增加 缩小 筑牢 守住 守牢 严守 遵守
  圍繞 針對 解決 處理 推進 推動 促進 加強 強化 開展 組織 實施 執行 落實 負責 維護 關注 重視 啟動 滿足 實現 建設 發展`.split(
    /\s+/u
  )
)

/** Before the phrase so many letters stand in either clause: fewer are a refrain, 我们|… 他们|… are. */
const leastBefore = 2

/** Two clauses that mean to be alike, or tell of two objects: 既解决…问题，又关注…问题; 不解决, 两个, 各, 新的. */
const parallel = /[又也既还亦再均都皆各每另两几同不没无未非是还還兩幾沒無的0-9０-９一二三四五六七八九十]|不仅|不但|等$/u
/** So many letters before the phrase are looked at for it. */
const parallelWithin = 10

/** So many clauses lie from one to the other: neighbours are parallel. */
const leastClauses = 2

/** A phrase that two clauses of one sentence end in, by offsets of its prints. */
export interface Phrase {
  readonly first: number
  readonly second: number
  readonly length: number
}

/** A clause, by offsets, and which of the paragraph’s it is. */
interface Clause {
  readonly from: number
  readonly end: number
  readonly index: number
}

/** Long phrases that are the object of two clauses of one sentence. */
export function* findPhrases(text: string, least: number): Generator<Phrase> {
  // the clauses of the sentence so far, the last of those that end in the same two letters
  const endings = new Map<number, Clause>()
  let from = 0
  let index = 0
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === letter) continue
    if (i - from > least && kind !== other) {
      const key = text.charCodeAt(i - 2) * 0x10000 + text.charCodeAt(i - 1)
      const clause = {from, end: i, index}
      const earlier = endings.get(key)
      const phrase = earlier && index - earlier.index >= leastClauses && sharedObject(text, earlier, clause, least)
      if (phrase) yield phrase
      endings.set(key, clause)
    }
    from = i + 1
    if (kind === comma) index++
    else if (kind === stop && endings.size > 0) endings.clear()
  }
}

/** What two clauses end in, where in one of them it is the object of a verb that the other has not. */
function sharedObject(text: string, first: Clause, second: Clause, least: number): Phrase | undefined {
  const longest = Math.min(first.end - first.from, second.end - second.from) - leastBefore
  let length = 0
  while (length < longest && text[first.end - length - 1] === text[second.end - length - 1]) length++
  if (length < least || !/^[\u3400-\u9fff]+$/u.test(text.slice(second.end - length, second.end))) return undefined
  const [a = '', b = ''] = [first, second].map(({from, end}) =>
    text.slice(Math.max(from, end - length - parallelWithin), end - length)
  )
  if (parallel.test(a) || parallel.test(b) || !(endsInVerb(a) || endsInVerb(b))) return undefined
  return {first: first.end - length, second: second.end - length, length}
}

/** 聚焦, 聚焦了 */
const endsInVerb = (before: string) => verbs.has(before.replace(/了$/u, '').slice(-2))

const letter = 0
/** A mark inside a clause or around it. */
const other = 1
/** Ends a clause. */
const comma = 2
/** Ends a sentence; what stands on both sides of a semicolon is parallel. */
const stop = 3

function kindOf(code: number): number {
  if (code >= 0x3400 && code <= 0x9fff) return letter
  if (code === 0xff0c || code === 0x2c) return comma
  if (stops.includes(code)) return stop
  const isWide = code >= 0xff10 && !(code >= 0xff1a && code <= 0xff20)
  const isAscii = (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return isWide || isAscii ? letter : other
}

/** 。；！？ and half-width ;!? */
const stops = [0x3002, 0xff1b, 0xff01, 0xff1f, 0x3b, 0x21, 0x3f]
