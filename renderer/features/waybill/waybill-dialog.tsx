import { useText } from '../../i18n/language.ts'
import { useDeskState } from '../../state/desk-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { WaybillForm } from './waybill-form.tsx'

/** Corrects the waybill of the sealed box that was chosen. */
export function WaybillDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const target = useDeskState((state) => state.waybillTarget)
  if (target === null) return null
  const { orderNo, box } = target
  return (
    <Dialog title={t('waybill.correct.box', { orderNo, box })} testId="waybill-dialog" onClose={onClose}>
      <WaybillForm key={target.boxId} target={target} onDone={onClose} />
    </Dialog>
  )
}
