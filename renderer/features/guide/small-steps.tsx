import { ScanLine, Users } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { LanguageChoice } from '../settings/language-choice.tsx'
import styles from './guide.module.css'

export function LanguageStep() {
  return (
    <div className={styles.language}>
      <LanguageChoice />
    </div>
  )
}

export function ScannerStep() {
  const t = useText()
  const { openDialog } = useActions()
  return (
    <Button
      data-testid="guide-scanner"
      onClick={() => {
        openDialog('scannerCheck')
      }}
    >
      <ScanLine aria-hidden="true" />
      {t('guide.scanner.check')}
    </Button>
  )
}

export function PeopleStep() {
  const t = useText()
  const { openDialog } = useActions()
  const count = useSnapshot((snapshot) => snapshot.people.people)
  return (
    <>
      {count === 0 ? null : <p>{t('guide.people.count', { count })}</p>}
      <Button
        data-testid="guide-people"
        onClick={() => {
          openDialog('people')
        }}
      >
        <Users aria-hidden="true" />
        {t('guide.people.open')}
      </Button>
    </>
  )
}
