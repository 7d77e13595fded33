import type { SettingsChange } from '../../../shared/contract/settings.ts'

/** What suits whoever sits at the desk, and changes nothing of how it packs. */
const own = new Set(['language', 'theme', 'zoom', 'volume', 'cues', 'speech', 'scanner', 'guideDone'])

/** Where packers sign in, how the desk packs is a lead's to set. */
export const mayChange = (
  changes: SettingsChange,
  people: { required: () => boolean; isLead: () => boolean },
): boolean => !people.required() || people.isLead() || Object.keys(changes).every((name) => own.has(name))
