// Counts the tests in a report of vitest's JSON reporter: prints `PASSED FAILED`, and fails where there are none. A test that is
// skipped is a failure, unless a tool is missing that it needs (tests/tools.ts): it is counted as neither, and said.
import {readFileSync} from 'node:fs'

const {testResults} = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const leftOut = new Map()
let passed = 0
let failed = 0
for (const {status, name, assertionResults, message} of testResults) {
  // a file that cannot be loaded has no tests that could fail
  if (status === 'failed' && assertionResults.every((test) => test.status === 'passed')) {
    failed++
    console.error(`${name}: ${message}`)
  }
  for (const test of assertionResults) {
    const why = test.status === 'failed' ? undefined : test.ancestorTitles.find((it) => it.startsWith('left out: '))
    if (test.status === 'passed') passed++
    else if (why) leftOut.set(why, (leftOut.get(why) ?? 0) + 1)
    else {
      failed++
      console.error(`${test.status}: ${name}: ${test.fullName}`)
    }
  }
}
for (const [why, count] of leftOut) console.error(`${count} ${why}`)
if (passed + failed === 0) process.exit(1)
console.log(passed, failed)
