import { Hash } from 'lucide-react'
import { useState } from 'react'
import { packingInputs } from '../../../shared/contract/packing.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import type { Verdict } from '../../../shared/domain/packing/possible.ts'
import { useWhyNot } from '../answers/use-why-not.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './actions-dialog.module.css'

/** How many the item just scanned stands for. */
export function CountForm({ against }: { against: Verdict }) {
  const t = useText()
  const { run } = useActions()
  const say = useWhyNot()
  const [typed, setTyped] = useState('')
  const units = Number(typed)
  const fits = packingInputs.countItem.safeParse({ units }).success
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (fits && against === null) run('countItem', { units })
      }}
    >
      <Field
        label={t('actions.count')}
        testId="count-units"
        inputMode="numeric"
        value={typed}
        onText={setTyped}
      />
      <Button type="submit" data-testid="count-set" disabled={!fits || against !== null}>
        <Hash aria-hidden="true" />
        {t('actions.count.set')}
      </Button>
      <p className={styles.note}>{say(against) ?? t('actions.count.note')}</p>
    </form>
  )
}
