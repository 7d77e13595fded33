import type { LastScan } from '../../../shared/contract/snapshot.ts'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useNow } from '../../state/use-now.ts'
import type { Language, Text } from '../../i18n/text.ts'
import { messageOf } from '../answers/message.ts'
import { Refused } from '../../ui/refused.tsx'
import styles from './sign-in.module.css'

const second = 1000

/** Why the desk did not let in whoever tried last; counts the wait down where there were too many wrong PINs. */
export function SignInNotice({ answer }: { answer: LastScan | null }) {
  const t = useText()
  const language = useLanguage()
  const now = useNow(second)
  const words = answer === null ? null : noticeOf(answer, now, t, language)
  return (
    <div role="alert" className={styles.notice} data-testid="sign-in-notice">
      {words === null ? null : <Refused title={words.title} detail={words.detail} />}
    </div>
  )
}

function noticeOf(
  { at, answer }: LastScan,
  now: number,
  t: Text,
  language: Language,
): { title: string; detail: string } | null {
  if (answer.ok) return null
  const { said } = answer
  if (said.kind === 'wrongPin') return { title: t('signIn.wrongPin'), detail: t('signIn.wrongPin.todo') }
  if (said.kind === 'waitForPin') {
    const left = Math.min(said.seconds, Math.ceil((at + said.seconds * second - now) / second))
    return left > 0 ? messageOf({ ok: false, said: { ...said, seconds: left } }, t, language) : null
  }
  return messageOf(answer, t, language)
}
