import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { siteCodeSchema } from '../../../shared/contract/shop.ts'
import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { connectShop } from './connect-shop.ts'
import styles from './shop.module.css'

/** The keys of the app that the shop's owner has registered; with them the browser is opened for the owner to agree. */
export function ConnectForm({ redirectUri }: { redirectUri: string }) {
  const t = useText()
  const { store, actions } = useDesk()
  const [clientId, setClientId] = useState('')
  const [clientSecret, setClientSecret] = useState('')
  const [siteCode, setSiteCode] = useState('')
  const site = siteCodeSchema.safeParse(siteCode)
  const complete = clientId.trim() !== '' && clientSecret.trim() !== '' && site.success
  return (
    <form
      className={styles.form}
      data-testid="shop-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!site.success || !complete) return
        connectShop(store, actions, {
          clientId: clientId.trim(),
          clientSecret: clientSecret.trim(),
          siteCode: site.data,
        })
        setClientSecret('')
      }}
    >
      <h4>{t('shop.connect')}</h4>
      <p>{t('shop.connect.how')}</p>
      <p className={`code ${styles.redirect}`} data-testid="shop-redirect">
        {redirectUri}
      </p>
      <div className={styles.fields}>
        <Field
          label={t('shop.clientId')}
          testId="shop-client-id"
          maxLength={200}
          value={clientId}
          onText={setClientId}
        />
        <Field
          label={t('shop.clientSecret')}
          testId="shop-client-secret"
          type="password"
          maxLength={200}
          value={clientSecret}
          onText={setClientSecret}
        />
        <Field
          label={t('shop.siteCode')}
          testId="shop-site-code"
          maxLength={64}
          value={siteCode}
          onText={setSiteCode}
        />
      </div>
      <p className={styles.note}>
        {siteCode !== '' && !site.success ? t('shop.siteCode.wrong') : t('shop.connect.kept')}
      </p>
      <Button type="submit" strong disabled={!complete} data-testid="shop-connect">
        <ExternalLink aria-hidden="true" />
        {t('shop.connect.start')}
      </Button>
    </form>
  )
}
