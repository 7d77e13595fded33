import { Usb } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/language.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './scanner-check-dialog.module.css'

/** Connects a scanner that hands over whole codes; absent where the browser knows no such devices. */
export function PosScanners() {
  const t = useText()
  const { hid } = useDesk()
  const [names, setNames] = useState(() => hid?.names() ?? [])
  const [trouble, setTrouble] = useState<string | null>(null)
  if (hid === null) return null
  const connect = async (): Promise<void> => {
    const result = await hid.connect()
    if (result.ok) setNames(result.names)
    if (!result.ok) setTrouble(t('scanner.pos.failed', { message: result.message }))
    else setTrouble(result.names.length === 0 ? t('scanner.pos.none') : null)
  }
  return (
    <section className={styles.pos} aria-label={t('scanner.pos')}>
      <div>
        <h3 className={styles.heading}>{t('scanner.pos')}</h3>
        <p>{t('scanner.pos.explain')}</p>
        <p role="status" data-testid="scanner-pos">
          {trouble ?? (names.length === 0 ? '' : t('scanner.pos.connected', { names: names.join(', ') }))}
        </p>
      </div>
      <Button
        data-testid="scanner-pos-connect"
        onClick={() => {
          void connect()
        }}
      >
        <Usb aria-hidden="true" />
        {t('scanner.pos.connect')}
      </Button>
    </section>
  )
}
