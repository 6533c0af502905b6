import type {Texts} from '../src/rule/rule.ts'

/** A promise that copylint did not keep. */
export interface Fault {
  readonly property: string
  readonly says: string
}

/** What a step gives, or the fault that it threw: nothing may be thrown. */
export async function caught<T>(property: string, step: () => T | Promise<T>): Promise<{readonly value: T} | Fault> {
  try {
    return {value: await step()}
  } catch (error) {
    return {property, says: error instanceof Error ? (error.stack ?? error.message) : `threw ${String(error)}`}
  }
}

/** What is refused is refused in one sentence of each language. */
export function refusalFaults(property: string, texts: Texts): readonly Fault[] {
  const bad = (['zh', 'en'] as const).find((it) => !/^[^\n]{4,600}$/.test(texts[it]))
  return bad ? [{property, says: `in ${bad} with ${JSON.stringify(texts[bad])}`}] : []
}
