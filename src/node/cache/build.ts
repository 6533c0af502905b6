/** What the bundler puts in: the digest of all sources that copylint is built of. */
declare const COPYLINT_BUILD: string | undefined

/** Which rules, parsers and words these are; absent where copylint runs from its sources, which may change any time. */
export const build = typeof COPYLINT_BUILD === 'undefined' ? undefined : COPYLINT_BUILD
