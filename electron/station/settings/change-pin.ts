import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Random } from '../ports.ts'
import { hashPin, isPin } from './pin.ts'
import type { SettingsTable } from './settings-table.ts'

/** Sets the lead's PIN; where there is one, the present one is asked for. */
export function changePin(settings: SettingsTable, random: Random, current: string, next: string): Answer {
  const { pin } = settings.get()
  if (pin !== null && !isPin(current, pin)) return { ok: false, said: { kind: 'wrongPin' } }
  settings.change({ pin: hashPin(next, random) })
  return { ok: true, said: { kind: 'pinSet' } }
}
