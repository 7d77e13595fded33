import { useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { SettingRow, type SettingProps } from './setting-row.tsx'
import styles from './settings.module.css'

type TextSettingProps = SettingProps & { value: string; maxLength: number; onChoose: (value: string) => void }

/** A short text, empty in the beginning; taken over with Enter or by leaving the field. */
export function TextSetting({ id, title, explain, value, maxLength, onChoose }: TextSettingProps) {
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const take = (): void => {
    const text = (draft ?? value).trim()
    setDraft(null)
    if (text !== value) onChoose(text)
  }
  return (
    <SettingRow
      id={id}
      title={title}
      explain={explain}
      initial={t('settings.none')}
      untouched={value === ''}
      onReset={() => {
        setDraft(null)
        onChoose('')
      }}
    >
      {(ids) => (
        <form
          className={styles.number}
          onSubmit={(event) => {
            event.preventDefault()
            take()
          }}
        >
          <input
            type="text"
            className={styles.text}
            autoComplete="off"
            spellCheck={false}
            maxLength={maxLength}
            aria-label={title}
            aria-describedby={ids.explain}
            data-testid={id}
            value={draft ?? value}
            onChange={(event) => {
              setDraft(event.target.value)
            }}
            onBlur={take}
          />
        </form>
      )}
    </SettingRow>
  )
}
