import { CirclePause, Forward } from 'lucide-react'
import { useState } from 'react'
import { holdReasons } from '../../../shared/domain/packing/answer.ts'
import type { Verdict } from '../../../shared/domain/packing/possible.ts'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import { useWhyNot } from '../answers/use-why-not.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './actions-dialog.module.css'

/** Setting the order aside with a reason, and leaving it to another desk. */
export function LeaveForms({ againstHandOver }: { againstHandOver: Verdict }) {
  const t = useText()
  const { run } = useActions()
  const say = useWhyNot()
  const [reason, setReason] = useState<(typeof holdReasons)[number]>('missing')
  const [words, setWords] = useState('')
  const [desk, setDesk] = useState('')
  const [note, setNote] = useState('')
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          run('holdOrder', { reason: words.trim() === '' ? reason : words.trim().slice(0, 200) })
        }}
      >
        <Choice
          label={t('actions.hold')}
          testId="hold-reason"
          value={reason}
          options={holdReasons}
          name={(each) => t(`hold.${each}`)}
          onChoose={setReason}
        />
        <Field
          label={t('actions.hold.words')}
          testId="hold-words"
          maxLength={200}
          value={words}
          onText={setWords}
        />
        <Button type="submit" data-testid="hold-order">
          <CirclePause aria-hidden="true" />
          {t('actions.hold.do')}
        </Button>
      </form>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (desk.trim() !== '' && againstHandOver === null)
            run('handOver', { desk: desk.trim(), note: note.trim() })
        }}
      >
        <Field
          label={t('actions.handOver')}
          testId="hand-over-desk"
          maxLength={40}
          value={desk}
          onText={setDesk}
        />
        <Field
          label={t('actions.handOver.note')}
          testId="hand-over-note"
          maxLength={200}
          value={note}
          onText={setNote}
        />
        <Button
          type="submit"
          data-testid="hand-over"
          disabled={desk.trim() === '' || againstHandOver !== null}
          title={say(againstHandOver)}
        >
          <Forward aria-hidden="true" />
          {t('actions.handOver.do')}
        </Button>
      </form>
    </>
  )
}
