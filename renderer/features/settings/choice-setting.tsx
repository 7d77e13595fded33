import { Options, type Option } from '../../ui/options.tsx'
import { SettingRow, type SettingProps } from './setting-row.tsx'

type ChoiceSettingProps<T extends Option> = SettingProps & {
  value: T
  initial: T
  options: readonly T[]
  name: (option: T) => string
  /** What choosing an option means, where its name does not say it. */
  note?: (option: T) => string
  disabled?: (option: T) => boolean
  onChoose: (option: T) => void
}

/** One of a few. */
export function ChoiceSetting<T extends Option>(props: ChoiceSettingProps<T>) {
  const { id, title, explain, value, initial, options, name, note, disabled, onChoose } = props
  return (
    <SettingRow
      id={id}
      title={title}
      explain={explain}
      initial={name(initial)}
      untouched={value === initial}
      onReset={() => {
        onChoose(initial)
      }}
    >
      {(ids) => (
        <Options
          labelledBy={ids.title}
          describedBy={ids.explain}
          value={value}
          options={options}
          name={name}
          testId={id}
          onChoose={onChoose}
          {...(note === undefined ? {} : { note })}
          {...(disabled === undefined ? {} : { disabled })}
        />
      )}
    </SettingRow>
  )
}
