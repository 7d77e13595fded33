import type { Input } from '../../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { People } from '../people/people.ts'
import type { CourierTable } from './courier-table.ts'
import type { LeadPin } from './lead-pin.ts'
import { mayChange } from './may-change.ts'
import type { SettingsTable } from './settings-table.ts'

export type SettingsParts = {
  settings: SettingsTable
  leadPin: LeadPin
  couriers: CourierTable
  people: Pick<People, 'required' | 'isLead'>
  changed: () => StationSnapshot
  /** Shows the answer to something the packer did. */
  answered: (answer: Answer) => StationSnapshot
}

/** How the desk is set, as methods of the contract. */
export function createSettingsMethods({
  settings,
  leadPin,
  couriers,
  people,
  changed,
  answered,
}: SettingsParts) {
  return {
    changeSettings(changes: Input<'changeSettings'>): StationSnapshot {
      if (!mayChange(changes, people)) return answered({ ok: false, said: { kind: 'leadOnly' } })
      settings.change(changes)
      return changed()
    },
    chooseCourier(input: Input<'chooseCourier'>): StationSnapshot {
      if (couriers.list().some(({ idx }) => idx === input.courierIdx)) settings.change(input)
      return changed()
    },
    /** Where packers sign in the first PIN is a lead's to set: it opens what is kept for leads. */
    setPin({ current, next }: Input<'setPin'>): StationSnapshot {
      const mayBegin = leadPin.isSet() || !people.required() || people.isLead()
      return answered(mayBegin ? leadPin.change(current, next) : { ok: false, said: { kind: 'leadOnly' } })
    },
  }
}
