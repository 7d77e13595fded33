import type { ScannerProfile } from '../../shared/domain/scan/scanner-profile.ts'

/** A run of keys in one rhythm. The gaps leave out stumbles, so that one stumble does not hide the rhythm. */
export type Burst = {
  text: string
  lastAt: number
  gaps: number
  gapSum: number
  gapMin: number
  gapMax: number
  /** Nothing was typed for a while before it. */
  fresh: boolean
  /** Another run broke off just before this one, and this is what it had typed. */
  rest: string | null
}

export const startBurst = (text: string, time: number, fresh: boolean, rest: string | null): Burst => ({
  text,
  lastAt: time,
  gaps: 0,
  gapSum: 0,
  gapMin: Infinity,
  gapMax: 0,
  fresh,
  rest,
})

const isSure = (burst: Burst, profile: ScannerProfile): boolean =>
  burst.gaps > 0 && burst.gapSum / burst.gaps <= profile.sureGap

/** Whether a key at `time` still belongs to the run. */
export function follows(burst: Burst, time: number, profile: ScannerProfile): boolean {
  const gap = time - burst.lastAt
  if (gap < 0) return false
  return gap <= profile.maxGap || (gap <= profile.hiccup && burst.text.length >= 4 && isSure(burst, profile))
}

export function extend(burst: Burst, char: string, time: number, profile: ScannerProfile): Burst {
  const gap = time - burst.lastAt
  const grown = { ...burst, text: burst.text + char, lastAt: time }
  if (gap > profile.maxGap) return grown
  return {
    ...grown,
    gaps: burst.gaps + 1,
    gapSum: burst.gapSum + gap,
    gapMin: Math.min(burst.gapMin, gap),
    gapMax: Math.max(burst.gapMax, gap),
  }
}

/**
 * What the run says as a scan, or null where it is typing. A scan that broke off and went on is given back with U+FFFD
 * at the break: the station refuses such a code as mangled, whereas its second half alone might be another product.
 */
export function scanIn(
  burst: Burst,
  inField: boolean,
  ended: 'key' | 'pause',
  profile: ScannerProfile,
): string | null {
  const { text, rest } = burst
  const whole = rest === null ? text : `${rest}\uFFFD${text}`
  if (!inField) return text.length >= profile.minLength ? whole : null
  if (text.length < profile.minLength || rest !== null) return null
  if (isSure(burst, profile)) return text
  return ended === 'key' && burst.fresh && burst.gapMax - burst.gapMin <= profile.unevenness ? text : null
}
