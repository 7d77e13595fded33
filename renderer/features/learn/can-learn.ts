import type { LineView, StationSnapshot } from '../../../shared/contract/snapshot.ts'

/** The code just refused because nobody knows it, where it may be taught on the spot; null otherwise. */
export function codeToLearn({ desk, lastScan, settings }: StationSnapshot): string | null {
  if (desk === null || lastScan === null || settings.learning === 'nobody') return null
  const { answer, code } = lastScan
  if (answer.ok || answer.said.kind !== 'unknownCode') return null
  return linesToLearn(desk.lines).length === 0 ? null : code
}

/** The lines a new barcode may belong to, those that still need units first; not those the shop has no code for. */
export function linesToLearn(lines: readonly LineView[]): LineView[] {
  const coded = lines.filter(({ codes }) => codes.length > 0)
  const isOpen = ({ done, needed }: LineView): boolean => done < needed
  return [...coded.filter(isOpen), ...coded.filter((line) => !isOpen(line))]
}
