import { useId, useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { SettingRow, type SettingProps } from './setting-row.tsx'
import styles from './settings.module.css'

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

/** A whole number from 0 to `max`, taken over with Enter or by leaving the field; anything else is said to be wrong. */
export function NumberSetting(props: NumberSettingProps) {
  const { id, title, explain, value, initial, max, unit, zero, onChoose } = props
  const t = useText()
  const problemId = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const typed = draft === null ? value : wholeUpTo(draft, max)
  const take = (): void => {
    if (typed === null) return
    setDraft(null)
    if (typed !== value) onChoose(typed)
  }
  return (
    <SettingRow
      id={id}
      title={title}
      explain={explain}
      initial={initial === 0 ? zero : `${String(initial)}${unit}`}
      untouched={value === initial}
      onReset={() => {
        setDraft(null)
        onChoose(initial)
      }}
    >
      {(ids) => (
        <form
          className={styles.number}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            take()
          }}
        >
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            aria-label={title}
            aria-describedby={typed === null ? problemId : ids.explain}
            aria-invalid={typed === null}
            data-testid={id}
            value={draft ?? String(value)}
            onChange={(event) => {
              setDraft(event.target.value)
            }}
            onBlur={take}
          />
          <span>{unit}</span>
          {typed === 0 ? <span className={styles.zero}>{zero}</span> : null}
          <p id={problemId} role="alert" className={styles.problem} data-testid={`${id}-problem`}>
            {typed === null ? t('settings.range', { max }) : null}
          </p>
        </form>
      )}
    </SettingRow>
  )
}

/** Null where the text is no whole number from 0 to `max`. */
export function wholeUpTo(text: string, max: number): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
  return value === null || value > max ? null : value
}
