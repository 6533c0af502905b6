import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {dependenciesOf, lockedPackages, page, rowsOf} from '../../scripts/dependencies.ts'

const text = readFileSync(page, 'utf8')
const locked = lockedPackages()

describe.each([...dependenciesOf()])(`${page}: what is %s`, (kind, names) => {
  const [, part = ''] = new RegExp(`<!-- ${kind} -->([\\s\\S]*)<!-- /${kind} -->`).exec(text) ?? []
  const rows = [...rowsOf(part).values()]

  test('has a line for every dependency, sorted, and none for others (npm run dependencies)', () => {
    expect(rows.map(({name}) => name)).toEqual(names)
  })

  test('each with the version and the licence of the lock file (npm run dependencies)', () => {
    const told = rows.map(({name, version, licence}) => ({name, version, licence}))
    expect(told).toEqual(
      names.map((name) => {
        const {version, license} = locked[`node_modules/${name}`] ?? {}
        return {name, version, licence: license}
      })
    )
  })

  test('and says of each why it is there', () => {
    expect(rows.filter(({why}) => why.length < 10).map(({name}) => name)).toEqual([])
  })
})

test('every package comes from the registry, with a digest', () => {
  const wrong = Object.entries(locked).filter(
    ([path, {resolved = 'https://registry.npmjs.org/', integrity}]) =>
      path !== '' && !(resolved.startsWith('https://registry.npmjs.org/') && integrity?.startsWith('sha512-'))
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('what users install runs on the oldest Node that we name', () => {
  const oldest = Number(/\d+/.exec(locked['']?.engines?.node ?? '')?.[0])
  expect(oldest).toBe(20)
  // packages for users, not for development: all ranges of theirs begin with the least version
  const others = Object.entries(locked).filter(([path, {dev}]) => path !== '' && !dev)
  expect(others.length).toBeGreaterThan(5)
  const wrong = others.filter(([, {engines}]) => Number(/\d+/.exec(engines?.node ?? '0')?.[0]) > oldest)
  expect(wrong.map(([path]) => path)).toEqual([])
})
