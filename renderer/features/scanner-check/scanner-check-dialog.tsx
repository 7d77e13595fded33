import { useText } from '../../app/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** Tries a scanner out with printed codes and sets the desk up for it. */
export function ScannerCheckDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('scanner.title')} wide testId="scanner-check" onClose={onClose}>
      <p>{t('scanner.explain')}</p>
    </Dialog>
  )
}
