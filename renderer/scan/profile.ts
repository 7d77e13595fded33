/** How one kind of scanner types, so that a scan can be told from a person's typing. Times in milliseconds. */
export type ScannerProfile = {
  /** Shorter runs of keys are never a scan. */
  minLength: number
  /** Two keys of one scan are at most this far apart. */
  maxGap: number
  /** Keys that come this fast on average are beyond any typist. */
  sureGap: number
  /** A run of at least four such fast keys may stumble once for this long and still be one scan. */
  hiccup: number
  /** In a text field, keys slower than `sureGap` must also be this even: longest minus shortest gap. */
  unevenness: number
  /** A run that begins this soon after another one broke off is the rest of it, not a code of its own. */
  brokenWithin: number
  /** In a text field, what comes this soon after other keys is their continuation unless it is faster than any typist. */
  typingPause: number
  /** Keys that end a scan. */
  endKeys: readonly ('Enter' | 'Tab')[]
  /** Without an end key: silence that ends a scan; null where the scanner always sends an end key. */
  endPause: number | null
  /** After a scan, further end keys are part of it for this long (CR followed by LF, Enter sent twice by an input method). */
  settle: number
  /** The scanner watches the Caps Lock light and turns Shift round for it. */
  followsCapsLock: boolean
}

/** Fits scanners as they leave the factory, from 2 to 100 ms a key, with Enter or Tab as suffix. */
export const defaultProfile: ScannerProfile = {
  minLength: 3,
  maxGap: 120,
  sureGap: 50,
  hiccup: 250,
  unevenness: 60,
  brokenWithin: 500,
  typingPause: 3000,
  endKeys: ['Enter', 'Tab'],
  endPause: null,
  settle: 120,
  followsCapsLock: false,
}
