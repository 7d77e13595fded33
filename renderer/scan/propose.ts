import {
  defaultProfile,
  scannerProfileSchema,
  type ScannerProfile,
} from '../../shared/domain/codes/scanner-profile.ts'
import type { Measured } from './measure.ts'

const inTens = (ms: number): number => Math.ceil(ms / 10) * 10

/** The profile that fits what was measured, or null where the scans do not go together: they are of two scanners. */
export function proposeProfile(measured: readonly Measured[]): ScannerProfile | null {
  const [first] = measured
  if (first === undefined) return null
  const layout = first.layouts.find((each) => measured.every(({ layouts }) => layouts.includes(each)))
  if (layout === undefined) return null
  const most = Math.max(...measured.map(({ gap }) => gap.most))
  const spread = Math.max(...measured.map(({ gap }) => gap.most - gap.least))
  const maxGap = Math.max(defaultProfile.maxGap, Math.min(1000, inTens(most * 1.5)))
  const ends = measured.every(({ end }) => end !== null)
  const gs = measured.flatMap((each) => each.gs ?? [])[0] ?? null
  const profile: ScannerProfile = {
    ...defaultProfile,
    layout,
    followsCapsLock: measured.some((each) => each.followsCapsLock),
    maxGap,
    hiccup: Math.max(defaultProfile.hiccup, maxGap),
    unevenness: Math.max(defaultProfile.unevenness, Math.min(1000, inTens(spread * 1.5))),
    endPause: ends ? null : Math.min(2000, Math.max(150, inTens(most * 3))),
    prefix: common(measured.map(({ prefix }) => prefix)),
    suffix: common(measured.map(({ suffix }) => suffix)),
    gsKey: gs?.kind === 'key' ? gs.key : null,
    gsText: gs?.kind === 'text' ? gs.text : '',
    sendsGs: gs !== null && gs.kind !== 'missing',
  }
  return scannerProfileSchema.safeParse(profile).success ? profile : null
}

/** What all scans have; '' where they differ. */
const common = (texts: readonly string[]): string => {
  const [first = ''] = texts
  return /^[\x20-\x7e]*$/.test(first) && texts.every((text) => text === first) ? first : ''
}
