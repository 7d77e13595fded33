import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { manualCodeId, shortcuts } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import styles from './manual-code.module.css'

/** For a barcode that will not read: what is typed here goes the way of a scan. */
export function ManualCode() {
  const t = useText()
  const { scan } = useActions()
  const [code, setCode] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() === '') return
        scan(code)
        setCode('')
      }}
    >
      <label htmlFor={manualCodeId}>
        <Keyboard aria-hidden="true" />
        {t('manual.label')}
        <Keycap>{shortcuts.typeCode}</Keycap>
      </label>
      <input
        id={manualCodeId}
        data-testid="manual-code"
        value={code}
        placeholder={t('manual.placeholder')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={128}
        aria-keyshortcuts={shortcuts.typeCode}
        onChange={(event) => {
          setCode(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setCode('')
          event.currentTarget.blur()
        }}
      />
      <Button type="submit">{t('manual.send')}</Button>
    </form>
  )
}
