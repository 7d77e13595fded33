import { longestPin, roles, type Role } from '../../../shared/contract/people.ts'
import { useText } from '../../i18n/language.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { isPinText, onlyDigits } from './pin-text.ts'
import styles from './people-dialog.module.css'

/** What a form knows of a person so far. */
export type PersonDraft = { name: string; role: Role; pin: string }

type PersonFieldsProps = {
  draft: PersonDraft
  roles?: readonly Role[]
  pinLabel: string
  onChange: (draft: PersonDraft) => void
}

/** Name, role and PIN, and what is wrong with the PIN as it is typed. */
export function PersonFields({ draft, roles: offered = roles, pinLabel, onChange }: PersonFieldsProps) {
  const t = useText()
  const { name, role, pin } = draft
  return (
    <>
      <div className={styles.fields}>
        <Field
          label={t('people.name')}
          testId="person-name"
          autoFocus
          maxLength={40}
          value={name}
          onText={(text) => {
            onChange({ ...draft, name: text })
          }}
        />
        <Choice
          label={t('people.role')}
          testId="person-role"
          value={role}
          options={offered}
          name={(option) => t(`people.role.${option}`)}
          onChoose={(chosen) => {
            onChange({ ...draft, role: chosen })
          }}
        />
        <PinField
          label={pinLabel}
          testId="person-pin"
          maxLength={longestPin}
          value={pin}
          onText={(text) => {
            onChange({ ...draft, pin: onlyDigits(text) })
          }}
        />
      </div>
      <p className={styles.note}>
        {t(pin !== '' && !isPinText(pin) ? 'people.pinShort' : 'people.pin.note')}
      </p>
    </>
  )
}
