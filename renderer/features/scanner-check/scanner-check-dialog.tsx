import { Printer } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { defaultProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Findings } from './findings.tsx'
import { PosScanners } from './pos-scanners.tsx'
import styles from './scanner-check-dialog.module.css'
import { TestSheet } from './test-sheet.tsx'
import { useScannerCheck, type Heard } from './use-scanner-check.ts'

/** Tries a scanner out with printed codes and sets the desk up for it. Every scan made meanwhile stays in here. */
export function ScannerCheckDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { print } = useDesk()
  const { run } = useActions()
  const { heard, measured, proposal, reset } = useScannerCheck()
  const save = useRef<HTMLButtonElement>(null)
  const complete = proposal !== null && measured.length === 3
  useEffect(() => {
    if (complete) save.current?.focus()
  }, [complete])
  const keep = (profile: typeof defaultProfile): void => {
    run('changeSettings', { scanner: profile })
    onClose()
  }
  return (
    <Dialog title={t('scanner.title')} wide testId="scanner-check" onClose={onClose}>
      <div className={styles.intro}>
        <p>{t('scanner.explain')}</p>
        <Button onClick={print}>
          <Printer aria-hidden="true" />
          {t('scanner.print')}
        </Button>
      </div>
      <TestSheet done={measured.map(({ test }) => test)} />
      <p role="status" className={styles.heard} data-testid="scanner-heard" data-kind={heard.kind}>
        {useHeardWords(heard)}
      </p>
      <Findings measured={measured} proposal={proposal} />
      <div className={styles.buttons}>
        <Button
          ref={save}
          strong
          data-testid="scanner-save"
          disabled={proposal === null}
          onClick={() => {
            if (proposal !== null) keep(proposal)
          }}
        >
          {t('scanner.save')}
        </Button>
        <Button data-testid="scanner-again" onClick={reset}>
          {t('scanner.again')}
        </Button>
        <Button
          data-testid="scanner-factory"
          onClick={() => {
            keep(defaultProfile)
          }}
        >
          {t('scanner.factory')}
        </Button>
        <Button data-testid="scanner-cancel" onClick={onClose}>
          {t('scanner.cancel')}
        </Button>
      </div>
      <PosScanners />
    </Dialog>
  )
}

function useHeardWords(heard: Heard): string {
  const t = useText()
  if (heard.kind === 'test') return t('scanner.heard.test', { test: t(`scanner.test.${heard.test}`) })
  return heard.kind === 'pos'
    ? t('scanner.heard.pos', { code: heard.code })
    : t(`scanner.heard.${heard.kind}`)
}
