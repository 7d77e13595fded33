import { dayAndTime, listOf } from '../../i18n/format.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { GoOnForm } from './go-on-form.tsx'
import styles from './doubt.module.css'

/** The most orders named one by one. */
const named = 50

/** What is missing of the desk's data, what only the store knows of, and going on from there. */
export function DoubtDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const { openDialog } = useActions()
  const doubt = useSnapshot((snapshot) => snapshot.doubt)
  const needsPerson = useSnapshot((snapshot) => snapshot.outbox.needsPerson)
  if (doubt === null) return null
  const { kind, lastAt, missing, read, isRead, onlyAtStore } = doubt
  const left = onlyAtStore.length - named
  return (
    <Dialog title={t('doubt.title')} wide testId="doubt-dialog" onClose={onClose}>
      <p className={styles.strong}>{t(`doubt.why.${kind}`)}</p>
      <ul className={styles.facts}>
        <li data-testid="doubt-last">
          {lastAt === null
            ? t('doubt.noLast')
            : t('doubt.last', { when: dayAndTime(language, new Date(lastAt).toISOString()) })}
        </li>
        <li data-testid="doubt-missing">
          {missing === null ? t('doubt.missingUnknown') : t('doubt.missing', { count: missing })}
        </li>
        <li data-testid="doubt-read">
          {isRead ? t('doubt.allRead', { count: read }) : t('doubt.readSoFar', { count: read })}
        </li>
      </ul>
      <p>{t('doubt.next')}</p>
      {onlyAtStore.length === 0 ? null : (
        <section className={styles.strange}>
          <h3>{t('doubt.onlyAtStore', { count: onlyAtStore.length })}</h3>
          <p>{t('doubt.onlyAtStore.todo')}</p>
          <p className="code" data-testid="doubt-only-at-store">
            {listOf(language, onlyAtStore.slice(0, named))}
            {left > 0 ? ` ${t('doubt.andMore', { count: left })}` : ''}
          </p>
        </section>
      )}
      {needsPerson === 0 ? null : (
        <p className={styles.unsent}>
          {t('doubt.forPerson', { count: needsPerson })}{' '}
          <Button
            onClick={() => {
              openDialog('unsent')
            }}
          >
            {t('doubt.openUnsent')}
          </Button>
        </p>
      )}
      <GoOnForm isRead={isRead} />
    </Dialog>
  )
}
