/**
 * What has become of the database's file while the desk runs. gone: nothing is where it was opened · replaced: another file
 * is there · torn: it has been cut off, or what belongs with it, its write-ahead log say, is gone, another or cut off.
 */
export type HowLost = 'gone' | 'replaced' | 'torn'

/** Nothing is accepted or sent any more: what would be written goes into a file that nobody will open again. */
export type FileLostView = {
  how: HowLost
  since: number
  /** Where everything that was accepted has been copied to; null where no copy could be made so far. */
  copy: string | null
}
