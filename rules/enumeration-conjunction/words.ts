/** Words that 和 is in. Those that a list has as often are left out: 林业和田径, 会议和培训, 解放军和公平和平等 read as 和田, 议和, 平和. */
export const around =
  '温和 缓和 饱和 谐和 祥和 柔和 媾和 共和国 共和党 共和军 共和制 呼和浩特 颐和园 雍和宫 义和团 太和殿 保和殿 政通人和 ' +
  '和平 和谐 和睦 和衷 和蔼 和煦 和缓 和硕 和尚 和弦 和悦 和田玉 和田地区'

/** With these a member begins that is a clause: 推动发展和改善民生、维护稳定 pairs clauses, not names. */
export const verbs = words(
  '促进 推动 推进 加强 维护 坚持 深化 完善 提高 增强 扩大 实现 加快 落实 开展 做好 抓好 坚定 锤炼 改善 打击 反对 争取 保卫 ' +
    '创造 优化 改进 提升 统筹 强化 健全 构建 巩固 拓展 贯彻 缅怀 铭记 珍爱 抢劫 搜查 建立 形成 带动 引导 帮助 防止 避免 减少 降低 ' +
    '增加 确保 保证 严禁 禁止 弘扬 传承 践行 参加 参与 出席 听取 审议 会见 进行 举行 走进 深入 前往 来到 成为 具有'
)

/** A member with one of these is no name: 将…, 不…, 被…; 与 and 及 make another list in the list. */
export const clauseLetters = '和与及或暨将被把让使已不'

/** The last letter of an office’s, a firm’s or a house’s name: 自然资源和规划局 is one. */
export const offices = '局部委厅署院会办所处科站社党团厂校司心组队军府行馆室台业'

/** What several members share at the end of a list: 社会治安、救灾重建工作 */
export const sharedHeads = words(
  '工作 方面 领域 建设 事业 问题 情况 部门 单位 地区 活动 项目 任务 服务 管理 产业 行业 技术 资源 体系 制度'
)

/** The commonest family names. */
export const familyNames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文严隽辜'

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
