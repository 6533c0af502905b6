#!/usr/bin/env node
import {main} from './cli/main.ts'

// not awaited here: Node ends in its own way when a top-level await never settles
void main(process.argv.slice(2))
