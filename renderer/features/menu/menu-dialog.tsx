import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { firstFocus } from '../../ui/use-modal.ts'
import { menuEntries } from './entries.ts'
import { moveInGrid } from './move-in-grid.ts'
import styles from './menu-dialog.module.css'

/** Everything beside packing, one press away. */
export function MenuDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { openDialog } = useActions()
  return (
    <Dialog title={t('menu.title')} wide testId="menu" onClose={onClose}>
      <ul
        className={styles.tiles}
        onKeyDown={(event) => {
          if (moveInGrid(event.currentTarget, event.key)) event.preventDefault()
        }}
      >
        {menuEntries.map(({ dialog, icon: Icon, title, note }, place) => (
          <li key={dialog}>
            <button
              type="button"
              className={styles.tile}
              data-testid={`menu-${dialog}`}
              {...(place === 0 ? firstFocus : {})}
              onClick={() => {
                openDialog(dialog)
              }}
            >
              <Icon aria-hidden="true" />
              <strong>{title(t)}</strong>
              <span>{note(t)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
