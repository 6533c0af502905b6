import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, linkSync, lstatSync, readdirSync, statSync, symlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {putFile} from '../../src/node/put.ts'
import {clean, doubled, folder} from '../cli/command.ts'

describe('a file that is put', () => {
  test('is new, or takes the place of the old one, with its rights; nothing is left beside it', () => {
    const {root, read} = folder({'old.txt': 'old'})
    chmodSync(join(root, 'old.txt'), 0o640)
    const {ino} = statSync(join(root, 'old.txt'))
    putFile(join(root, 'old.txt'), '新')
    putFile(join(root, 'new.txt'), new TextEncoder().encode('新'))
    expect([read('old.txt'), read('new.txt'), readdirSync(root)]).toEqual(['新', '新', ['new.txt', 'old.txt']])
    const {mode, ino: now} = statSync(join(root, 'old.txt'))
    expect(mode & 0o777).toBe(0o640)
    expect(now).not.toBe(ino)
  })

  test('goes where a link leads, and under both names of a file', () => {
    const {root, read} = folder({'a.txt': 'old', 'b.txt': 'old'})
    symlinkSync('a.txt', join(root, 'link.txt'))
    linkSync(join(root, 'b.txt'), join(root, 'also.txt'))
    symlinkSync('c.txt', join(root, 'dangling.txt'))
    for (const name of ['link.txt', 'b.txt', 'dangling.txt']) putFile(join(root, name), 'new')
    expect(['a.txt', 'b.txt', 'also.txt', 'c.txt'].map(read)).toEqual(['new', 'new', 'new', 'new'])
    expect(lstatSync(join(root, 'link.txt')).isSymbolicLink()).toBe(true)
  })
})

describe('a report', () => {
  const cli = resolve('dist/cli.js')
  /** In a shell, which may keep files from growing beyond so many KiB. */
  const shell = (root: string, command: string) =>
    spawnSync('bash', ['-c', command.replaceAll('copylint', `'${process.execPath}' '${cli}' --no-config`)], {
      cwd: root,
      encoding: 'utf8',
      env: {PATH: process.env.PATH ?? '', LANG: 'C.UTF-8'}
    })

  test('that cannot be written whole leaves the one before, or none', () => {
    const {root, read} = folder({'a.txt': doubled, 'old.html': 'old'})
    const {status, stderr} = shell(
      root,
      'ulimit -f 2; copylint a.txt --output old.html --report html=new.html --format html'
    )
    expect({status, old: read('old.html'), isNew: existsSync(join(root, 'new.html'))}).toEqual({
      status: 2,
      old: 'old',
      isNew: false
    })
    expect(stderr).toContain('old.html')
    expect(readdirSync(root).sort()).toEqual(['a.txt', 'old.html'])
  })

  test('goes into devices, pipes and what the shell has opened', () => {
    const {root, read} = folder({'a.txt': clean})
    const json = shell(root, 'copylint a.txt --format json').stdout
    expect(json).toContain('a.txt')
    expect(shell(root, 'copylint a.txt --format json --output /dev/stdout | cat').stdout).toBe(json)
    // it stays the file that the shell has opened
    const opened =
      'exec 3> out.txt; copylint a.txt --format json --output /dev/fd/3; [ out.txt -ef /dev/fd/3 ] && echo same'
    expect([shell(root, opened).stdout, read('out.txt')]).toEqual(['same\n', json])
    expect(shell(root, 'copylint a.txt --format json --output /dev/null').status).toBe(0)
    expect(shell(root, 'mkfifo pipe; cat pipe & copylint a.txt --format json --output pipe; wait').stdout).toBe(json)
  })
})
