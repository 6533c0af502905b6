/**
 * Whether a text is of the characters that most copy is of: each is one UTF-16 unit with no marks upon it, and letters are Han, or
 * those of ASCII in half or full width. Expressions with classes of all letters take V8 a millisecond to compile: such copy needs none.
 */
export const isPlain = (text: string): boolean => plain.test(text)

const plain =
  /^[\n\x20-\x7e\u00b7\u2010-\u2027\u2190-\u245f\u2500-\u2767\u3000-\u3004\u3008-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/
