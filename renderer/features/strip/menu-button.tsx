import { Menu } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { shortcuts } from '../../state/shortcuts.ts'
import { Keycap } from '../../ui/keycap.tsx'
import styles from './strip.module.css'

/** Leads to everything beside packing. */
export function MenuButton() {
  const t = useText()
  const { openDialog } = useActions()
  return (
    <button
      type="button"
      className={styles.menu}
      data-testid="open-menu"
      aria-keyshortcuts={shortcuts.menu}
      onClick={() => {
        openDialog('menu')
      }}
    >
      <Menu aria-hidden="true" />
      <span className={styles.word}>{t('menu.open')}</span>
      <Keycap>{shortcuts.menu}</Keycap>
    </button>
  )
}
