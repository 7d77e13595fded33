import { Printer } from 'lucide-react'
import { commandBarcode, deskCommands } from '../../../shared/domain/scan/command-barcode.ts'
import { useDesk, useText } from '../../app/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Barcode } from './barcode.tsx'
import styles from './command-sheet-dialog.module.css'

/** The commands as barcodes, to be printed and scanned instead of pressed. */
export function CommandSheetDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { print } = useDesk()
  return (
    <Dialog title={t('sheet.title')} wide testId="command-sheet" onClose={onClose}>
      <div className={styles.intro}>
        <p>{t('sheet.explain')}</p>
        <Button strong onClick={print}>
          <Printer aria-hidden="true" />
          {t('sheet.print')}
        </Button>
      </div>
      <ul className={styles.sheet}>
        {deskCommands.map((command) => {
          const code = commandBarcode(command)
          return (
            <li key={command} className={styles.command}>
              <h3>{t(`command.${command}`)}</h3>
              <p>{t(`sheet.${command}`)}</p>
              <Barcode text={code} className={styles.bars} />
              <p className={`code ${styles.code}`}>{code}</p>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
