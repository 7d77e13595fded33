import { ScanLine } from 'lucide-react'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { useChange, useSettings } from './change-context.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { SettingRow } from './setting-row.tsx'

const guards = [0, defaultSettings.doubleScanMs, 300, 1000]
const learners = ['anyone', 'lead', 'nobody'] as const

/** How codes are read, and what is done with one that is not known. */
export function ScanningSection() {
  const t = useText()
  const change = useChange()
  const { openDialog } = useActions()
  const { scanner, doubleScanMs, learning } = useSettings()
  const asDelivered = JSON.stringify(scanner) === JSON.stringify(defaultSettings.scanner)
  return (
    <>
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
              <ScanLine aria-hidden="true" size={18} />
              {t('settings.scanner.check')}
            </Button>
          </>
        )}
      </SettingRow>
      <ChoiceSetting
        id="doubleScan"
        title={t('settings.doubleScan')}
        explain={t('settings.doubleScan.note')}
        value={doubleScanMs}
        initial={defaultSettings.doubleScanMs}
        options={guards.includes(doubleScanMs) ? guards : [...guards, doubleScanMs]}
        name={(option) =>
          option === 0 ? t('settings.off') : t('settings.seconds', { seconds: option / 1000 })
        }
        onChoose={(chosen) => {
          change({ doubleScanMs: chosen }, t('settings.doubleScan'))
        }}
      />
      <ChoiceSetting
        id="learning"
        title={t('settings.learning')}
        explain={t('settings.learning.note')}
        value={learning}
        initial={defaultSettings.learning}
        options={learners}
        name={(option) => t(`settings.learning.${option}`)}
        onChoose={(chosen) => {
          change({ learning: chosen }, t('settings.learning'))
        }}
      />
    </>
  )
}
