import type { ComponentType } from 'react'
import type { DeskSettings, SettingsChange } from '../../../shared/contract/settings.ts'
import type { Text } from '../../i18n/text.ts'
import type { Option } from '../../ui/options.tsx'

/** What a description may go by. */
export type Facts = {
  settings: DeskSettings
  /** Somebody could sign in as a lead. */
  hasLead: boolean
}

/** The settings that are described by a row; those that take more than one control have a part of their own. */
type RowKey = Exclude<keyof DeskSettings, 'volume' | 'cues' | 'scanner' | 'boxTypes' | 'guideDone'>

type ChoiceKey = { [K in RowKey]: DeskSettings[K] extends Option ? K : never }[RowKey]

type Described<K extends RowKey = RowKey> = {
  /** Names the setting, its texts (`settings.<key>`, `settings.<key>.note`) and its row. */
  key: K
  /** In one sentence, what it does, where that goes by how the desk stands. */
  explain?: (facts: Facts, t: Text) => string
}

type ChoiceOption = {
  value: Option
  change: SettingsChange
  name: (t: Text) => string
  note?: (t: Text) => string
}

/** One of a few, all of them to be seen. */
export type ChoiceDescription = Described<ChoiceKey> & {
  kind: 'choice'
  options: (settings: DeskSettings) => readonly ChoiceOption[]
  disabled?: (value: Option, facts: Facts) => boolean
  /** Said aloud as soon as it is switched on. */
  sample?: (t: Text) => string
}

/** A whole number from 0 to `max`. */
type NumberDescription = Described & {
  kind: 'number'
  value: (settings: DeskSettings) => number
  change: (value: number) => SettingsChange
  max: number
  /** What is counted. */
  unit: (t: Text) => string
  /** What zero means. */
  zero: (t: Text) => string
}

/** A short text, empty in the beginning. */
type TextDescription = Described & {
  kind: 'text'
  value: (settings: DeskSettings) => string
  change: (value: string) => SettingsChange
  maxLength: number
}

/** A list of words, none in the beginning. */
type WordsDescription = Described & {
  kind: 'words'
  value: (settings: DeskSettings) => readonly string[]
  change: (value: string[]) => SettingsChange
}

export type SettingDescription = ChoiceDescription | NumberDescription | TextDescription | WordsDescription

/** A setting described, or what needs a part of its own. */
export type SettingsEntry = SettingDescription | { kind: 'part'; key: string; Part: ComponentType }

/** The options of a choice, each with the change that it makes. */
export const optionsOf = <T extends Option>(
  values: readonly T[],
  change: (value: T) => SettingsChange,
  name: (value: T, t: Text) => string,
  note?: (value: T, t: Text) => string,
): ChoiceOption[] =>
  values.map((value) => ({
    value,
    change: change(value),
    name: (t) => name(value, t),
    ...(note === undefined ? {} : { note: (t) => note(value, t) }),
  }))

/** On and off. */
export const onOff = (change: (on: boolean) => SettingsChange): ChoiceOption[] =>
  optionsOf([true, false], change, (on, t) => t(on ? 'settings.on' : 'settings.off'))
