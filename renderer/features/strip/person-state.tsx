import { UserRound, UserRoundX } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import styles from './strip.module.css'

/** Who is signed in, where people are known at all; leads to signing out and in. */
export function PersonState() {
  const t = useText()
  const { openDialog } = useActions()
  const { person, people } = useSnapshot((snapshot) => snapshot.people)
  if (people === 0 && person === null) return null
  const Icon = person === null ? UserRoundX : UserRound
  return (
    <button
      type="button"
      className={`${styles.part} ${styles.press} ${styles.person}`}
      data-testid="strip-person"
      data-person={person?.id ?? ''}
      onClick={() => {
        openDialog('signIn')
      }}
    >
      <Icon aria-hidden="true" />
      <span>
        <strong>{person?.name ?? t('signIn.nobody')}</strong>
        <span className={styles.note}>{person === null ? t('signIn.in') : t('signIn.out')}</span>
      </span>
    </button>
  )
}
