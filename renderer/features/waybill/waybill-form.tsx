import { useId, useState } from 'react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { useTakesScans } from '../../state/use-takes-scans.ts'
import type { WaybillTarget } from '../../state/waybill-target.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Refused } from '../../ui/refused.tsx'
import { messageOf, type Message } from '../answers/message.ts'
import styles from './waybill-form.module.css'

/** Another waybill for a sealed box, scanned or typed, with a reason; or none, while the store still has it ready to ship. */
export function WaybillForm({ target, onDone }: { target: WaybillTarget; onDone: () => void }) {
  const { boxId, orderNo, box, invoice, removable } = target
  const t = useText()
  const language = useLanguage()
  const { tell } = useActions()
  const couriers = useSnapshot((snapshot) => snapshot.couriers)
  const chosenCourier = useSnapshot((snapshot) => snapshot.courierIdx)
  const [courierIdx, setCourierIdx] = useState(invoice?.courierIdx ?? chosenCourier)
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Message | null>(null)
  const noteId = useId()
  useTakesScans(setNumber)

  const hasReason = reason.trim() !== ''
  const complete = hasReason && number.trim() !== '' && courierIdx !== null

  async function correct(next: { courierIdx: number; invoiceNo: string } | null): Promise<void> {
    const snapshot = await tell('correctWaybill', { boxId, invoice: next, reason })
    const answer = snapshot?.lastScan?.answer
    if (answer === undefined) return
    if (answer.ok) onDone()
    else setProblem(messageOf(answer, t, language))
  }

  return (
    <form
      className={styles.form}
      aria-label={t('waybill.correct.box', { orderNo, box })}
      data-testid="waybill-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) void correct({ courierIdx, invoiceNo: number })
      }}
    >
      <p>
        {invoice === null
          ? t('waybill.correct.none')
          : t('waybill.correct.explain', { courier: invoice.courierName, invoiceNo: invoice.invoiceNo })}
      </p>
      <div className={styles.fields}>
        {courierIdx === null ? null : (
          <Choice
            label={t('courier.label')}
            value={courierIdx}
            options={couriers.map(({ idx }) => idx)}
            name={(idx) => couriers.find((courier) => courier.idx === idx)?.name ?? String(idx)}
            testId="waybill-courier"
            onChoose={setCourierIdx}
          />
        )}
        <Field
          label={t('waybill.number')}
          testId="waybill-number"
          maxLength={64}
          value={number}
          autoFocus
          onText={setNumber}
        />
        <Field
          label={t('waybill.reason')}
          testId="waybill-reason"
          maxLength={200}
          value={reason}
          onText={setReason}
        />
      </div>
      <div role="alert" data-testid="waybill-problem">
        {problem === null ? null : <Refused title={problem.title} detail={problem.detail} />}
      </div>
      <div className={styles.buttons}>
        <Button data-testid="waybill-cancel" onClick={onDone}>
          {t('waybill.cancel')}
        </Button>
        {invoice !== null && removable ? (
          <Button
            data-testid="waybill-remove"
            disabled={!hasReason}
            aria-describedby={noteId}
            onClick={() => {
              void correct(null)
            }}
          >
            {t('waybill.remove')}
          </Button>
        ) : null}
        <Button strong type="submit" data-testid="waybill-save" disabled={!complete}>
          {t('waybill.save')}
        </Button>
      </div>
      {invoice !== null && removable ? (
        <p id={noteId} className={styles.note}>
          {t('waybill.remove.note')}
        </p>
      ) : null}
    </form>
  )
}
