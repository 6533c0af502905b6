import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {NormalisedBlock} from './normalised.ts'
import {normalised} from './normalised.ts'

/** The paragraphs of the stories of an issue. */
export interface Bodies {
  /** Which story each article belongs to, by the article that has its head. */
  readonly storyOf: Int32Array
  /** The paragraphs of each story, by the article that has its head; an article that is part of another story has none. */
  readonly bodies: readonly (readonly NormalisedBlock[])[]
}

/** A second dateline under one head begins an article without a head: it is still the head's story, up to the end of the page. */
export const bodies = defineAnalysis('bodies', (issue: Issue, use): Bodies => {
  const lists: NormalisedBlock[][] = issue.articles.map(() => [])
  const storyOf = new Int32Array(issue.articles.length)
  let story = 0
  issue.articles.forEach(({headline, page}, article) => {
    if (headline || issue.articles[story]?.page !== page) story = article
    storyOf[article] = story
  })
  for (const block of use(normalised, issue).blocks) {
    if (block.block.role === 'body') lists[storyOf[block.article] ?? 0]?.push(block)
  }
  return {storyOf, bodies: lists}
})
