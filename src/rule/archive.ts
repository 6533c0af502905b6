/** A page printed before. */
export interface ArchivedPage {
  readonly path: string
  readonly source: string
}

/** A page that shares fingerprints with what was asked for. */
export interface ArchiveMatch {
  readonly page: ArchivedPage
  /** How many of the fingerprints asked for it has. */
  readonly shared: number
}

/** What has been printed before, asked by fingerprint so that it may be as large as it likes. */
export interface Archive {
  /** The pages that have at least `least` of the fingerprints (see the `fingerprints` analysis), most shared first. */
  similar(fingerprints: Iterable<number>, least: number): readonly ArchiveMatch[]
  /** A page by its path. */
  page(path: string): ArchivedPage | undefined
}
