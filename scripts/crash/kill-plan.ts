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

/** So many kills, every kind in turn, from outside while scanning twice as often. */
export function planKills(count: number, dice: Dice): KillPlan[] {
  const round: readonly KillKind[] = [...killKinds, 'scanning', 'telling']
  return Array.from({ length: count }, (_, index) =>
    planKill(round[index % round.length] ?? 'scanning', dice),
  )
}

/** PACKDESK_CRASH_AT for a plan; null where the kill comes from outside. */
export const crashAtOf = (plan: KillPlan): string | null =>
  'time' in plan ? `${plan.kind}:${String(plan.time)}` : null

/** Whether the process is to die while telling the store of a box: then boxes are given time to get there. */
export const isAboutSending = ({ kind }: KillPlan): boolean =>
  kind === 'beforeSend' || kind === 'afterSend' || kind === 'beforeRecord'
