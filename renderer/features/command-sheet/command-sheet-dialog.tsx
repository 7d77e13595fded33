import { Printer } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useDesk, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Barcode } from './barcode.tsx'
import { sheetGroups } from './sheet-groups.ts'
import styles from './command-sheet-dialog.module.css'

/** The desk's own barcodes, to be printed and scanned instead of pressed. */
export function CommandSheetDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { print } = useDesk()
  const boxTypes = useSnapshot((snapshot) => snapshot.settings.boxTypes)
  return (
    <Dialog title={t('sheet.title')} wide testId="command-sheet" onClose={onClose}>
      <div className={styles.intro}>
        <p>{t('sheet.explain')}</p>
        <Button strong onClick={print}>
          <Printer aria-hidden="true" />
          {t('sheet.print')}
        </Button>
      </div>
      {sheetGroups(t, boxTypes).map(({ key, title, codes }) => (
        <section key={key} className={styles.group} data-testid={`sheet-${key}`}>
          <h3>{title}</h3>
          <ul className={styles.sheet}>
            {codes.map(({ code, name, note }) => (
              <li key={code} className={styles.command}>
                <h4>{name}</h4>
                {note === null ? null : <p>{note}</p>}
                <Barcode text={code} className={styles.bars} />
                <p className={`code ${styles.code}`}>{code}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
