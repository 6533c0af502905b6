/** `一、` `（二）` `3.` `第四，` */
const number =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[\d０-９]{1,2}[.、．](?![\d０-９])|第[一二三四五六七八九十]{1,3}[，、：:\s])/u

/** Whether a line is the number of a part, or opens with one: a heading so numbered is a part of its story. */
export function isNumbered(text: string): boolean {
  return number.test(text)
}
