import { ScanLine, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ProductRule } from '../../../shared/contract/catalog.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { useMayManage } from '../../state/may-manage.ts'
import styles from './book-dialog.module.css'

const captures = ['serial', 'lot'] as const

/** The products that ask for a serial number with each unit, or for a lot. */
export function ProductRules() {
  const t = useText()
  const { ask } = useActions()
  const mayManage = useMayManage()
  const [rules, setRules] = useState<ProductRule[] | null>(null)
  const [sku, setSku] = useState('')
  const [capture, setCapture] = useState<ProductRule['capture']>('serial')

  useEffect(() => {
    let wanted = true
    void ask('productRules', {}).then((found) => {
      if (found !== null && wanted) setRules(found)
    })
    return () => {
      wanted = false
    }
  }, [ask])
  const show = (found: ProductRule[] | null): void => {
    if (found !== null) setRules(found)
  }

  return (
    <section>
      <p className={styles.quiet}>{t('rules.explain')}</p>
      <form
        className={styles.ruleForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (sku.trim() === '') return
          void ask('putProductRule', { sku, capture }).then((found) => {
            show(found)
            if (found !== null) setSku('')
          })
        }}
      >
        <Field label={t('book.sku')} testId="rule-sku" maxLength={128} value={sku} onText={setSku} />
        <Choice
          label={t('rules.capture')}
          testId="rule-capture"
          value={capture}
          options={captures}
          name={(option) => t(`rules.${option}`)}
          onChoose={setCapture}
        />
        <Button strong type="submit" data-testid="rule-add" disabled={!mayManage || sku.trim() === ''}>
          {t('rules.add')}
        </Button>
      </form>
      {rules?.length === 0 ? (
        <EmptyState icon={ScanLine} title={t('rules.none')} todo={t('rules.none.todo')} />
      ) : null}
      <ul className={styles.list} aria-label={t('book.tab.rules')}>
        {rules?.map((rule) => (
          <li key={rule.sku} className={styles.row} data-testid={`rule-${rule.sku}`}>
            <p className={`code ${styles.barcode}`}>{rule.sku}</p>
            <p className={styles.meaning}>{t(`rules.${rule.capture}`)}</p>
            <Button
              aria-label={t('rules.remove', { sku: rule.sku })}
              data-testid="rule-remove"
              disabled={!mayManage}
              onClick={() => {
                void ask('removeProductRule', { sku: rule.sku }).then(show)
              }}
            >
              <Trash2 aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
