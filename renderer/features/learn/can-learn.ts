import type { Refusal } from '../../../shared/domain/packing/answer.ts'
import type { LineView, StationSnapshot } from '../../../shared/contract/snapshot.ts'

/**
 * The code just refused because nobody knows it, where it may be taught on the spot; null otherwise. It still may after a
 * PIN that did not let it be taught.
 */
export function codeToLearn({ desk, lastScan, settings }: StationSnapshot): string | null {
  if (desk === null || lastScan === null || settings.learning === 'nobody') return null
  const { answer, code } = lastScan
  if (answer.ok || !teachable.includes(answer.said.kind)) return null
  return linesToLearn(desk.lines).length === 0 ? null : code
}

const teachable: readonly Refusal['kind'][] = ['unknownCode', 'wrongPin', 'waitForPin', 'pinNeeded']

/** The lines a new barcode may belong to, those that still need units first; not those the shop has no code for. */
export function linesToLearn(lines: readonly LineView[]): LineView[] {
  const coded = lines.filter(({ codes }) => codes.length > 0)
  const isOpen = ({ done, needed }: LineView): boolean => done < needed
  return [...coded.filter(isOpen), ...coded.filter((line) => !isOpen(line))]
}
