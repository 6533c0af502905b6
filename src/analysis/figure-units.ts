/** Measures and units that stand behind numbers, longest first where one begins another. */
const list =
  '个百分点 百分点 平方公里 平方千米 平方米 立方米 亿立方米 千瓦时 兆瓦时 度电 公里 千米 厘米 毫米 微米 纳米 海里 公顷 公斤 千克 毫克 ' +
  '千瓦 兆瓦 千伏 小时 分钟 秒钟 个月 个半月 星期 周年 年度 周岁 美元 港元 港币 欧元 日元 英镑 卢布 韩元 人民币 人次 架次 车次 航次 班次 班列 标箱 ' +
  '病例 例 省份 省区市 省区 省市 市县 国家 城市 地区 部门 部委 单位 企业 公司 学校 村庄 选手 代表 学生 职工 干部 群众 ' +
  '人 名 位 个 家 户 口 项 条 件 座 栋 幢 所 处 台 套 辆 架 艘 只 头 匹 棵 株 枚 块 张 幅 本 册 部 篇 首 封 份 批 次 届 轮 期 场 ' +
  '支 组 对 双 间 层 级 类 种 款 门 道 起 宗 桩 段 节 届 任 代 集 章 卷 号 国 省 市 县 区 镇 乡 村 州 地 路 元 角 分 吨 克 斤 两 米 里 亩 升 度 岁 ' +
  '年 载 天 日 月 周 时 秒 倍 步 届 顶 株 盏 把 根 粒 颗 滴 片 朵 束 袋 箱 瓶 桶 车 船 排 列 声 句 字 页 版 点 面 员 死 伤 金 银 铜 军 师 团 個 條 項 戶 輛 噸 畝 張 歲 個百分點'

/** By their first code unit, the longest first. */
const units: ReadonlyMap<number, readonly string[]> = (() => {
  const byFirst = new Map<number, string[]>()
  for (const unit of new Set(list.split(' '))) {
    const known = byFirst.get(unit.charCodeAt(0))
    if (known) known.push(unit)
    else byFirst.set(unit.charCodeAt(0), [unit])
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.length - a.length)
  return byFirst
})()

/** Whether a unit may begin with this code unit. */
export const isMeasured = (code: number): boolean => units.has(code)

/** The unit that begins at an offset, or `''`. */
export function unitAt(text: string, from: number): string {
  for (const unit of units.get(text.charCodeAt(from)) ?? none) {
    if (unit.length === 1 || text.startsWith(unit, from)) return unit
  }
  return ''
}

const none: readonly string[] = []

/** Sizes of one kind: what they measure, and how many of the smallest they are. */
const sizes: Readonly<Record<string, readonly [string, number]>> = {
  公里: ['length', 1000],
  千米: ['length', 1000],
  米: ['length', 1],
  里: ['length', 500],
  厘米: ['length', 0.01],
  吨: ['weight', 1000],
  公斤: ['weight', 1],
  千克: ['weight', 1],
  斤: ['weight', 0.5],
  亩: ['area', 1],
  公顷: ['area', 15],
  平方公里: ['area', 1500],
  平方米: ['floor', 1],
  元: ['money', 1],
  人民币: ['money', 1],
  美元: ['dollar', 1],
  天: ['day', 1],
  日: ['day', 1],
  '%': ['%', 1],
  点: ['%', 1]
}

const own = new Set(
  '港元 港币 欧元 日元 英镑 卢布 韩元 立方米 亿立方米 千瓦时 千瓦 兆瓦 千伏 小时 分钟 秒 秒钟 个月 月 星期 周 年 周年 载 岁 周岁 年度 倍 度 升 克 毫克 海里 毫米 微米 纳米'.split(
    ' '
  )
)

/** What a unit measures, and its size in that measure. Counts of things are all `'count'`: 人, 名, 个, and no unit. */
export function measureOf(unit: string): readonly [string, number] {
  return sizes[unit] ?? [own.has(unit) ? unit : 'count', 1]
}
