import { LogOut } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in.module.css'

/** Signs out whoever is signed in, or lets the next one in. */
export function SignInDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { run } = useActions()
  const person = useSnapshot((snapshot) => snapshot.people.person)
  return (
    <Dialog title={t('signIn.dialog')} wide testId="sign-in" onClose={onClose}>
      {person === null ? (
        <p>{t('signIn.explain')}</p>
      ) : (
        <section className={styles.present}>
          <p>
            <strong>{person.name}</strong> {t(`people.role.${person.role}`)}
          </p>
          <Button
            strong
            data-testid="sign-out"
            {...firstFocus}
            onClick={() => {
              run('signOut', {})
            }}
          >
            <LogOut aria-hidden="true" />
            {t('signIn.out')}
          </Button>
          <h3>{t('signIn.other')}</h3>
        </section>
      )}
      <SignInForm last={null} />
    </Dialog>
  )
}
