/**
 * Ends the process when all is done. Node would end by itself, but first clear up what V8 is still busy with in other threads: a tenth
 * of the time of a run on one page. Where anything is left to be done or to be written, by a plugin or to a slow reader, it takes that way.
 */
export function leave(): void {
  // errors of what was written last, and what nobody has waited for, are told before
  setImmediate(() => {
    const left = process.getActiveResourcesInfo()
    // pipes and terminals that we have written to stay open
    const idle = left.length <= 2 && left.every((it) => it === 'PipeWrap' || it === 'TTYWrap')
    const written = process.stdout.writableLength === 0 && process.stderr.writableLength === 0
    if (idle && written && process.listenerCount('beforeExit') === 0) process.exit()
  })
}
