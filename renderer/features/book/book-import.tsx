import { FileUp } from 'lucide-react'
import { useState } from 'react'
import {
  longestFile,
  type BookImport as Imported,
  type BookMapping,
  type BookPreview,
} from '../../../shared/contract/catalog.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { countsIn } from './counts.ts'
import { ImportPreview } from './import-preview.tsx'
import { useMayManage } from '../../state/may-manage.ts'
import { decodeText } from './read-file.ts'
import styles from './book-dialog.module.css'

type Step =
  | { at: 'choose'; notText?: boolean; failed?: boolean; tooLong?: boolean }
  | { at: 'working'; what: 'reading' | 'importing' }
  | { at: 'preview'; name: string; text: string; preview: BookPreview }
  | { at: 'done'; name: string; result: Imported }

/** Takes a file over in three steps: choose it, see what it would do, do it. */
export function BookImport() {
  const t = useText()
  const language = useLanguage()
  const { ask } = useActions()
  const mayManage = useMayManage()
  const [step, setStep] = useState<Step>({ at: 'choose' })

  const look = async (name: string, text: string, mapping?: BookMapping): Promise<void> => {
    const preview = await ask('bookPreview', mapping === undefined ? { text } : { text, mapping })
    setStep(preview === null ? { at: 'choose', failed: true } : { at: 'preview', name, text, preview })
  }
  const open = async (file: File): Promise<void> => {
    setStep({ at: 'working', what: 'reading' })
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (text === null) setStep({ at: 'choose', notText: true })
    else if (text.length > longestFile) setStep({ at: 'choose', tooLong: true })
    else await look(file.name, text)
  }
  const take = async (name: string, text: string, mapping: BookMapping, skipBad: boolean): Promise<void> => {
    setStep({ at: 'working', what: 'importing' })
    const result = await ask('bookImport', { text, mapping, skipBad })
    setStep(result === null ? { at: 'choose', failed: true } : { at: 'done', name, result })
  }

  switch (step.at) {
    case 'working':
      return (
        <div role="status" className={styles.working} data-testid="book-working">
          <progress aria-label={t(`book.${step.what}`)} />
          <p>{t(`book.${step.what}`)}</p>
        </div>
      )
    case 'preview': {
      const { name, text, preview } = step
      return (
        <ImportPreview
          fileName={name}
          preview={preview}
          onMapping={(mapping) => void look(name, text, mapping)}
          onImport={(mapping, skipBad) => void take(name, text, mapping, skipBad)}
          onBack={() => {
            setStep({ at: 'choose' })
          }}
        />
      )
    }
    case 'done':
      return (
        <section className={styles.working} data-testid="book-done">
          <p role="status" className={step.result.ok ? styles.done : styles.refused}>
            {step.result.ok
              ? t('book.imported', countsIn(language, step.result))
              : t(`book.notImported.${step.result.why}`)}
          </p>
          <Button
            data-testid="book-another"
            autoFocus
            onClick={() => {
              setStep({ at: 'choose' })
            }}
          >
            {t('book.another')}
          </Button>
        </section>
      )
    case 'choose':
      return (
        <section
          className={styles.drop}
          data-testid="book-drop"
          onDragOver={(event) => {
            event.preventDefault()
          }}
          onDrop={(event) => {
            event.preventDefault()
            const file = event.dataTransfer.files[0]
            if (file !== undefined && mayManage) void open(file)
          }}
        >
          <FileUp aria-hidden="true" strokeWidth={1.5} />
          <p>{t('book.import.explain')}</p>
          <label className={styles.choose}>
            {t('book.import.choose')}
            <input
              type="file"
              className="unseen"
              data-testid="book-file"
              accept=".csv,.tsv,.txt,text/csv"
              disabled={!mayManage}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file !== undefined) void open(file)
              }}
            />
          </label>
          <p role="alert" className={styles.refused} data-testid="book-file-refused">
            {step.notText === true ? t('book.notText') : null}
            {step.tooLong === true ? t('book.tooLong') : null}
            {step.failed === true ? t('failure.other') : null}
          </p>
        </section>
      )
  }
}
