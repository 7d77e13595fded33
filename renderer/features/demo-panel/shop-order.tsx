import { Minus, Plus, Truck } from 'lucide-react'
import type { DemoOrder, DemoShopDeed } from '../../../shared/contract/demo.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './demo-panel-dialog.module.css'

type ShopOrderProps = { order: DemoOrder; onDeed: (deed: DemoShopDeed) => void }

/** An order as the store has it, section by section, with what the shop can do to each. */
export function ShopOrder({ order: { orderNo, sections }, onDeed }: ShopOrderProps) {
  const t = useText()
  const courierIdx = useSnapshot((snapshot) => snapshot.courierIdx ?? snapshot.couriers[0]?.idx ?? null)
  return (
    <ul className={styles.sections} data-testid="demo-order">
      {sections.map(({ code, no, status, held, items }) => (
        <li key={code} data-section={code} data-status={status}>
          <div className={styles.sectionHead}>
            <p>
              <strong>{t(`section.${status}`)}</strong>
              {held ? ` · ${t('standing.held')}` : ''}
              <span className={`code ${styles.quiet}`}> {no}</span>
            </p>
            <Button
              data-testid={`demo-shipElsewhere-${code}`}
              disabled={courierIdx === null}
              onClick={() => {
                if (courierIdx !== null)
                  onDeed({ act: 'shipElsewhere', orderNo, sectionCode: code, courierIdx })
              }}
            >
              <Truck aria-hidden="true" />
              {t('demo.shipElsewhere')}
            </Button>
          </div>
          <ul>
            {items.map(({ itemNo, name, qty }) => (
              <li key={itemNo} className={styles.item}>
                <span>{name}</span>
                <Button
                  aria-label={t('demo.fewer', { name })}
                  data-testid={`demo-fewer-${itemNo}`}
                  onClick={() => {
                    onDeed({ act: 'changeItem', orderNo, itemNo, qty: qty - 1 })
                  }}
                >
                  <Minus aria-hidden="true" />
                </Button>
                <strong data-testid={`demo-qty-${itemNo}`}>{qty}</strong>
                <Button
                  aria-label={t('demo.more', { name })}
                  data-testid={`demo-more-${itemNo}`}
                  onClick={() => {
                    onDeed({ act: 'changeItem', orderNo, itemNo, qty: qty + 1 })
                  }}
                >
                  <Plus aria-hidden="true" />
                </Button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
