import { z } from 'zod'

/** The countries' keyboards that scanners can be set to type like. */
export const scannerLayouts = ['us', 'uk', 'fr', 'de', 'jp'] as const

/** How one kind of scanner types, so that a scan can be told from a person's typing. Times in milliseconds. */
export const scannerProfileSchema = z.object({
  /** Shorter runs of keys are never a scan. */
  minLength: z.number().int().min(1).max(20),
  /** Two keys of one scan are at most this far apart. */
  maxGap: z.number().min(10).max(1000),
  /** Keys that come this fast on average are beyond any typist. */
  sureGap: z.number().min(5).max(500),
  /** A run of at least four such fast keys may stumble once for this long and still be one scan. */
  hiccup: z.number().min(0).max(2000),
  /** In a text field, keys slower than `sureGap` must also be this even: longest minus shortest gap. */
  unevenness: z.number().min(0).max(1000),
  /** A run that begins this soon after another one broke off is the rest of it, not a code of its own. */
  brokenWithin: z.number().min(0).max(5000),
  /** In a text field, what comes this soon after other keys is their continuation unless it is faster than any typist. */
  typingPause: z.number().min(0).max(10_000),
  /** Keys that end a scan. */
  endKeys: z.array(z.enum(['Enter', 'Tab'])),
  /** Without an end key: silence that ends a scan; null where the scanner always sends an end key. */
  endPause: z.number().min(20).max(2000).nullable(),
  /** After a scan, further end keys are part of it for this long (CR followed by LF, Enter sent twice by an input method). */
  settle: z.number().min(0).max(1000),
  /** The scanner watches the Caps Lock light and turns Shift round for it. */
  followsCapsLock: z.boolean(),
  /** The keyboard the scanner thinks it is plugged in as: what each of its physical keys stands for. */
  layout: z.enum(scannerLayouts),
  /** Characters the scanner puts before and after every code; taken off again. */
  prefix: z.string().max(8),
  suffix: z.string().max(8),
  /**
   * The key by which the scanner sends GS (U+001D, the FNC1 between two fields of a GS1 code), where it sends neither
   * Ctrl+] nor Alt+029, which are understood from any scanner.
   */
  gsKey: z
    .string()
    .regex(/^(F([1-9]|1[0-9]|2[0-4])|Arrow(Up|Down|Left|Right)|Escape|Insert|Delete|Home|End|Page(Up|Down))$/)
    .nullable(),
  /** Characters that the scanner was set to send in GS's place; '' for none. */
  gsText: z.string().max(8),
  /** The scanner check has seen it send GS: a GS1 code that comes without one has none to send. */
  sendsGs: z.boolean(),
})

export type ScannerProfile = z.infer<typeof scannerProfileSchema>

/** Fits scanners as they leave the factory, from 2 to 100 ms a key, with Enter or Tab as suffix. */
export const defaultProfile: ScannerProfile = {
  minLength: 3,
  maxGap: 120,
  sureGap: 50,
  hiccup: 250,
  unevenness: 60,
  brokenWithin: 1000,
  typingPause: 3000,
  endKeys: ['Enter', 'Tab'],
  endPause: null,
  settle: 120,
  followsCapsLock: false,
  layout: 'us',
  prefix: '',
  suffix: '',
  gsKey: null,
  gsText: '',
  sendsGs: false,
}
