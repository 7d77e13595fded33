import type { LastScan } from '../../../shared/contract/snapshot.ts'
import type { Choice } from '../../../shared/domain/packing/answer.ts'
import type { Text } from '../../i18n/text.ts'

/** What the desk waits to be told after its last answer; null where it asks nothing. */
export type Question = { kind: 'choose'; choices: readonly Choice[] } | { kind: 'takeBack' }

export function questionOf(lastScan: LastScan | null): Question | null {
  if (lastScan === null || lastScan.answer.ok) return null
  const { said } = lastScan.answer
  if (said.kind === 'whichOne') return { kind: 'choose', choices: said.choices }
  return said.kind === 'setAside' || said.kind === 'atOtherDesk' ? { kind: 'takeBack' } : null
}

/** A choice in words, and what else tells it apart. */
export function choiceWords(choice: Choice, t: Text): { name: string; note: string } {
  switch (choice.kind) {
    case 'item':
      return { name: choice.name, note: choice.options }
    case 'order':
      return { name: t('question.order'), note: choice.orderNo }
    case 'waybill':
      return { name: choice.courierName, note: choice.invoiceNo }
    case 'holdReason':
      return { name: t(`hold.${choice.reason}`), note: '' }
  }
}
