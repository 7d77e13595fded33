import { PackageOpen } from 'lucide-react'
import type { HandoverRow } from '../../../shared/contract/handover.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { WaybillForm } from '../waybill/waybill-form.tsx'

type HandoverBoxProps = {
  row: HandoverRow
  correcting: boolean
  onCorrect: () => void
  onDone: () => void
}

/** One box that waits for the courier, and what can be done with its waybill. */
export function HandoverBox({ row, correcting, onCorrect, onDone }: HandoverBoxProps) {
  const { boxId, orderNo, box, courierIdx, courierName, invoiceNo, receiverName, stop, canUnpack } = row
  const t = useText()
  const { run } = useActions()
  const invoice = invoiceNo === null || courierIdx === null ? null : { courierIdx, courierName, invoiceNo }
  return (
    <Card title={t('handover.box', { orderNo, box })} tone="kraft" testId="handover-box" aside={receiverName}>
      {correcting ? (
        <WaybillForm target={{ boxId, orderNo, box, invoice, removable: true }} onDone={onDone} />
      ) : (
        <>
          <p>
            {invoice === null ? (
              t('handover.noWaybill')
            ) : (
              <>
                {courierName} <strong className="code">{invoiceNo}</strong>
              </>
            )}
          </p>
          {stop === null ? null : <p>{t(`handover.stop.${stop}.todo`)}</p>}
          {canUnpack ? (
            <Button
              data-testid="unpack-box"
              onClick={() => {
                run('unpackBox', { boxId, reason: t('handover.unpack.reason') })
                onDone()
              }}
            >
              <PackageOpen aria-hidden="true" />
              {t('handover.unpack')}
            </Button>
          ) : (
            <Button data-testid="correct-waybill" onClick={onCorrect}>
              {t('waybill.correct')}
            </Button>
          )}
        </>
      )}
    </Card>
  )
}
