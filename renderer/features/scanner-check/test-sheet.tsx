import { Check, Circle } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { GS } from '../../scan/meaning.ts'
import { testCodes, type TestCode } from '../../scan/measure.ts'
import { Barcode } from '../command-sheet/barcode.tsx'
import styles from './scanner-check-dialog.module.css'

const tests: readonly TestCode[] = ['digits', 'mixed', 'gs']

/** What the barcode holds: a GS1 code begins with FNC1. */
const barcodeOf = (test: TestCode): string => (test === 'gs' ? GS + testCodes.gs : testCodes[test])

/** The test codes, each with whether it was read. */
export function TestSheet({ done }: { done: readonly TestCode[] }) {
  const t = useText()
  return (
    <ul className={styles.sheet} aria-label={t('scanner.codes')}>
      {tests.map((test) => {
        const isDone = done.includes(test)
        const Icon = isDone ? Check : Circle
        return (
          <li key={test} className={styles.card} data-testid={`scanner-test-${test}`} data-done={isDone}>
            <h3>{t(`scanner.test.${test}`)}</h3>
            <p>{t(`scanner.test.${test}.why`)}</p>
            <Barcode text={barcodeOf(test)} className={styles.bars} />
            <p className={isDone ? styles.done : undefined}>
              <Icon aria-hidden="true" />
              {t(isDone ? 'scanner.test.done' : 'scanner.test.waiting')}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
