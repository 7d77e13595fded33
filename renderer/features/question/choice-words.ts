import type { Choice } from '../../../shared/domain/packing/answer.ts'
import type { Text } from '../../i18n/text.ts'

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
