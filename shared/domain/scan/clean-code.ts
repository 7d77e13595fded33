/** A code longer than this is two scans run together or a broken reader, not a label. */
const longestCode = 128

export type CleanCode = { ok: true; code: string } | { ok: false; why: 'empty' | 'tooLong' | 'mangled' }

/**
 * A scanned or typed code without the blanks and line ends around it and without its AIM identifier (`]C1`).
 * Characters that no label carries (control characters, Hangul from an active input method, replacement marks) make
 * it `mangled`: it is refused rather than guessed.
 */
export function cleanCode(raw: string): CleanCode {
  const code = raw.trim().replace(/^\][A-Za-z]\d/, '')
  if (code === '') return { ok: false, why: 'empty' }
  if (code.length > longestCode) return { ok: false, why: 'tooLong' }
  return /^[\x20-\x7e]+$/.test(code) ? { ok: true, code } : { ok: false, why: 'mangled' }
}
