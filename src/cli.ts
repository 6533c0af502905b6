#!/usr/bin/env node
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {load} from './node/compiled/load.ts'

// V8 makes fast code of what has run for a while. So early in a run it mostly guesses wrong, and throws away what it has made: a page
// of 20 KB takes twice the work, one of 1 MB half as much again. Fifteen times later is early enough for pages of any length.
setFlagsFromString('--interrupt-budget=2000000')
// It also begins to clear up the heap piece by piece when it has grown by a few megabytes, which loading a program does, and in every
// pause. Nobody waits for an answer between the pieces: what must be cleared up is cleared up at once.
setFlagsFromString('--no-incremental-marking')
setFlagsFromString('--no-minor-gc-task')

const {main} = load<typeof import('./cli/main.ts')>(join(import.meta.dirname, 'command.cjs'))
// not awaited here: Node ends in its own way when a top-level await never settles
void main(process.argv.slice(2))
