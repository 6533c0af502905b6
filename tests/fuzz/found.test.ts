import {expect, test} from 'vitest'
import {activeRules} from '../../bench/active.ts'
import {growthOf} from '../../fuzz/growth.ts'
import {faultsOf, type Tools} from '../../fuzz/properties.ts'
import {createReportChecks} from '../../fuzz/reports.ts'

/** What `npm run fuzz` has found, each as small as it could be made: it must never come again. */
const found: Readonly<Record<string, string>> = {
  'a place that begins within a character': '议要、不拒收、不压级压价；要现款结算，不打一张白条；要优质𪚥\n\n。',
  'a sentence in a row of more prints than there are passes': `2亿!${'12亿!'.repeat(31)}12亿`,
  'a closing printed again more often than there are passes': `目标完成。\n\n${'会议指出，要加强工作，提高认识，切实抓好各项任务的落实，确保全年目标完成。\n\n'.repeat(14)}`
}

/** Pages that took longer than they were long. */
const slow: Readonly<Record<string, string>> = {
  'letters that might be an address': 'a'
}

const tools: Tools = {rules: await activeRules(), reportFaults: createReportChecks()}

test.each(Object.entries(found))('%s', async (_, content) => {
  expect(await faultsOf({name: 'page.txt', content}, tools)).toEqual([])
})

test.each(Object.entries(slow))('%s', async (_, unit) => {
  const grown = (length: number) => `# 新桥今日通车\n\n${unit.repeat(length / unit.length)}`
  expect((await growthOf({name: 'page.txt', content: unit, grown}, tools, 0.001)).faults).toEqual([])
})
