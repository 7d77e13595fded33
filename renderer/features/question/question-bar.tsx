import { PackageOpen } from 'lucide-react'
import { useCallback } from 'react'
import type { Choice } from '../../../shared/domain/packing/answer.ts'
import { useText } from '../../i18n/language.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'
import { shortcuts } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Keycap } from '../../ui/keycap.tsx'
import { choiceWords } from './choice-words.ts'
import { useNumberKeys } from './use-number-keys.ts'
import styles from './question-bar.module.css'

/** The answers to what the desk has just asked, each with the number that says it. */
export function QuestionBar() {
  const asked = useSnapshot((snapshot) => snapshot.asked)
  switch (asked?.kind) {
    case 'choose':
      return <Choices choices={asked.choices} />
    case 'takeBack':
      return <TakeBack />
    // Asked in a dialog of its own.
    case 'leaveGoods':
    case undefined:
      return null
  }
}

function Choices({ choices }: { choices: readonly Choice[] }) {
  const t = useText()
  const { run } = useActions()
  const choose = useCallback(
    (place: number) => {
      run('choose', { place })
    },
    [run],
  )
  useNumberKeys(choices.length, choose)
  return (
    <section aria-label={t('question.label')} className={styles.bar} data-testid="question">
      {choices.map((choice, index) => {
        const { name, note } = choiceWords(choice, t)
        return (
          <Button
            key={`${name} ${note}`}
            className={styles.choice}
            autoFocus={index === 0}
            data-testid={`choice-${String(index + 1)}`}
            onClick={() => {
              choose(index + 1)
            }}
          >
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.words}>
              <strong>{name}</strong>
              {note === '' ? null : <span>{note}</span>}
            </span>
          </Button>
        )
      })}
    </section>
  )
}

function TakeBack() {
  const t = useText()
  const { run } = useActions()
  return (
    <section aria-label={t('question.label')} className={styles.bar} data-testid="question">
      <Button
        className={styles.choice}
        data-testid="take-back"
        aria-keyshortcuts={shortcuts.takeOver}
        onClick={() => {
          run('confirm', {})
        }}
      >
        <PackageOpen aria-hidden="true" />
        <strong>{t('question.takeBack')}</strong>
        <Keycap>{shortcuts.takeOver}</Keycap>
      </Button>
    </section>
  )
}
