import {located} from '../node/complaint.ts'
import {putFile} from '../node/put.ts'
import {reasonOf} from '../node/reasons.ts'
import type {Run} from '../node/run.ts'
import type {Texts} from '../rule/rule.ts'
import {isStdout} from './outputs.ts'

/** Writes the Word file with comments of a run: whole or not at all, so that what was there before stays where it cannot be written. */
export function writeAnnotated({annotated}: Run, file: string): {readonly done: boolean; readonly texts: Texts} {
  // a file that was found is either annotated or cannot be
  if (!annotated || 'failed' in annotated) return {done: false, texts: annotated?.failed ?? {zh: file, en: file}}
  const {bytes, comments} = annotated
  try {
    if (isStdout(file)) process.stdout.write(bytes)
    else putFile(file, bytes)
  } catch (error) {
    return {done: false, texts: located(file, reasonOf(error))}
  }
  const name = isStdout(file) ? {zh: '标准输出', en: 'standard output'} : {zh: file, en: file}
  const texts =
    comments === 0
      ? {zh: `没有要加的批注，原样写出：${name.zh}`, en: `no comments to make; written as it was: ${name.en}`}
      : {zh: `加了 ${comments} 条批注：${name.zh}`, en: `${comments} comment${comments > 1 ? 's' : ''}: ${name.en}`}
  return {done: true, texts}
}
