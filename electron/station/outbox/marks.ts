import type { Clock, Pace, Random } from '../ports.ts'
import { backoff } from './backoff.ts'
import { createPatience } from './patience.ts'
import type { Intent, IntentChange, IntentTable } from './intent-table.ts'

/** How a lane writes down what became of an intent. */
export function createMarks(table: Pick<IntentTable, 'change'>, clock: Clock, pace: Pace, random: Random) {
  const patience = createPatience(pace)

  /** The intent as it stands now, together with the last answer it was given. */
  function set(intent: Intent, changes: IntentChange): void {
    const since = changes.state !== undefined && changes.state !== intent.state ? { since: clock() } : {}
    table.change(intent.seq, { lastAnswer: intent.lastAnswer, ...since, ...changes })
  }

  /** It is tried again, later with each time; `waitMs` where the store has said when. */
  function later(intent: Intent, changes: IntentChange, waitMs = backoff(intent.attempts, random)): void {
    set(intent, { ...changes, attempts: intent.attempts + 1, nextAt: pace() + waitMs })
  }

  /** It waits for a person. */
  function hand(intent: Intent, problem: Intent['problem']): void {
    set(intent, { state: 'needsPerson', problem })
  }

  /** The store refuses to show its order: that may pass, and a person is asked where it does not. */
  function notShown(intent: Intent, problem: Intent['problem']): void {
    if (patience.isOver(intent.seq)) hand(intent, problem)
    else later(intent, {})
  }

  const shown = ({ seq }: Intent): void => {
    patience.shown(seq)
  }

  return { set, later, hand, notShown, shown }
}

export type Marks = ReturnType<typeof createMarks>
