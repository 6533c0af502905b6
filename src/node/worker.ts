import {join} from 'node:path'
import {load} from './compiled/load.ts'

// what a thread runs, compiled as it is kept for all
load(join(import.meta.dirname, 'thread.cjs'))
