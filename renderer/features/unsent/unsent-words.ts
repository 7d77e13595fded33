import type { UnsentRow } from '../../../shared/contract/snapshot.ts'
import { problemKinds } from '../../../shared/domain/intents/problem.ts'
import type { Text } from '../../i18n/text.ts'

/** What came of the last call for a box, as the station names it. */
const answerKinds = ['ok', 'refused', 'undelivered', 'unanswered', 'limited', 'signedOut'] as const

/** The order, and the box where it is about one. */
export const unsentName = ({ orderNo, box }: Pick<UnsentRow, 'orderNo' | 'box'>, t: Text): string =>
  box === null ? t('unsent.order', { orderNo }) : t('unsent.box', { orderNo, box })

/** What is being done, or comes next, on a box's way to the store. */
export const stepWords = (step: UnsentRow['step'], t: Text): string =>
  step === null ? t('unsent.step.none') : t(`write.${step}`)

/** The store's last answer in words, with what the store itself said. */
export function lastAnswerWords(answer: NonNullable<UnsentRow['lastAnswer']>, t: Text): string {
  const { kind, words } = answer
  const heard = answerKinds.find((each) => each === kind)
  const problem = problemKinds.find((each) => each === kind)
  const meaning =
    heard !== undefined ? t(`unsent.said.${heard}`) : problem !== undefined ? t(`problem.${problem}`) : null
  return [meaning, words].filter((part) => part !== null && part !== '').join(' — ')
}
