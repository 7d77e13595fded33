import { PackageOpen } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import styles from './message-screen.module.css'

/** Shown until the station has its first word ready. */
export function StartingScreen() {
  const t = useText()
  return (
    <main className={styles.screen} data-testid="starting">
      <PackageOpen className={styles.icon} aria-hidden="true" />
      <h1>{t('app.starting')}</h1>
      <p>{t('app.startingDetail')}</p>
    </main>
  )
}
