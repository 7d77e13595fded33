/**
 * What the order system's document leaves open about dividing a section. Each answer is a named switch, so that
 * everything built on sections can be run against either answer.
 */
export interface SectionAssumptions {
  /** Which side of a split keeps the old section code: what is left behind, or the part that was asked for. */
  readonly codeStaysWith: 'rest' | 'part'
  /**
   * Item numbers in the part that was split off. `next-when-divided`: an item that moves whole keeps its number, a
   * divided one gets the order's next number; `next-always`: every item gets a new number; `same`: numbers never
   * change, so one number can stand in two sections.
   */
  readonly splitItemNumbers: 'next-when-divided' | 'next-always' | 'same'
  /** What an approved exchange becomes: prepared again for dispatch, or closed as complete. */
  readonly approvedExchange: 'prepared-again' | 'complete'
}

export const defaultSectionAssumptions: SectionAssumptions = {
  codeStaysWith: 'rest',
  splitItemNumbers: 'next-when-divided',
  approvedExchange: 'prepared-again',
}
