import { Eraser } from 'lucide-react'
import type { ArmedFault } from '../../../shared/contract/demo.ts'
import { useText } from '../../i18n/language.ts'
import { Button } from '../../ui/button.tsx'
import styles from './demo-panel-dialog.module.css'
import type { Armed } from './use-armed-faults.ts'

/** What will still go wrong, in the order in which it was armed. */
export function ArmedFaults({ armed, onClear }: { armed: Armed; onClear: () => void }) {
  const t = useText()
  const faults = armed?.ok === true ? armed.faults : []
  return (
    <div className={styles.armed}>
      <div className={styles.armedHead}>
        <h4>{t('demo.armed')}</h4>
        <Button data-testid="demo-clear" disabled={faults.length === 0} onClick={onClear}>
          <Eraser aria-hidden="true" />
          {t('demo.clear')}
        </Button>
      </div>
      {faults.length === 0 ? (
        <p className={styles.quiet} data-testid="demo-armed-none">
          {armed?.ok === false ? t('demo.armed.unreachable') : t('demo.armed.none')}
        </p>
      ) : (
        <ul data-testid="demo-armed">
          {faults.map((fault, place) => (
            <ArmedRow key={place} fault={fault} />
          ))}
        </ul>
      )}
    </div>
  )
}

function ArmedRow({ fault: { kind, calls, times } }: { fault: ArmedFault }) {
  const t = useText()
  return (
    <li data-kind={kind}>
      <strong>{t(`demo.kind.${kind}`)}</strong>
      <span className={styles.quiet}>
        {t(`demo.calls.${calls}`)} ·{' '}
        {times === 0 ? t('demo.always') : t('demo.armed.times', { count: times })}
      </span>
    </li>
  )
}
