import { FlaskConical, RotateCcw, Store } from 'lucide-react'
import { useState } from 'react'
import type { StoreChoice } from '../../../shared/contract/shop.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDeskState } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { ConnectForm } from './connect-form.tsx'
import { useShopState } from './use-shop-state.ts'
import { Waiting } from './waiting.tsx'
import styles from './shop.module.css'

/** Which store the desk works with, and how to change that. */
export function ShopPanel() {
  const t = useText()
  const { ask } = useActions()
  const { state, refresh } = useShopState()
  const { waiting, result } = useDeskState(({ shop }) => shop)
  const [refused, setRefused] = useState(false)
  if (state === null) return <p role="status">{t('shop.loading')}</p>
  const { now, next, obstacle, redirectUri } = state
  const nameOf = (choice: StoreChoice): string =>
    choice.store === 'demo' ? t('shop.demo') : t('shop.shop', { siteCode: choice.siteCode })
  const changes = nameOf(now) !== nameOf(next)
  const Icon = now.store === 'demo' ? FlaskConical : Store
  return (
    <div className={styles.panel} data-testid="shop">
      <p className={styles.now}>
        <Icon aria-hidden="true" />
        <strong>{nameOf(now)}</strong>
        {t(`shop.now.${now.store}`)}
      </p>
      {changes || (result?.ok === true && !waiting) ? (
        <div className={styles.restart} data-testid="shop-restart">
          <p role="status">{t('shop.restart', { name: nameOf(next) })}</p>
          <Button
            strong
            data-testid="restart"
            onClick={() => {
              void ask('restart', {})
            }}
          >
            <RotateCcw aria-hidden="true" />
            {t('shop.restart.now')}
          </Button>
        </div>
      ) : null}
      {waiting ? (
        <Waiting />
      ) : obstacle === null ? (
        <ConnectForm redirectUri={redirectUri} />
      ) : (
        <p className={styles.obstacle} data-testid="shop-obstacle">
          {t(`shop.no.${obstacle}`)}
        </p>
      )}
      <p role="alert" className={styles.problem} data-testid="shop-problem">
        {result === null || result.ok || waiting
          ? null
          : `${t(`shop.no.${result.why}`)} ${result.words === null ? '' : t('shop.words', { words: result.words })}`}
        {refused ? t('shop.no.leadOnly') : null}
      </p>
      {next.store === 'shop' && !waiting ? (
        <Button
          data-testid="use-demo"
          onClick={() => {
            void ask('useDemoStore', {}).then((done) => {
              setRefused(done === false)
              refresh()
            })
          }}
        >
          <FlaskConical aria-hidden="true" />
          {t('shop.useDemo')}
        </Button>
      ) : null}
    </div>
  )
}
