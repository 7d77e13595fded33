import {
  Ban,
  CirclePause,
  CirclePlay,
  CreditCard,
  MessageCircleX,
  Search,
  ShoppingBag,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import type { DemoOrder, DemoShopDeed } from '../../../shared/contract/demo.ts'
import { useText } from '../../i18n/language.ts'
import { useSnapshot } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './demo-panel-dialog.module.css'
import { ShopOrder } from './shop-order.tsx'

const deeds = [
  ['requestCancel', MessageCircleX],
  ['cancel', Ban],
  ['hold', CirclePause],
  ['release', CirclePlay],
  ['pay', CreditCard],
] as const satisfies readonly (readonly [DemoShopDeed['act'], LucideIcon])[]

type ShopFormProps = { order: DemoOrder | null; onDeed: (deed: DemoShopDeed) => void }

/** What customers and the shop do meanwhile, to the order on the desk or to one named by its number. */
export function ShopForm({ order, onDeed }: ShopFormProps) {
  const t = useText()
  const onDesk = useSnapshot((snapshot) => snapshot.desk?.orderNo ?? '')
  const [typed, setTyped] = useState(onDesk)
  const [address, setAddress] = useState(t('demo.address.example'))
  const orderNo = typed.trim()
  const named = /^\d{1,20}$/.test(orderNo)
  return (
    <div className={styles.form}>
      <form
        className={styles.withButton}
        onSubmit={(event) => {
          event.preventDefault()
          if (named) onDeed({ act: 'look', orderNo })
        }}
      >
        <Field
          label={t('demo.orderNo')}
          testId="demo-order-no"
          inputMode="numeric"
          value={typed}
          onText={setTyped}
        />
        <Button type="submit" data-testid="demo-look" disabled={!named}>
          <Search aria-hidden="true" />
          {t('demo.look')}
        </Button>
      </form>
      <div className={styles.deeds}>
        {deeds.map(([act, Icon]) => (
          <Button
            key={act}
            data-testid={`demo-${act}`}
            disabled={!named}
            onClick={() => {
              onDeed({ act, orderNo })
            }}
          >
            <Icon aria-hidden="true" />
            {t(`demo.${act}`)}
          </Button>
        ))}
      </div>
      <form
        className={styles.withButton}
        onSubmit={(event) => {
          event.preventDefault()
          if (named && address.trim() !== '') onDeed({ act: 'changeAddress', orderNo, address })
        }}
      >
        <Field
          label={t('demo.address')}
          testId="demo-address"
          maxLength={200}
          value={address}
          onText={setAddress}
        />
        <Button type="submit" data-testid="demo-changeAddress" disabled={!named || address.trim() === ''}>
          {t('demo.changeAddress')}
        </Button>
      </form>
      <div className={styles.deeds}>
        {([true, false] as const).map((paid) => (
          <Button
            key={String(paid)}
            data-testid={paid ? 'demo-addPaid' : 'demo-addUnpaid'}
            onClick={() => {
              onDeed({ act: 'addOrder', paid })
            }}
          >
            <ShoppingBag aria-hidden="true" />
            {paid ? t('demo.addPaid') : t('demo.addUnpaid')}
          </Button>
        ))}
      </div>
      {order !== null && order.orderNo === orderNo ? <ShopOrder order={order} onDeed={onDeed} /> : null}
    </div>
  )
}
