import type {Role} from '../tree/nodes.ts'
import {hanRanges} from './chars.ts'
import type {Shape} from './shapes.ts'
import {isOneOf} from './shapes.ts'

/** Longer lines are body whatever they say, captions apart. */
const longestLine = 100
const longestCaption = 400
/** A caption without 图为 is not longer. */
const longestPlainCaption = 160

/** One to six names, with blanks between them: `林岚 何 苗`. */
const name = `[${hanRanges}]{1,4}(?:·[${hanRanges}]{1,5})?`
const names = `${name}(?:[\\s、，]+${name}){0,8}`
const reporter =
  '(?:本报|本刊|本台|新华社|央视|总台|全媒体|融媒体?|见习|特约|实习|首席)*(?:记者|通讯员|评论员|撰稿人|实习生)'

/** □林岚 · 本报记者 林岚 · 文/图 林岚 · 记者 林岚 通讯员 何苗 · （林岚） · By Jane Doe */
const bylines: readonly Shape[] = [
  {first: '□■◎○●◇◆△▲☆★', is: new RegExp(`^[□■◎○●◇◆△▲☆★]\\s*(?:${reporter}|(?:${reporter}\\s*)?${names})$`, 'u')},
  {
    first: '（(本新央总全融见特实首记通评撰',
    any: ['记者', '通讯员', '评论员', '撰稿人', '实习生'],
    is: new RegExp(`^[（(]?${reporter}[\\s:：/]*${names}(?:\\s*(?:文|图|摄影|报道|/|／)+)?[）)]?$`, 'u')
  },
  {
    first: '文图撰摄作',
    is: new RegExp(
      `^(?:文|图|撰文|摄影|作者|文字)(?:\\s*[/／、|丨]\\s*(?:图|摄影|文|片|表))?(?:\\s*[：:/／|丨]\\s*|\\s+)(?:${reporter}\\s*)?${names}$`,
      'u'
    )
  },
  {first: '（(', is: new RegExp(`^[（(][${hanRanges}]{2,4}(?:[\\s、]+[${hanRanges}]{1,4}){0,3}[）)]$`, 'u')},
  {first: 'Bb', is: /^By [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5}(?:, [A-Z][\w .'’-]{1,40})?$/iu}
]

/** 图为… · 左图：… · （上图）… · 图①：… */
const captions: readonly Shape[] = [
  {
    first: '（(左右上下本题大小组图资',
    is: /^(?:[（(]?[左右上下本题大小组]图[：:为是\s）)（(]|图片?[一二三四五六①②③④⑤⑥\d]?[：:①②③]|图为|[（(]?(?:资料图片|资料照片|图片说明))/u
  }
]
/** …林岚 摄 · （林岚摄影报道） · 何苗 供图 · （新华社记者何苗摄） */
const credits: readonly Shape[] = [
  {
    last: '摄影道图片）)',
    is: /(?:摄|摄影|摄影报道|供图|制图|(?:资料|传真)?(?:图片|照片))[）)]?$/u
  },
  {any: ['摄（', '摄('], is: /摄[（(][^（）()]{2,10}[）)]?$/u}
]
/** A caption that says 图为 in its midst, and ends in a credit. */
const pictured = /图[为①②一二：:]/u

/** `扫一扫就能借书` is a head: only an order to scan and follow, or the bare name of what is scanned, is a label of a code. */
const scanned = '(?:关注|下载|观看|收看|收听|阅读|查看|了解|订阅|进入|投稿|参与|更多|我们|二维码|视频)'

const furniture: readonly Shape[] = [
  {
    first: '请欢用打手微扫长识',
    any: ['扫', '长按', '识别'],
    is: new RegExp(
      `^(?=[^。]{1,30}$)(?:请|欢迎)?(?:用|打开)?(?:手机|微信)?[\\s　]*(?:扫一扫|扫描|扫码|扫二维码|长按|识别)(?:[^。]{0,8}${scanned}.{0,8})?$`,
      'u'
    )
  },
  {
    last: '码们',
    is: /^(?:[^。]{0,8}[\s　])?(?:微信|抖音|微博|视频号|公众号|客户端|官方){0,2}二维码$|^[^。]{0,24}关注我们$/u
  },
  // 青溪发布 微信公众号, not 图书馆开通微信公众号
  {
    all: ['微信公众号'],
    is: /^(?:[\u3400-\u9fff\d\s　]{0,15}[\s　]|[\u3400-\u9fff\d]{0,8}(?<!开通|推出|上线|开设|注册|运营|关闭|有了))微信公众号(?:[：:].*)?$/u
  },
  {
    first: '本责编主值版美视组校检终策统总',
    is: /^(?:本[版期])?(?:责任编辑|责编|编辑|主编|值班(?:主任|编委|总编辑?)|版式设计|美术编辑|美编|版式|视觉设计|组版|校对|检校|终审|策划|统筹|总编辑)[\s　]*[：:　\s|丨/／].{1,60}$/u
  },
  {
    first: '新热广投电邮传地社网国零定印EeTtFf',
    is: /^(?:新闻热线|热线电话|广告热线|投稿邮箱|电子邮箱|邮箱|电话|传真|邮编|邮政编码|地址|社址|网址|国内统一连续出版物号|邮发代号|零售价|定价|印刷)[\s　]*[：:].{1,60}$|^(?:E-?mail|Tel|Fax)[：:]/iu
  },
  {
    all: ['版'],
    is: /^第?[\s　]*[A-Z]?[\dＡ-Ｚ０-９一二三四五六七八九十]{1,3}[\s　]*版(?:(?:[\s　]+|[\s　]*[·:：][\s　]*)[\u3400-\u9fff]{2,6})?$/iu
  },
  {last: '0123456789', is: /^(?:[A-Z]\d{1,2}|Page \d{1,3})$/iu},
  // 第三版 2024年12月1日 星期日 责任编辑：林岚
  {
    all: ['版'],
    is: /^第?[\s　]*[A-Z]?[\dＡ-Ｚ０-９一二三四五六七八九十]{1,3}[\s　]*版[\s　|丨·]*(?:[\u3400-\u4e27\u4e29-\u9fff]{2,6}[\s　|丨·]+)?(?:\d{4}[\s　]*年[\s　]*\d{1,2}[\s　]*月|责任编辑|责编|编辑|主编|值班).{0,60}$/iu
  },
  {
    first: '0123456789',
    is: /^\d{4}[\s　]*年[\s　]*\d{1,2}[\s　]*月[\s　]*\d{1,2}[\s　]*日[\s　]*(?:星期|周)[一二三四五六日天](?:.{0,40})$/u
  },
  // An address alone on a line, or a link of markdown: *[原文](https://…)*
  {first: 'hw*_[', is: /^(?:https?:\/\/|www\.)\S+$|^[*_]{0,2}\[[^\][]{1,30}\]\(\S+\)[*_]{0,2}$/u}
]

const notes: readonly Shape[] = [
  {
    first: '（(【紧上下转接详见',
    is: /^[（(【]?(?:紧接|上接|下转|转|接|详见|见)[\s　]*(?:本版|(?:(?:今日|本报)第?[\s　]*|第[\s　]*)?[A-Z]?[\d一二三四五六七八九十]{1,3}[\s　]*版|[一-龥]{0,6}版)/u
  },
  {
    first: '（(',
    is: /^[（(]\s*(?:视频编辑|文字编辑|完|本文|作者|原载|据|附图|附表|附图片|续昨|签名|附照片|新华社|编者注|注|未完|待续|全文|编译|摘自|来源|转载|执笔|摘编|供稿|上|下|本报)[^（）()]{0,60}[）)]$/u
  },
  {first: '据摘原来', is: /^(?:据|摘自|原载|来源)[：:]?[\s　]*《[^《》]{1,30}》(?:[^。]{0,20})$/u},
  {first: '视文', is: /^(?:视频编辑|文字编辑)[：:]/u}
]

/**
 * What a line is by its own words alone, or nothing: its neighbours decide then.
 *
 * @param text the paragraph without mark and blanks at its ends
 */
export function kindOf(text: string): Extract<Role, 'byline' | 'caption' | 'furniture' | 'note'> | undefined {
  if (text.length > longestCaption) return undefined
  if (text.length <= 12 && /^[（(]附?(?:图|照|传真)/u.test(text)) return 'note'
  if (isCaption(text)) return 'caption'
  if (text.length > longestLine) return undefined
  if (isOneOf(text, notes)) return 'note'
  if (isOneOf(text, furniture)) return 'furniture'
  if (isOneOf(text, bylines)) return 'byline'
  return undefined
}

/** A body that ends in （附图片） stays body: `……大会今天闭幕。（附图片）`. */
function isCaption(text: string): boolean {
  if (!isOneOf(text.slice(-24), credits)) return text.length <= longestPlainCaption && isOneOf(text, captions)
  if (/[。！？][”’]?\s*[（(][^（）()]{0,10}(?:图|图片|照片|图表)[）)]$/u.test(text) && !pictured.test(text))
    return false
  return text.length <= longestPlainCaption || pictured.test(text) || isOneOf(text, captions)
}
