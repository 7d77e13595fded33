import { NumberField } from '../../ui/number-field.tsx'
import { SettingRow, type SettingProps } from './setting-row.tsx'

type NumberSettingProps = SettingProps & {
  value: number
  initial: number
  max: number
  /** What is counted, for behind the field. */
  unit: string
  /** What zero, the least, means. */
  zero: string
  onChoose: (value: number) => void
}

/** A whole number from 0 to `max`. */
export function NumberSetting(props: NumberSettingProps) {
  const { id, title, explain, value, initial, max, unit, zero, onChoose } = props
  return (
    <SettingRow
      id={id}
      title={title}
      explain={explain}
      initial={initial === 0 ? zero : `${String(initial)}${unit}`}
      untouched={value === initial}
      onReset={() => {
        onChoose(initial)
      }}
    >
      {(ids) => (
        <NumberField
          label={title}
          value={value}
          max={max}
          unit={unit}
          meaning={(number) => (number === 0 ? zero : null)}
          describedBy={ids.explain}
          testId={id}
          onNumber={onChoose}
        />
      )}
    </SettingRow>
  )
}
