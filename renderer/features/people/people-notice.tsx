import { Check, TriangleAlert } from 'lucide-react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { messageOf } from '../answers/message.ts'
import { useAnswerSince } from '../../state/use-answer-since.ts'
import styles from './people-dialog.module.css'

/** What the desk said to the last change, or to a badge scanned meanwhile. */
export function PeopleNotice() {
  const t = useText()
  const language = useLanguage()
  const answer = useAnswerSince()?.answer ?? null
  const words = answer === null ? null : messageOf(answer, t, language)
  const Icon = answer?.ok === true ? Check : TriangleAlert
  return (
    <div
      role="status"
      className={styles.notice}
      data-testid="people-notice"
      data-kind={answer?.said.kind ?? ''}
    >
      {words === null ? null : (
        <p className={answer?.ok === true ? styles.done : styles.refused}>
          <Icon aria-hidden="true" />
          <span>
            <strong>{words.title}</strong> {words.detail}
          </span>
        </p>
      )}
    </div>
  )
}
