import type { Section } from '../orders/order.ts'
import { rulesOf, type IntentKind } from './registry.ts'
import type { IntentStanding } from './kinds/kind.ts'
import type { ProblemKind } from './problem.ts'

/** What an order as read shows of an intent that the store has said it has carried out. */
export type Sight =
  | { kind: 'shown' }
  /** As if it had not been done yet, or no more. */
  | { kind: 'notYet' }
  /** It stands otherwise than was promised. */
  | { kind: 'contradicted'; problem: ProblemKind }

const shown: Sight = { kind: 'shown' }
const notYet: Sight = { kind: 'notYet' }

export type Told = {
  kind: IntentKind
  payload: unknown
  /** Its box has been promised another waybill since, which tells of that. */
  corrected: boolean
  /** A reading has shown it before: what is cancelled after that was done all the same, and the order says what became of it. */
  seen: boolean
}

/** Asked again for its next step, an intent that is done has none left. */
export function sightOf({ kind, payload, corrected, seen }: Told, standing: IntentStanding): Sight {
  const own = standing.order.sections.find(({ code }) => code === standing.section)
  if (corrected) return own !== undefined && !isBefore(own) ? shown : notYet
  const next = rulesOf[kind].nextStep(payload, standing)
  switch (next.kind) {
    case 'done':
      return shown
    case 'send':
      return notYet
    case 'stuck':
      if (seen && next.problem === 'sectionCancelled') return shown
      return isTold(standing.section, own, next.problem)
        ? { kind: 'contradicted', problem: next.problem }
        : notYet
  }
}

const isBefore = ({ status }: Section): boolean => status === 'PRODUCT_PREPARATION'

/** Whether the reading shows it further than before it was told; of a section that is not known only a second waybill does. */
const isTold = (code: string | null, own: Section | undefined, problem: ProblemKind): boolean =>
  code === null ? problem === 'waybillTwice' : own !== undefined && !isBefore(own)
