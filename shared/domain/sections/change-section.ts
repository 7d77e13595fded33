import type { ItemQuantity, SectionShape } from './shapes.ts'
import type { SplitProblem } from './split.ts'
import type { SplitOptions } from './split-section.ts'
import { splitSection } from './split-section.ts'
import type { SectionStatus } from './status.ts'
import { canBecome } from './steps.ts'

/** Moves a section, or the named quantities of it, to a status. */
export interface SectionChange {
  readonly orderSectionCode: string
  /** Undefined only divides the section: both sides keep its status. */
  readonly to: SectionStatus | undefined
  /** Undefined means the whole section. */
  readonly part?: readonly ItemQuantity[] | undefined
}

export interface ChangeProblem {
  readonly problem: SplitProblem['problem'] | 'unknown-section' | 'not-allowed'
  readonly orderSectionItemNo?: string
}

export interface ChangedSections<Section> {
  /** All sections of the order afterwards, the new one last. */
  readonly sections: readonly Section[]
  /** The section that holds what was asked for, already in its new status. */
  readonly changed: Section
  /** The section that came into being, if one did: `changed`, or what was left, as assumed. */
  readonly created: Section | undefined
  readonly isNewSection: boolean
}

/**
 * The one way a section changes: whole or in part, along an allowed edge. Units are conserved over the order, no section
 * is left empty, and what was not asked for keeps its status.
 */
export const changeSection = <Item extends ItemQuantity, Section extends SectionShape<Item>>(
  sections: readonly Section[],
  change: SectionChange,
  options: Omit<SplitOptions<Item, Section>, 'siblings'> & {
    readonly withStatus: (section: Section, status: SectionStatus) => Section
  },
): ChangedSections<Section> | ChangeProblem => {
  const section = sections.find((s) => s.orderSectionCode === change.orderSectionCode)
  if (section === undefined) return { problem: 'unknown-section' }
  const { to } = change
  if (to !== undefined && !canBecome(section.orderSectionStatus, to)) return { problem: 'not-allowed' }
  const asked: readonly ItemQuantity[] = change.part ?? section.sectionItems
  const split = splitSection<Item, Section>(section, asked, { ...options, siblings: sections })
  if ('problem' in split) return split
  const changed = to === undefined ? split.part : options.withStatus(split.part, to)
  const { rest } = split
  if (rest === undefined) {
    return {
      sections: sections.map((s) => (s === section ? changed : s)),
      changed,
      created: undefined,
      isNewSection: false,
    }
  }
  const partIsNew = changed.orderSectionCode !== section.orderSectionCode
  const [kept, created] = partIsNew ? [rest, changed] : [changed, rest]
  return {
    sections: [...sections.map((s) => (s === section ? kept : s)), created],
    changed,
    created,
    isNewSection: true,
  }
}
