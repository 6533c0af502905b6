// Counts the tests in a report of vitest's JSON reporter: prints `PASSED FAILED`, and fails where there are none.
import {readFileSync} from 'node:fs'

const {testResults} = JSON.parse(readFileSync(process.argv[2], 'utf8'))
let passed = 0
let failed = 0
for (const {status, name, assertionResults, message} of testResults) {
  // a file that cannot be loaded has no tests that could fail
  if (status === 'failed' && assertionResults.every((test) => test.status === 'passed')) {
    failed++
    console.error(`${name}: ${message}`)
  }
  for (const test of assertionResults) {
    if (test.status === 'passed') passed++
    else {
      failed++
      console.error(`${test.status}: ${name}: ${test.fullName}`)
    }
  }
}
if (passed + failed === 0) process.exit(1)
console.log(passed, failed)
