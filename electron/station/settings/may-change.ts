import { isOwnSetting, type SettingsChange } from '../../../shared/contract/settings.ts'

/** Where packers sign in, how the desk packs is a lead's to set. */
export const mayChange = (
  changes: SettingsChange,
  people: { required: () => boolean; isLead: () => boolean },
): boolean => !people.required() || people.isLead() || Object.keys(changes).every(isOwnSetting)
