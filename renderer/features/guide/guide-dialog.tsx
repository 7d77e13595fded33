import { useText } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { GuideBody } from './guide-body.tsx'

/** The guide once more, from the menu. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('guide.title')} wide testId="guide-dialog" onClose={onClose}>
      <GuideBody onLater={onClose} onDone={onClose} />
    </Dialog>
  )
}
