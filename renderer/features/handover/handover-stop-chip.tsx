import { OctagonAlert } from 'lucide-react'
import type { HandoverStop } from '../../../shared/domain/packing/answer.ts'
import { useText } from '../../i18n/language.ts'
import { Chip } from '../../ui/chip.tsx'

/** Why a box must not leave. */
export function HandoverStopChip({ stop }: { stop: HandoverStop }) {
  const t = useText()
  return (
    <Chip tone="red" icon={OctagonAlert} testId={`stop-${stop}`}>
      {t(`handover.stop.${stop}`)}
    </Chip>
  )
}
