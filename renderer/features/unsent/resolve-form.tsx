import { useState } from 'react'
import type { UnsentRow } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { unsentName } from './unsent-words.ts'
import styles from './unsent-dialog.module.css'

/** How a person closes a box that the store is not to be told of any more. */
export type Resolution = 'handedOver' | 'discarded'

const longestReason = 200

type ResolveFormProps = { row: UnsentRow; how: Resolution; onDone: () => void }

/**
 * Asks for what has to be known before a box leaves the outbox by hand: who, why, and the supervisor's PIN; handing over
 * goes without one where none has been set, which the station knows.
 */
export function ResolveForm({ row, how, onDone }: ResolveFormProps) {
  const { seq } = row
  const t = useText()
  const { run } = useActions()
  const [who, setWho] = useState('')
  const [why, setWhy] = useState('')
  const [pin, setPin] = useState('')
  const reason = `${who.trim()}: ${why.trim()}`
  const mayLackPin = how === 'handedOver'
  const complete =
    who.trim() !== '' && why.trim() !== '' && (pin !== '' || mayLackPin) && reason.length <= longestReason
  return (
    <form
      className={styles.resolve}
      aria-label={t(`unsent.${how}.box`, { what: unsentName(row, t) })}
      data-testid={`resolve-${String(seq)}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!complete) return
        run('resolveByHand', { seq, how, reason, pin })
        onDone()
      }}
    >
      <p className={styles.warning}>{t(`unsent.${how}.note`)}</p>
      <div className={styles.resolveFields}>
        <Field
          label={t(`unsent.${how}.who`)}
          testId="resolve-who"
          maxLength={40}
          value={who}
          autoFocus
          onText={setWho}
        />
        <Field
          label={t('unsent.reason')}
          testId="resolve-reason"
          maxLength={150}
          value={why}
          onText={setWhy}
        />
        <Field
          label={mayLackPin ? t('unsent.pinIfSet') : t('unsent.pin')}
          testId="resolve-pin"
          type="password"
          inputMode="numeric"
          maxLength={32}
          value={pin}
          onText={setPin}
        />
      </div>
      <div className={styles.resolveButtons}>
        <Button data-testid="resolve-cancel" onClick={onDone}>
          {t('unsent.back')}
        </Button>
        <Button strong type="submit" data-testid="resolve-confirm" disabled={!complete}>
          {t(`unsent.${how}.confirm`)}
        </Button>
      </div>
    </form>
  )
}
