import type { ScannerProfile } from '../../shared/domain/codes/scanner-profile.ts'
import { settleAccents } from './layouts.ts'
import { GS } from './meaning.ts'

const aim = /^\][A-Za-z]\d/

/**
 * The code in what a scanner typed: without the profile's prefix and suffix, with its stand-in for GS turned back, and
 * with the AIM identifier left where it is. A code without the prefix or suffix is another scanner's: it stays whole.
 */
export function readRun({ prefix, suffix, gsText }: ScannerProfile, run: string): string {
  const typed = settleAccents(run)
  const identifier = aim.exec(typed)?.[0] ?? ''
  const rest = typed.slice(identifier.length)
  const bare =
    prefix !== '' && typed.startsWith(prefix)
      ? typed.slice(prefix.length)
      : prefix !== '' && rest.startsWith(prefix)
        ? identifier + rest.slice(prefix.length)
        : typed
  const code = suffix !== '' && bare.endsWith(suffix) ? bare.slice(0, -suffix.length) : bare
  if (code === '' || code === identifier) return typed
  return gsText === '' ? code : code.replaceAll(gsText, GS)
}
