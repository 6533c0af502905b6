/**
 * Words that name one thing, a group a line: a story that calls a service 老年助餐 and once 养老助餐 asks to be made even. Only words that
 * mean the same before or behind one and the same word are here; 城镇 and 农村, 客运 and 货运 are two things, and so are 公路 and 道路, 食堂 and 餐厅,
 * 实训 and 培训, which a story has side by side. Compiled by us from common
 * knowledge of the language of newspapers; no list was taken over.
 */
export const nearWords = `
养老 老年 老年人 老人 老龄 敬老 为老
摄影 摄像 照相
残疾 残疾人 残障 残障人士
托育 托幼
教师 老师
学员 学生
农民工 务工人员 外来工 进城务工人员
志愿 志愿者 义工
演讲 讲演
图书 书籍
展览 展示
快递 速递
停车 泊车
供水 给水
污水 废水
早餐 早点
午餐 午饭
食堂 饭堂
用餐 就餐
课堂 讲堂
书屋 书房
示范 样板
巾帼 妇女 女性
竞赛 比赛
帮扶 扶助 帮困
电动车 电瓶车
自行车 单车
出租车 出租汽车
手机 移动电话
电脑 计算机
网购 网上购物
直播 网播
短视频 小视频
戏曲 戏剧
书画 字画
民宿 客栈
景区 风景区
茶园 茶场
稻田 水田
大棚 温室
农机 农业机械
饲养 养殖
牲畜 家畜
灌溉 浇灌
水渠 渠道
防汛 防洪
抗旱 防旱
消防 防火
警务 公安
巡逻 巡查
反诈 防诈 防诈骗 反诈骗
物业 物管
业主 住户
公租房 廉租房
危房 险房
旧改 老旧小区改造
电梯 升降机
路灯 街灯
人行道 步行道
健身 锻炼
体检 健康检查
义诊 巡诊
献血 捐血
母婴 妇婴
纳税 缴税
贷款 信贷
补贴 补助 津贴
捐款 捐资
捐赠 捐献
殡葬 丧葬
祭扫 扫墓
数字 数码
智慧 智能
便民 利民
器材 器械
动车 列车
人居 居住
村容 乡容
燃气 天然气 煤气
供暖 供热 取暖
自来水 饮用水
护林 看林
果蔬 蔬果
农贸 集贸
商贸 贸易
财会 会计
维权 护权
法治 法制
救护 急救
护理 看护
康复 复健
灯会 灯展
剧场 剧院
合唱 齐唱
朗诵 诵读
招聘 招工
研学 游学
拆迁 征迁
装修 装潢
家政 家庭服务
退役军人 退伍军人
征兵 招兵
军属 军人家属
`
