import { FileX } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import styles from './file-lost-notice.module.css'

/** Nothing is kept or sent any more, where everything up to then is, and what to do: it stands until the app is closed. */
export function FileLostNotice() {
  const t = useText()
  const lost = useSnapshot((snapshot) => snapshot.fileLost)
  if (lost === null) return null
  const { how, copy } = lost
  return (
    <div role="alert" className={styles.notice} data-testid="file-lost" data-how={how}>
      <FileX aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{t(`fileLost.${how}`)}</p>
        <p>{t('fileLost.nothingTaken')}</p>
        {copy === null ? (
          <p>{t('fileLost.noCopy')}</p>
        ) : (
          <>
            <p>
              {t('fileLost.copied')} <span className={`code ${styles.file}`}>{copy}</span>
            </p>
            <p>{t('fileLost.next')}</p>
          </>
        )}
      </div>
    </div>
  )
}
