import type { Intent, IntentTable } from './intent-table.ts'

/** The section of an intent, or of the box that it is about. */
export const sectionOf = ({ section, boxId }: Intent, table: Pick<IntentTable, 'ofBox'>): string | null =>
  section ?? (boxId === null ? null : (table.ofBox(boxId, 'dispatch')?.section ?? null))

/**
 * Sections that are other boxes' own, by all intents of the order; what was begun for one that is given up is there to be
 * taken again.
 */
export const takenByOthers = ({ boxId }: Intent, intents: readonly Intent[]): string[] =>
  intents
    .filter(
      ({ kind, boxId: other, handled }) =>
        kind === 'dispatch' && other !== boxId && handled?.how !== 'discarded',
    )
    .flatMap(({ section }) => (section === null ? [] : [section]))
