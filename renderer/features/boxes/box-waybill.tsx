import { PencilLine, Truck } from 'lucide-react'
import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk, useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import styles from './box-card.module.css'

/** A sealed box's waybill, how it goes to the courier, and the way to correct it; nothing for any other box. */
export function BoxWaybill({ box }: { box: BoxView }) {
  const { id: boxId, number, state, invoice, shipped, withCourier, correction, dispatch } = box
  const t = useText()
  const { openDialog } = useActions()
  const { store } = useDesk()
  const orderNo = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? '')
  if (invoice === null && state !== 'sealed') return null
  const waits = shipped === 'atHandover' && !withCourier
  return (
    <>
      <p className={styles.invoice}>
        {invoice === null ? (
          t('box.noWaybill')
        ) : (
          <>
            {invoice.courierName} <strong className="code">{invoice.invoiceNo}</strong>
          </>
        )}
      </p>
      {state !== 'sealed' || shipped === 'atSeal' ? null : (
        <Chip tone={withCourier ? 'green' : 'amber'} icon={Truck} testId={`courier-${String(number)}`}>
          {t(withCourier ? 'box.withCourier' : waits ? 'box.atHandover' : 'box.byCourier')}
        </Chip>
      )}
      {correction === null || correction.state === 'confirmed' || correction.state === 'handled' ? null : (
        <Chip
          tone={correction.state === 'needsPerson' ? 'red' : 'blue'}
          testId={`correction-${String(number)}`}
        >
          {t(`waybill.correction.${correction.state}`)}
        </Chip>
      )}
      {state === 'sealed' ? (
        <Button
          aria-label={t('waybill.correct.box', { orderNo, box: number })}
          data-testid={`correct-${String(number)}`}
          onClick={() => {
            const removable = dispatch?.sectionStatus === 'SHIPPING_READY'
            store.setState({ waybillTarget: { boxId, orderNo, box: number, invoice, removable } })
            openDialog('waybill')
          }}
        >
          <PencilLine aria-hidden="true" />
          {t('waybill.correct')}
        </Button>
      ) : null}
    </>
  )
}
