import { useState } from 'react'
import { useActions, useText } from '../../app/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './settings-dialog.module.css'

/** Sets the PIN that giving up a box needs; the desk's answer says whether it was taken. */
export function PinForm() {
  const t = useText()
  const { run } = useActions()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const complete = /^\d{4,8}$/.test(next)
  return (
    <section className={styles.row}>
      <h3>{t('pin.title')}</h3>
      <p className={styles.note}>{t('pin.explain')}</p>
      <form
        className={styles.pin}
        onSubmit={(event) => {
          event.preventDefault()
          if (!complete) return
          run('setPin', { current, next })
          setCurrent('')
          setNext('')
        }}
      >
        <Field
          label={t('pin.current')}
          testId="pin-current"
          type="password"
          inputMode="numeric"
          maxLength={32}
          value={current}
          onText={setCurrent}
        />
        <Field
          label={t('pin.next')}
          testId="pin-next"
          type="password"
          inputMode="numeric"
          maxLength={8}
          value={next}
          onText={setNext}
        />
        <Button type="submit" data-testid="pin-set" disabled={!complete}>
          {t('pin.set')}
        </Button>
      </form>
    </section>
  )
}
