import type {Entry} from './entries.ts'

/** A contradiction, told at the later of two entries. */
export interface Clash {
  readonly entry: Entry
  /** The entry before that it contradicts. */
  readonly other: Entry
  /** `{place}` stands for where the other is. */
  readonly zh: string
  readonly en: string
}

const roles = ['name', 'also', 'wrong'] as const
type Role = (typeof roles)[number]

/** What one word is said to be. */
interface Use {
  readonly entry: Entry
  readonly role: Role
}

/**
 * Words that are entered with two meanings: of two entries that say different things neither can be followed. The same said twice is none, 残废 in
 * two files.
 */
export function clashesOf(entries: readonly Entry[]): Clash[] {
  const clashes: Clash[] = []
  const names = new Map<string, Entry>()
  const others = new Map<string, Entry>()
  const wrongs = new Map<string, Entry>()
  const maps = {name: names, also: others, wrong: wrongs} as const
  const add = (word: string, role: Role, entry: Entry) => {
    for (const known of roles) {
      const before = maps[known].get(word)
      if (before === undefined) continue
      const said =
        before === entry ? within(word, role, known) : clash(word, {entry, role}, {entry: before, role: known})
      if (said) clashes.push({entry, other: before, ...said})
      return
    }
    maps[role].set(word, entry)
  }
  for (const entry of entries) {
    const {kind, right, also, wrong, except} = entry
    // what is right may be right for many: 身份证 for 身分证 and for 身份征
    if (right !== undefined) add(right, kind === 'preferred' || kind === 'forbidden' ? 'also' : 'name', entry)
    for (const word of also) add(word, 'also', entry)
    for (const word of wrong) add(word, 'wrong', entry)
    for (const word of except) {
      if (wrong.some((it) => word.includes(it) && word !== it)) continue
      const zh = `except 里的“${word}”应当比“${wrong[0]}”长，并且包含它`
      clashes.push({
        entry,
        other: entry,
        zh,
        en: `“${word}” of except must be longer than “${wrong[0]}” and have it in it`
      })
    }
  }
  return clashes
}

function within(word: string, role: Role, before: Role): {zh: string; en: string} | undefined {
  if ((role === 'wrong') !== (before === 'wrong')) {
    return {zh: `“${word}”既写成对的，又写成不用的`, en: `“${word}” is entered as right and as wrong`}
  }
  // twice, and harmless
  return undefined
}

function clash(word: string, now: Use, before: Use): {zh: string; en: string} | undefined {
  const [a, b] = [before.entry, now.entry]
  if ((now.role === 'wrong') !== (before.role === 'wrong')) {
    const [here, there] = now.role === 'wrong' ? ['不用的写法', '对的写法'] : ['对的写法', '不用的写法']
    const [hereEn, thereEn] = now.role === 'wrong' ? ['wrong', 'right'] : ['right', 'wrong']
    return {
      zh: `“${word}”在这里是${here}，在 {place} 却是${there}，请留一处`,
      en: `“${word}” is ${hereEn} here and ${thereEn} at {place}: keep one`
    }
  }
  // what two files say alike is harmless
  const twice = a.kind === b.kind ? leveled(word, a, b) : undefined
  if (now.role === 'wrong') {
    if (a.right === b.right) return twice
    return {
      zh: `“${word}”有两种改法：${b.right ?? '不用'}，在 {place} 是${a.right ?? '不用'}，请留一种`,
      en: `“${word}” has two right forms: ${b.right ?? 'none'}, and at {place} ${a.right ?? 'none'}; keep one`
    }
  }
  // a place may be called as an organisation is, and a preferred form is often listed
  if (a.kind !== b.kind || (now.role === 'also' && before.role === 'also' && b.kind !== 'people')) return undefined
  if (b.kind !== 'people') return now.role === 'name' && before.role === 'name' ? twice : undefined
  if (now.role !== 'name' || before.role !== 'name') {
    return {
      zh: `“${word}”指两个人：${b.right}，在 {place} 是${a.right}；请换成不会混的写法`,
      en: `“${word}” means two people: ${b.right}, and at {place} ${a.right}; use forms that tell them apart`
    }
  }
  const [first, second] = [a.offices.join('、'), b.offices.join('、')]
  // who has an office in one file only has it
  if (first === second || first === '' || second === '') return twice
  return {
    zh: `“${word}”写了两次，职务不同：${second}，在 {place} 是${first}；请合成一条，兼职写成列表`,
    en: `“${word}” is entered twice with different offices: ${second}, and at {place} ${first}; make them one, with a list of offices`
  }
}

function leveled(word: string, a: Entry, b: Entry): {zh: string; en: string} | undefined {
  // a name without a level takes that of the other
  const unsaid = a.kind === 'preferred' || a.kind === 'forbidden' ? 'warning' : undefined
  const [first, second] = [a.level ?? unsaid ?? b.level, b.level ?? unsaid ?? a.level]
  if (first === second) return undefined
  return {
    zh: `“${word}”写了两次，级别不同：${second}，在 {place} 是 ${first}；请留一处`,
    en: `“${word}” is entered twice with different levels: ${second}, and at {place} ${first}; keep one`
  }
}

/** Entries with each name once: what two files say of one person is said of one. */
export function merged(entries: readonly Entry[]): Entry[] {
  const names = new Map<string, number>()
  const kept: Entry[] = []
  for (const entry of entries) {
    const named = entry.kind !== 'preferred' && entry.kind !== 'forbidden'
    const key = `${entry.kind} ${entry.right}`
    const at = named ? names.get(key) : undefined
    if (at !== undefined) kept[at] = joined(kept[at] as Entry, entry)
    else {
      if (named) names.set(key, kept.length)
      kept.push(entry)
    }
  }
  return kept
}

const joined = (a: Entry, b: Entry): Entry => ({
  // she has her place in the order in that file that gives her one
  ...(a.rank === undefined && b.rank !== undefined ? b : a),
  also: [...new Set([...a.also, ...b.also])],
  wrong: [...new Set([...a.wrong, ...b.wrong])],
  offices: a.offices.length > 0 ? a.offices : b.offices,
  level: a.level ?? b.level
})
