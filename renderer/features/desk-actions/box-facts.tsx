import { Scale } from 'lucide-react'
import { useState } from 'react'
import type { BoxView } from '../../../shared/contract/snapshot.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import type { DeskPossible } from '../../../shared/domain/packing/possible.ts'
import { useWhyNot } from '../answers/use-why-not.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { gramsIn } from './grams.ts'
import styles from './actions-dialog.module.css'

/** The kind and the weight of the current box, where this desk asks for them. */
export function BoxFacts({
  box,
  can,
}: {
  box: BoxView | null
  can: Pick<DeskPossible, 'typeBox' | 'weighBox'>
}) {
  const t = useText()
  const { run } = useActions()
  const say = useWhyNot()
  const { boxTypes, askBoxType, askWeight } = useSnapshot((snapshot) => snapshot.settings)
  const [typed, setTyped] = useState('')
  if (box === null || can.typeBox !== null) return null
  const grams = gramsIn(typed)
  return (
    <>
      {askBoxType === 'off' || boxTypes.length === 0 ? null : (
        <div className={styles.form}>
          <Choice
            label={t('actions.boxType', { number: box.number })}
            testId="box-type"
            value={box.type?.code ?? ''}
            options={['', ...boxTypes.map(({ code }) => code)]}
            name={(code) => boxTypes.find((type) => type.code === code)?.name ?? t('actions.boxType.none')}
            onChoose={(code) => {
              if (code !== '') run('typeBox', { code })
            }}
          />
        </div>
      )}
      {askWeight === 'off' ? null : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (grams !== null && can.weighBox === null) run('weighBox', { grams })
          }}
        >
          <Field
            label={t('actions.weight', { number: box.number })}
            testId="box-weight"
            inputMode="decimal"
            placeholder={t('actions.weight.example')}
            value={typed}
            onText={setTyped}
          />
          <Button
            type="submit"
            data-testid="box-weigh"
            disabled={grams === null || can.weighBox !== null}
            title={say(can.weighBox)}
          >
            <Scale aria-hidden="true" />
            {t('actions.weight.set')}
          </Button>
        </form>
      )}
    </>
  )
}
