/** How the names of institutions end. */
const ends =
  /^[^，。：；！？、“”《》]{2,18}(?:局|中心|公司|委员会|办公室|街道|镇|乡|村|社区|学校|大学|学院|中学|小学|医院|法院|检察院|集团|银行|支行|分行|协会|联合会|支队|大队|党委|党工委|总工会|妇联|团委|厂|研究所|研究院|图书馆|博物馆)$/u

/** Whether a line is the name of an institution and nothing else, as a kicker above its headline is: `新区水务公司`. */
export function isInstitution(text: string): boolean {
  return ends.test(text)
}
