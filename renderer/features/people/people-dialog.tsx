import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AddPerson } from './add-person.tsx'
import { BadgeCard, type MadeBadge } from './badge-card.tsx'
import { PeopleNotice } from './people-notice.tsx'
import { PersonRow } from './person-row.tsx'
import { canLead, usePeople } from './use-people.ts'
import styles from './people-dialog.module.css'

/** Who packs at this desk, and how they sign in. */
export function PeopleDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { people, refresh } = usePeople()
  const [badge, setBadge] = useState<MadeBadge | null>(null)
  return (
    <Dialog title={t('people.title')} wide testId="people" onClose={onClose}>
      {badge === null ? (
        people === null ? (
          <p role="status">{t('people.loading')}</p>
        ) : (
          <PeopleList people={people} onBadge={setBadge} />
        )
      ) : (
        <BadgeCard
          badge={badge}
          onDone={() => {
            setBadge(null)
            refresh()
          }}
        />
      )}
    </Dialog>
  )
}

type PeopleListProps = { people: readonly PersonView[]; onBadge: (badge: MadeBadge) => void }

function PeopleList({ people, onBadge }: PeopleListProps) {
  const t = useText()
  const isLead = useSnapshot((snapshot) => snapshot.people.person?.role === 'lead')
  const [adding, setAdding] = useState(people.length === 0)
  const nobodyLeads = !canLead(people)
  const mayManage = isLead || nobodyLeads
  return (
    <>
      <p className={styles.explain}>{t('people.explain')}</p>
      {mayManage ? null : <p className={styles.leadOnly}>{t('people.leadOnly')}</p>}
      {nobodyLeads ? (
        <p className={styles.leadOnly} data-testid="people-no-lead">
          {t('people.noLead')}
        </p>
      ) : null}
      <PeopleNotice />
      {mayManage && adding ? (
        <AddPerson
          asLead={nobodyLeads}
          onDone={() => {
            setAdding(false)
          }}
        />
      ) : (
        <Button
          strong
          disabled={!mayManage}
          data-testid="people-add"
          onClick={() => {
            setAdding(true)
          }}
        >
          <UserPlus aria-hidden="true" />
          {t('people.add')}
        </Button>
      )}
      <ul className={styles.list}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} mayManage={mayManage} onBadge={onBadge} />
        ))}
      </ul>
    </>
  )
}
