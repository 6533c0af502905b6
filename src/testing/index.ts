/** `copylint/testing`: tests rules with the examples of their documentation, under any test runner. */
export type {Example, ExamplePage} from './examples.ts'
export {readExamples} from './examples.ts'
export type {Mark, Marked} from './marks.ts'
export {joinMarks, readMarks, writeMarks} from './marks.ts'
export type {Case} from './rule.ts'
export {testRule} from './rule.ts'
export {runRule} from './run.ts'
