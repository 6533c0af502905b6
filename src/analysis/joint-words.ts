/**
 * What the characters on both sides of a break say by themselves. Counted in newspaper copy: how much more often each stands
 * before or behind a place inside a sentence than before or behind the end of a paragraph. Names are left out.
 */

/** No sentence ends in these: 各项措施和｜ */
const neverLast = new Set(
  '不是经和这以总两各推有发于从取最在如自指其将同但把都更而此并或与及为被让使因由向往则就才仅只很太非曾已正仍尚须应可能要想再每第又还先双原着'
)
/** Many sentences end in these: ……创造了条件。 ……取得新进展。 */
const oftenLast = new Set(
  '章献撑元倍右况果益题幕响件伤验效势展声告础象力求绩识障谈用险案程策段境处例款功亡点义系难活责升务标步位性望态线感度意了'
)
/** No paragraph begins with these, for they only go on with a word or clause: ｜的工作 ｜业务 ｜们 */
const neverFirst = new Set(
  '的和业業了等们区區員员們时時度化家制际際续續次题題间間量期着局性品府步席系及者展式域导说之略院权件众界策术施果织速态型级类焉矣'
)
/** Many paragraphs begin with these: 据了解…… 截至目前…… */
const oftenFirst = new Set('据據截另今这這随隨按根从從如昨当當针針在此目眼除他她它因由让讓尽盡每近去')
const opening =
  /^(?:此外|同[时時]|[会會][议議谈談见見上后後]|座[谈談]|[记記]者|上午|下午|晚上|[现現]在|[为為]了|[对對][于於此]|首先|其次|最后|一方面|不仅|作[为為]|[虽雖]然|但是|我[们們]|[经經][过過]|[现現][场場]|[双雙]方|各地|[与與][此会會]|文章|[报報][道導]|通知|[声聲]明|[来來]自|面[对對]|[围圍][绕繞]|[强強]化|加[强強]|第[一二三四五六七八九十]|[一二三四五六七八九十][是要、])/u

/** Whoever speaks next begins a paragraph: `何苗表示，……` `县农业局局长林岚介绍：……` */
const speaker =
  /^[^，。：、,:]{2,24}(?:[说說]|表示|指出|[强強][调調]|介[绍紹]|[认認][为為]|透露|[称稱]|要求|提出|告[诉訴]|宣布)[，：,:]/u

/** `“水认得人，”他说`: what is said begins a paragraph, what is named (`“三化”要求`) does not. */
const said = /^[“「『][^“”「」『』]{1,70}[，。！？…,.!?][”」』]/u

/** `拍卖公告：……` `三等奖：……` */
const label = /^[^，。、；：,;:\s]{2,8}[：:]./u

/** `会后，……` `此外，……`: a word and a comma. */
const isAside = (text: string): boolean => /^.{2,4}[，,]/u.test(text)

const clauseMark = /[。！？；，、：:,;!?“”《》（）()…—]/u
const stop = /[。！？!?]/u

/** How much speaks for one sentence on both sides of a break, in about the logarithm of the odds; less than 0: against it. */
export function wordPoints(before: string, behind: string): number {
  const [last, first] = [before.slice(-1), behind.slice(0, 1)]
  let points = 0
  if (neverLast.has(last) || (last === '的' && !/是[^，。,]*的$/u.test(before.slice(-30)))) points += 2
  else if (oftenLast.has(last)) points -= 1
  if (neverFirst.has(first)) points += 3
  else if (oftenFirst.has(first)) points -= 3
  else if (opening.test(behind.slice(0, 4))) points -= isAside(behind) ? 4 : 2
  if (speaker.test(behind.slice(0, 30))) points -= 2.5
  else if (said.test(behind.slice(0, 80))) points -= 3
  else if (label.test(behind.slice(0, 10))) points -= 2
  return points + lengthPoints(before, behind)
}

/** Stumps are broken off, ……做好。聚｜焦……; what would be very long together is two. */
function lengthPoints(ending: string, behind: string): number {
  const before = ending.replace(/[”’」』）)》]{1,3}$/u, '')
  const [sentence, nextSentence] = [fromEnd(before, stop, 100), fromStart(behind, stop, 100)]
  const [clause, nextClause] = [fromEnd(before, clauseMark, 30), fromStart(behind, clauseMark, 30)]
  let points = 0
  // `停电范围：县城` is complete
  if (clause < 3 && !/[：:]/u.test(before.charAt(before.length - 1 - clause))) points += 3
  if (sentence < 10) points += 3
  // `请用户做好准备` without a stop is a line of its own
  if (nextSentence <= 8 && nextSentence < behind.length) points += 2
  if (sentence + nextSentence > 90) points -= 1
  if (clause + nextClause > 24) points -= 1
  return points
}

/** Characters behind the last mark, at most `limit`. */
function fromEnd(text: string, mark: RegExp, limit: number): number {
  let n = 0
  while (n < limit && n < text.length && !mark.test(text.charAt(text.length - 1 - n))) n++
  return n
}

/** Characters before the first mark, at most `limit`. */
function fromStart(text: string, mark: RegExp, limit: number): number {
  let n = 0
  while (n < limit && n < text.length && !mark.test(text.charAt(n))) n++
  return n
}

/** `2｜024年` `100｜万元` `Wi｜Fi`: a figure or a word of Latin letters goes on. */
export function goesOn(before: string, behind: string): boolean {
  if (/[\dA-Za-z０-９]$/u.test(before) && /^[\dA-Za-z０-９.．%％‰℃]/u.test(behind)) return true
  return /[\d０-９]$/u.test(before) && /^[年月日时分秒个名位元人万亿千百余多岁倍亩吨公平立]/u.test(behind)
}

/** Marks that nothing begins with: `，他接着说` */
export const startsInside = (text: string): boolean => /^[，。；：、！？,;:!?.”’》）)】」』…%％·]/u.test(text)

const pairsOfMarks = ['“”', '《》', '（）', '()', '‘’', '「」', '『』'] as const

/** How far to look for both ends of a quotation or a title. */
const reach = 200

/** Whether a quotation, a title or a bracket begins in the first part and ends in the second: `“百｜日攻坚”`. */
export function isOpen(before: string, behind: string): boolean {
  const [tail, head] = [before.slice(-reach), behind.slice(0, reach)]
  return pairsOfMarks.some((pair) => {
    const [open, close] = [pair.charAt(0), pair.charAt(1)]
    const [closes, opens] = [head.indexOf(close), head.indexOf(open)]
    return tail.lastIndexOf(open) > tail.lastIndexOf(close) && closes >= 0 && (opens < 0 || closes < opens)
  })
}
