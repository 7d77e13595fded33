import { IdCard, KeyRound, ShieldCheck, UserRound, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import type { MadeBadge } from './badge-card.tsx'
import { EditPerson } from './edit-person.tsx'
import { MakeBadge } from './make-badge.tsx'
import styles from './people-dialog.module.css'

type PersonRowProps = { person: PersonView; mayManage: boolean; onBadge: (badge: MadeBadge) => void }

/** A person with what they are here and how they sign in, and what can be changed of it. */
export function PersonRow({ person, mayManage, onBadge }: PersonRowProps) {
  const t = useText()
  const [open, setOpen] = useState<'edit' | 'badge' | null>(null)
  const { id, name, role, active, hasPin, hasBadge } = person
  const Icon = !active ? UserRoundX : role === 'lead' ? ShieldCheck : UserRound
  const close = (): void => {
    setOpen(null)
  }
  return (
    <li className={active ? styles.row : `${styles.row} ${styles.gone}`} data-testid={`person-${String(id)}`}>
      <div className={styles.line}>
        <Icon aria-hidden="true" />
        <p className={styles.who}>
          <strong>{name}</strong>
          <span>{active ? t(`people.role.${role}`) : t('people.inactive')}</span>
        </p>
        <p className={styles.mark}>
          <KeyRound aria-hidden="true" />
          {t(hasPin ? 'people.hasPin' : 'people.noPin')}
        </p>
        <p className={styles.mark}>
          <IdCard aria-hidden="true" />
          {t(hasBadge ? 'people.hasBadge' : 'people.noBadge')}
        </p>
        <Button
          disabled={!mayManage}
          aria-expanded={open === 'edit'}
          aria-label={t('people.editOf', { name })}
          data-testid={`person-edit-${String(id)}`}
          onClick={() => {
            setOpen(open === 'edit' ? null : 'edit')
          }}
        >
          {t('people.edit')}
        </Button>
        <Button
          disabled={!mayManage || !active}
          aria-expanded={open === 'badge'}
          aria-label={t('people.badgeOf', { name })}
          data-testid={`person-badge-${String(id)}`}
          onClick={() => {
            setOpen(open === 'badge' ? null : 'badge')
          }}
        >
          {t('people.badge')}
        </Button>
      </div>
      {open === 'edit' ? <EditPerson person={person} onDone={close} /> : null}
      {open === 'badge' ? <MakeBadge person={person} onBadge={onBadge} onCancel={close} /> : null}
    </li>
  )
}
