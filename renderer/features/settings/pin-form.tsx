import { useState } from 'react'
import { longestPin } from '../../../shared/contract/people.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { messageOf } from '../answers/message.ts'
import { isPinText } from '../people/pin-text.ts'
import styles from './settings.module.css'

/** Sets the PIN with which a lead allows something without signing in; the desk's answer says whether it was taken. */
export function PinForm() {
  const t = useText()
  const language = useLanguage()
  const { tell } = useActions()
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const complete = isPinText(next)
  return (
    <section className={styles.row}>
      <h3>{t('pin.title')}</h3>
      <p className={styles.note}>{t('pin.explain')}</p>
      <form
        className={styles.pin}
        onSubmit={(event) => {
          event.preventDefault()
          if (!complete) return
          void tell('setPin', { current, next }).then((shown) => {
            const answer = shown?.lastScan?.answer
            if (answer === undefined) return
            const { title, detail } = messageOf(answer, t, language)
            setSaid({ ok: answer.ok, text: `${title} — ${detail}` })
          })
          setCurrent('')
          setNext('')
        }}
      >
        <PinField label={t('pin.current')} testId="pin-current" value={current} onText={setCurrent} />
        <PinField
          label={t('pin.next')}
          testId="pin-next"
          maxLength={longestPin}
          value={next}
          onText={setNext}
        />
        <Button type="submit" data-testid="pin-set" disabled={!complete}>
          {t('pin.set')}
        </Button>
      </form>
      <p
        role="status"
        className={said === null ? '' : styles[said.ok ? 'done' : 'refused']}
        data-testid="pin-notice"
      >
        {said?.text}
      </p>
    </section>
  )
}
