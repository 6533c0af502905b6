import {fingerprints} from './analysis/fingerprints.ts'
import {parsePage} from './parse/parse.ts'
import type {Archive, ArchivedPage, ArchiveMatch} from './rule/archive.ts'
import {createUse} from './rule/use.ts'
import {toIssue} from './tree/issue.ts'

/**
 * An archive of pages held in memory: for tests, and for what fits. A page is parsed once, for its fingerprints, and
 * only its source is kept.
 *
 * @param pages a later page takes the place of an earlier one of the same path
 */
export function createArchive(pages: Iterable<ArchivedPage>): Archive {
  const byPath = new Map([...pages].map((page) => [page.path, page]))
  const byFingerprint = new Map<number, ArchivedPage[]>()
  for (const page of byPath.values()) {
    const issue = toIssue([{...page, tree: parsePage(page.source)}])
    for (const hash of new Set(createUse()(fingerprints, issue).hashes)) {
      const list = byFingerprint.get(hash)
      if (list) list.push(page)
      else byFingerprint.set(hash, [page])
    }
  }
  return {
    page: (path) => byPath.get(path),
    similar(asked, least) {
      const shared = new Map<ArchivedPage, number>()
      for (const hash of new Set(asked)) {
        for (const page of byFingerprint.get(hash) ?? []) shared.set(page, (shared.get(page) ?? 0) + 1)
      }
      return [...shared]
        .map(([page, count]): ArchiveMatch => ({page, shared: count}))
        .filter((match) => match.shared >= least)
        .sort((a, b) => b.shared - a.shared || (a.page.path < b.page.path ? -1 : 1))
    }
  }
}
