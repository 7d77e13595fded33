import type { CrashPoint } from '../../electron/station/ports.ts'
import type { Dice } from './dice.ts'

/** How one life of the app is to end. Times are milliseconds. */
export type KillPlan =
  /** By its own hand, the nth time it reaches a crash point. */
  | { readonly kind: CrashPoint; readonly time: number }
  /** From outside, so long after the packer began its nth action. */
  | { readonly kind: 'scanning'; readonly action: number; readonly afterMs: number }
  /** From outside, so long after the nth box was sealed: while the store is being told. */
  | { readonly kind: 'telling'; readonly seals: number; readonly afterMs: number }
  /** From outside, so long after the process was started. */
  | { readonly kind: 'starting'; readonly afterMs: number }

export type KillKind = KillPlan['kind']

export const killKinds: readonly KillKind[] = [
  'beforeCommit',
  'afterCommit',
  'beforeSend',
  'afterSend',
  'beforeRecord',
  'scanning',
  'telling',
  'starting',
]

/** What else goes wrong around one life of the app. */
type Mishap =
  /** Before it starts, the database is put back as it was so many kills ago, or the nearest before that shows as older. */
  | { readonly kind: 'oldFile'; readonly back: number }
  /** Its clock is set so far ahead of the others', or back. */
  | { readonly kind: 'wrongClock'; readonly aheadMs: number }
  /** The disk is full from the nth action on, until so many scans have been refused. */
  | { readonly kind: 'fullDisk'; readonly action: number; readonly refusals: number }
  /** A second desk packs at the same store meanwhile, and is killed as well. */
  | { readonly kind: 'secondDesk'; readonly kill: KillPlan }

export type MishapKind = Mishap['kind']

export const mishapKinds: readonly MishapKind[] = ['oldFile', 'wrongClock', 'fullDisk', 'secondDesk']

/** How one life of the app is to end, and what else goes wrong around it. */
export type LifePlan = KillPlan & { readonly mishap?: Mishap }

/** A kill of the given kind, at a moment that the dice choose. */
function planKill(kind: KillKind, dice: Dice): KillPlan {
  switch (kind) {
    case 'beforeCommit':
    case 'afterCommit':
      return { kind, time: dice.between(1, 15) }
    case 'beforeSend':
    case 'afterSend':
    case 'beforeRecord':
      return { kind, time: dice.between(1, 4) }
    case 'scanning':
      return { kind, action: dice.between(1, 15), afterMs: dice.between(0, 40) }
    case 'telling':
      return { kind, seals: dice.between(1, 2), afterMs: dice.between(0, 600) }
    case 'starting':
      return { kind, afterMs: dice.between(200, 2_500) }
  }
}

const hourMs = 3_600_000

function planMishap(kind: MishapKind, dice: Dice): Mishap {
  switch (kind) {
    case 'oldFile':
      return { kind, back: dice.between(1, 4) }
    case 'wrongClock':
      return { kind, aheadMs: (dice.pick([3, -3, -400 * 24, 400 * 24]) ?? 3) * hourMs }
    case 'fullDisk':
      return { kind, action: dice.between(1, 3), refusals: dice.between(1, 3) }
    case 'secondDesk':
      return { kind, kill: planKill(dice.pick(killKinds) ?? 'scanning', dice) }
  }
}

/** So many kills, every kind in turn, from outside while scanning twice as often; something else goes wrong around half of them. */
export function planKills(count: number, dice: Dice): LifePlan[] {
  const round: readonly KillKind[] = [...killKinds, 'scanning', 'telling']
  const kills = Array.from({ length: count }, (_, index) =>
    planKill(round[index % round.length] ?? 'scanning', dice),
  )
  return kills.map((kill) => {
    const kind = dice.chance(0.5) ? dice.pick(mishapKinds) : null
    return kind === null ? kill : { ...kill, mishap: planMishap(kind, dice) }
  })
}

/** PACKDESK_CRASH_AT for a plan; null where the kill comes from outside. */
export const crashAtOf = (plan: KillPlan): string | null =>
  'time' in plan ? `${plan.kind}:${String(plan.time)}` : null

/** Whether the process is to die while telling the store of a box: then boxes are given time to get there. */
export const isAboutSending = ({ kind }: KillPlan): boolean =>
  kind === 'beforeSend' || kind === 'afterSend' || kind === 'beforeRecord'
