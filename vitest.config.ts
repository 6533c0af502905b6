import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Where CI wants the results as JSON. */
const report = process.env.TEST_REPORT

export default defineConfig({
  resolve: {
    alias: [
      {find: 'copylint/testing', replacement: here('src/testing/index.ts')},
      {find: /^copylint$/, replacement: here('src/index.ts')}
    ]
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup/build.ts',
    // tests of the command start processes of their own
    testTimeout: 60_000,
    // its modules name one another without endings, as only bundlers do
    server: {deps: {inline: ['jsonc-parser']}},
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && {outputFile: {json: report}}),
    coverage: {
      provider: 'v8',
      reportOnFailure: true,
      include: ['src/**/*.ts', 'rules/**/*.ts'],
      // the command and what it reads are tested in processes of their own, where v8 does not count
      exclude: [
        'src/cli.ts',
        'src/{cli,node,config}/**',
        'src/report/score/**',
        'src/presets.ts',
        // runs in a browser, and is tested there
        'src/report/html/client/**',
        'src/fix/diff.ts',
        'src/report/string-width.ts'
      ],
      thresholds: {statements: 95, branches: 85, functions: 95, lines: 95},
      reporter: ['text-summary', 'json-summary', 'html']
    }
  }
})
