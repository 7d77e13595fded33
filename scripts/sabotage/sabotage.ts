/** A deliberate bug: one exact text, somewhere within a folder, replaced by another. */
export interface Sabotage {
  readonly name: string
  /** What the bug does, in one sentence. */
  readonly what: string
  /** The folder (or file) that has the text exactly once, from the repository's folder. */
  readonly within: string
  readonly find: string
  readonly replace: string
  /** The test files that are to catch it. */
  readonly tests: readonly string[]
}
