import { ScanLine } from 'lucide-react'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { useChange, useSettings } from './change-context.ts'
import { SettingRow } from './setting-row.tsx'

/** What the scanner was found to send, and the way to find out. */
export function ScannerPart() {
  const t = useText()
  const change = useChange()
  const { openDialog } = useActions()
  const { scanner } = useSettings()
  const asDelivered = JSON.stringify(scanner) === JSON.stringify(defaultSettings.scanner)
  return (
    <SettingRow
      id="scanner"
      title={t('settings.scanner')}
      explain={t('settings.scanner.note')}
      initial={t('settings.scanner.initial')}
      untouched={asDelivered}
      onReset={() => {
        change({ scanner: defaultSettings.scanner }, t('settings.scanner'))
      }}
    >
      {() => (
        <>
          <p>{t(asDelivered ? 'settings.scanner.initial' : 'settings.scanner.checked')}</p>
          <Button
            data-testid="open-scanner-check"
            onClick={() => {
              openDialog('scannerCheck')
            }}
          >
            <ScanLine aria-hidden="true" />
            {t('settings.scanner.check')}
          </Button>
        </>
      )}
    </SettingRow>
  )
}
