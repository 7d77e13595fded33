import { DatabaseBackup, TriangleAlert } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { dayAndTime } from '../../i18n/format.ts'
import styles from './settings.module.css'

/** When the daily backup was last made, and whether it has failed since. */
export function LastBackup() {
  const t = useText()
  const language = useLanguage()
  const { lastAt, failedAt } = useSnapshot((snapshot) => snapshot.backup)
  const moment = (at: number): string => dayAndTime(language, new Date(at).toISOString())
  return (
    <div className={styles.backup} data-testid="last-backup">
      <p>
        <DatabaseBackup aria-hidden="true" />
        {lastAt === null ? t('log.noBackup') : t('log.lastBackup', { when: moment(lastAt) })}
      </p>
      {failedAt === null ? null : (
        <p className={styles.backupFailed}>
          <TriangleAlert aria-hidden="true" />
          {t('log.backupFailed', { when: moment(failedAt) })}
        </p>
      )}
    </div>
  )
}
