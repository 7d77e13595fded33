import { ArrowRight, OctagonX } from 'lucide-react'
import type { DeskView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import type { Text } from '../../i18n/text.ts'
import { ChangedOrder } from '../change/changed-order.tsx'
import { TooMany } from '../change/too-many.tsx'
import { CourierChoice } from './courier-choice.tsx'
import { surplusOf } from '../change/order-change.ts'
import { stepShown, type StepShown } from './next-step.ts'
import styles from './next-step-bar.module.css'

/** One sentence: what the packer does now. Loud where the desk has to stop. */
export function NextStepBar() {
  const t = useText()
  const snapshot = useSnapshot((whole) => whole)
  const { desk } = snapshot
  const step = stepShown(snapshot)
  if (step.kind === 'changed' || step.kind === 'takeOut')
    return desk === null ? null : <Mending desk={desk} />
  const stop = step.kind === 'stop'
  const waybill = (step.kind === 'scanRegistered' ? desk?.registered : desk?.waybill) ?? null
  const Icon = stop ? OctagonX : ArrowRight
  return (
    <section aria-label={t('next.label')} className={`${styles.bar} ${stop ? styles.stop : ''}`}>
      <Icon className={styles.icon} aria-hidden="true" strokeWidth={2.5} />
      <div
        className={styles.words}
        role={stop ? 'alert' : 'status'}
        data-testid="next-step"
        data-kind={step.kind}
      >
        <p className={styles.sentence}>{sentence(step, t)}</p>
        {stop ? <p className={styles.todo}>{t(`stop.${step.standing}.todo`)}</p> : null}
        {desk?.odd == null ? null : (
          <p className={styles.todo} data-testid="odd-field">
            {t('order.odd', { field: desk.odd.path, value: desk.odd.value })}
          </p>
        )}
        {stop || waybill === null ? null : (
          <p className={styles.todo}>
            {waybill.courierName} {t('next.presented', { invoiceNo: waybill.invoiceNo })}
          </p>
        )}
      </div>
      {stop || step.kind === 'scanRegistered' ? null : (
        <CourierChoice wanted={step.kind === 'chooseCourier' || step.kind === 'scanWaybill'} />
      )}
    </section>
  )
}

/** What has to be set right before anything else is packed. */
function Mending({ desk }: { desk: DeskView }) {
  if (desk.next.kind === 'changed' && desk.drift !== null) {
    return <ChangedOrder desk={desk} drift={desk.drift} />
  }
  const surplus = surplusOf(desk).filter(({ held }) => held.some(({ removable }) => removable))
  return <TooMany orderNo={desk.orderNo} surplus={surplus} />
}

function sentence(step: Exclude<StepShown, { kind: 'changed' | 'takeOut' }>, t: Text): string {
  switch (step.kind) {
    case 'stop':
      return t(`stop.${step.standing}`)
    case 'scanOrder':
    case 'scanWaybillFirst':
    case 'scanItemFirst':
    case 'orderComplete':
    case 'setAside':
      return t(`next.${step.kind}`)
    case 'takeOutByScan':
      return t('next.takeOut')
    case 'serial':
    case 'lot':
      return t(`next.${step.kind}`, { name: step.name })
    case 'scanGoods':
      return step.box === null
        ? t('next.scanGoods', { count: step.left })
        : t('next.scanGoodsInto', { count: step.left, box: step.box })
    case 'moveTogether':
      return t('next.moveTogether', { from: step.from, box: step.box, name: step.name })
    case 'boxType':
    case 'weight':
    case 'chooseCourier':
    case 'scanWaybill':
    case 'scanRegistered':
    case 'selectBox':
    case 'nextBox':
    case 'repack':
      return t(`next.${step.kind}`, { box: step.box })
  }
}
