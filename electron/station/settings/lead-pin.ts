import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Pace, Random } from '../ports.ts'
import { hashPin } from '../people/pin.ts'
import { createPinGuard } from '../people/pin-guard.ts'
import type { SettingsTable } from './settings-table.ts'

/** The one PIN with which a lead allows something at the desk without signing in. */
export function createLeadPin(settings: SettingsTable, pace: Pace, random: Random) {
  const guard = createPinGuard(pace)
  return {
    isSet: (): boolean => settings.get().pin !== null,
    /** What is wrong with a PIN; null for the lead's. */
    problemOf: (pin: string) => guard(pin, settings.get().pin),
    /** Sets it; where there is one, the present one is asked for. */
    change(current: string, next: string): Answer {
      const { pin } = settings.get()
      const problem = pin === null ? null : guard(current, pin)
      if (problem !== null) return { ok: false, said: problem }
      settings.change({ pin: hashPin(next, random) })
      return { ok: true, said: { kind: 'pinSet' } }
    },
  }
}

export type LeadPin = ReturnType<typeof createLeadPin>
