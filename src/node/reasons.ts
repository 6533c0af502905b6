import type {Texts} from '../rule/rule.ts'
import {Complaint, toTexts} from './complaint.ts'

/** What the system's codes mean, to be put behind “it cannot be read: ”. */
const codes: Readonly<Record<string, Texts>> = {
  ENOENT: {zh: '没有这个文件或文件夹', en: 'there is no such file or folder'},
  EACCES: {zh: '没有权限', en: 'permission denied'},
  EPERM: {zh: '没有权限', en: 'permission denied'},
  EISDIR: {zh: '这是文件夹', en: 'it is a folder'},
  ENOTDIR: {zh: '路径中间有一段是文件，不是文件夹', en: 'a part of its path is a file, not a folder'},
  EEXIST: {zh: '已有同名的文件', en: 'there is a file of that name'},
  ENOSPC: {zh: '磁盘满了', en: 'the disk is full'},
  EFBIG: {zh: '超过了系统允许的文件大小', en: 'it is larger than the system allows'},
  EDQUOT: {zh: '磁盘配额用完了', en: 'the disk quota is used up'},
  EROFS: {zh: '磁盘是只读的', en: 'the disk is read-only'},
  EIO: {zh: '磁盘读写出错', en: 'the disk failed'},
  EBUSY: {zh: '文件正被别的程序占用', en: 'another program is using it'},
  ETXTBSY: {zh: '文件正被别的程序占用', en: 'another program is using it'},
  ELOOP: {zh: '链接绕成了圈', en: 'its links go in a circle'},
  EMFILE: {zh: '打开的文件太多', en: 'too many files are open'},
  ENAMETOOLONG: {zh: '名字太长', en: 'its name is too long'}
}

/** Why the system refused, in words; for a code that few know, the code itself. */
export function reasonOf(error: unknown): Texts {
  if (error instanceof Complaint) return error.texts
  const code = (error as NodeJS.ErrnoException | null | undefined)?.code
  if (code === undefined) return toTexts(error)
  return codes[code] ?? {zh: code, en: code}
}
