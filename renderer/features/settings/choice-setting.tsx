import { Check } from 'lucide-react'
import { SettingRow, type SettingProps } from './setting-row.tsx'
import styles from './settings.module.css'

type Option = string | number | boolean

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

/** One of a few, all of them to be seen; the chosen one is marked by a tick and pressed for those who cannot see it. */
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
        <div
          role="group"
          aria-labelledby={ids.title}
          aria-describedby={ids.explain}
          className={note === undefined ? styles.options : styles.explained}
        >
          {options.map((option) => (
            <button
              key={String(option)}
              type="button"
              className={styles.option}
              aria-pressed={value === option}
              disabled={disabled?.(option) ?? false}
              data-testid={`${id}-${String(option)}`}
              onClick={() => {
                if (option !== value) onChoose(option)
              }}
            >
              <Check aria-hidden="true" size={20} />
              <span>
                <strong>{name(option)}</strong>
                {note === undefined ? null : <span className={styles.optionNote}>{note(option)}</span>}
              </span>
            </button>
          ))}
        </div>
      )}
    </SettingRow>
  )
}
