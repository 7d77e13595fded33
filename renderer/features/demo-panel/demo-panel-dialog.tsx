import { RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import type { DemoMisbehaviour, DemoOrder, DemoRefusal, DemoShopDeed } from '../../../shared/contract/demo.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ArmedFaults } from './armed-faults.tsx'
import styles from './demo-panel-dialog.module.css'
import { MisbehaveForm } from './misbehave-form.tsx'
import { didMisbehave } from './misbehaviour.ts'
import { Toast, type Notice } from '../../ui/toast.tsx'
import { refusedNotice } from './refused-notice.ts'
import { ShopForm } from './shop-form.tsx'
import { useArmedFaults } from './use-armed-faults.ts'

/** Where a person showing the app makes the demo store misbehave and its shop live. */
export function DemoPanelDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { ask, run } = useActions()
  const { armed, refresh } = useArmedFaults()
  const [notice, setNotice] = useState<Notice | null>(null)
  const [order, setOrder] = useState<DemoOrder | null>(null)

  const tell = (answer: { ok: true } | DemoRefusal | null, text: string): void => {
    if (answer === null) setNotice({ tone: 'refused', text: t('failure.other') })
    else setNotice(answer.ok ? { tone: 'done', text } : refusedNotice(answer, t))
    refresh()
  }
  const arm = (misbehaviour: DemoMisbehaviour): void => {
    void ask('demoMisbehave', misbehaviour).then((answer) => {
      tell(answer, didMisbehave(misbehaviour, t))
    })
  }
  const clear = (): void => {
    void ask('demoClearFaults', {}).then((answer) => {
      tell(answer, t('demo.did.clear'))
    })
  }
  const act = (deed: DemoShopDeed): void => {
    void ask('demoShop', deed).then((answer) => {
      const after = answer?.ok === true ? answer.order : null
      if (after !== null) setOrder(after)
      tell(answer, after === null ? '' : t(`demo.did.${deed.act}`, { orderNo: after.orderNo }))
    })
  }

  if (armed?.ok === false && armed.why === 'noControl') {
    return (
      <Dialog title={t('demo.open')} testId="demo-panel" onClose={onClose}>
        <EmptyState icon={Unplug} title={t('demo.noControl')} todo={t('demo.noControl.todo')} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t('demo.open')} wide testId="demo-panel" onClose={onClose}>
      <p className={styles.quiet}>{t('demo.explain')}</p>
      <Toast notice={notice} testId="demo-notice" />
      <div className={styles.halves}>
        <section>
          <h3>{t('demo.network')}</h3>
          <MisbehaveForm onArm={arm} />
          <ArmedFaults armed={armed} onClear={clear} />
        </section>
        <section>
          <h3>{t('demo.shop')}</h3>
          <div className={styles.hears}>
            <p className={styles.quiet}>{t('demo.hears')}</p>
            <Button
              data-testid="demo-pull"
              onClick={() => {
                run('pullNow', {})
              }}
            >
              <RefreshCw aria-hidden="true" />
              {t('strip.pull')}
            </Button>
          </div>
          <ShopForm order={order} onDeed={act} />
        </section>
      </div>
    </Dialog>
  )
}
