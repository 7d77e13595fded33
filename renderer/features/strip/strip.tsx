import { Barcode, FlaskConical, ScanBarcode, Settings } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { LanguageChoice } from '../settings/language-choice.tsx'
import { PersonState } from './person-state.tsx'
import { ConnectionState } from './connection-state.tsx'
import { MenuButton } from './menu-button.tsx'
import { PullState } from './pull-state.tsx'
import { UnsentState } from './unsent-state.tsx'
import styles from './strip.module.css'

/** Which store this is, whether it hears us, and what it has not heard yet. */
export function Strip() {
  const t = useText()
  const { openDialog } = useActions()
  const { storeName, demo } = useSnapshot((snapshot) => snapshot.connection)
  return (
    <header className={styles.strip} aria-label={t('strip.label')}>
      <MenuButton />
      <h1 className={styles.brand}>
        <ScanBarcode aria-hidden="true" />
        <span className="unseen">{t('app.name')}</span>
        <span className={styles.store} data-testid="store-name">
          {storeName ?? t('strip.noStore')}
        </span>
        {demo ? <span className={styles.demo}>{t('strip.demo')}</span> : null}
      </h1>
      {demo ? (
        <button
          type="button"
          className={`${styles.tool} ${styles.flask}`}
          data-testid="open-demo-panel"
          aria-label={t('demo.open')}
          title={t('demo.open')}
          onClick={() => {
            openDialog('demoPanel')
          }}
        >
          <FlaskConical aria-hidden="true" />
        </button>
      ) : null}
      <ConnectionState />
      <PullState />
      <UnsentState />
      <PersonState />
      <div className={styles.tools}>
        <LanguageChoice testIds />
        <button
          type="button"
          className={styles.tool}
          data-testid="open-commands"
          aria-label={t('strip.commands')}
          title={t('strip.commands')}
          onClick={() => {
            openDialog('commands')
          }}
        >
          <Barcode aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          data-testid="open-settings"
          aria-label={t('strip.settings')}
          title={t('strip.settings')}
          onClick={() => {
            openDialog('settings')
          }}
        >
          <Settings aria-hidden="true" />
        </button>
      </div>
    </header>
  )
}
