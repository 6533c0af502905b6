import {createTwoFilesPatch} from 'diff'
import {orderless, visible, visibleLines} from '../report/visible.ts'

/**
 * What mending would change on a page, as a unified diff; empty where it changes nothing.
 * Safe on a terminal and in the log of a build: controls and orders are drawn, so that a page with them gives a diff to read, not one to apply.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const name = visible(path)
  const patch = createTwoFilesPatch(name, name, before, after, '', '', {
    context: 1,
    headerOptions: {includeIndex: false, includeUnderline: false, includeFileHeaders: true}
  })
  return orderless(visibleLines(patch))
}
