import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { Decision } from '../../../shared/domain/packing/decision.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { replay } from '../../../shared/domain/packing/log/evolve.ts'
import { nothingPacked, type Packing } from '../../../shared/domain/packing/packing.ts'
import { isSecret } from '../../../shared/domain/codes/command-barcode.ts'
import type { InPlace } from '../database/in-place.ts'
import type { Database } from '../database/open.ts'
import type { Promises } from '../outbox/promises.ts'
import type { Clock, Reached } from '../ports.ts'
import type { PackingLog } from '../log/log.ts'
import { project } from '../log/project.ts'
import type { PackingProjections } from '../log/projections.ts'

export type DeskStateParts = {
  db: Database
  inPlace: Pick<InPlace, 'require'>
  log: PackingLog
  projections: PackingProjections
  promises: Pick<Promises, 'keep'>
  clock: Clock
  reached: Reached
}

/**
 * The order on the desk, and the one way to change it: a decision's events, the tables read from them and, for a seal,
 * the waybill and the intent go to disk in one transaction; only then does the state in memory move.
 */
export function createDeskState(parts: DeskStateParts) {
  const { db, inPlace, log, projections, promises, clock, reached } = parts
  const onDesk = log.orderOnDesk()
  let packing: Packing | null = onDesk === null ? null : load(onDesk)

  function load(orderNo: string): Packing {
    return replay(nothingPacked(orderNo), log.eventsOf(orderNo))
  }

  /** Appends the events and brings every table that is read from them up to date; answers with the new state. */
  function write(before: Packing, events: readonly PackingEvent[]): Packing {
    const projected = project(before, log.append(before.orderNo, events, clock()))
    projections.write(projected)
    for (const happened of projected.toReport) promises.keep(happened)
    return projected.packing
  }

  /** All or nothing, and on disk when it returns, in the file that the next start will open. */
  function commit(change: () => Packing): Packing {
    const changeInPlace = (): Packing => {
      const after = change()
      inPlace.require()
      return after
    }
    reached('beforeCommit')
    const after = db.transaction(changeInPlace).immediate()
    inPlace.require()
    reached('afterCommit')
    return after
  }

  const show = (after: Packing): void => {
    packing = after.onDesk ? after : null
  }

  /** Says no; `code` is logged with the reason where one was scanned, but for a badge's digits. */
  function turnDown(said: Refusal, code: string | null): Answer {
    if (code !== null) {
      const shown = isSecret(code) ? '' : code.slice(0, 128)
      const event = { type: 'scanRefused', code: shown, reason: said.kind } as const
      log.append(packing?.orderNo ?? null, [event], clock())
    }
    return { ok: false, said }
  }

  function carryOut(before: Packing, decision: Decision, code: string | null): Answer {
    if (!decision.ok) return turnDown(decision.said, code)
    show(commit(() => write(before, decision.events)))
    return { ok: true, said: decision.said }
  }

  /** Carries out a decision about any order; `alongside` is written in the same transaction. */
  function carryOutElsewhere(
    orderNo: string,
    decide: (packing: Packing) => Decision,
    alongside: () => void = () => undefined,
    code: string | null = null,
  ): Answer {
    const before = packing?.orderNo === orderNo ? packing : load(orderNo)
    const decision = decide(before)
    if (!decision.ok) return turnDown(decision.said, code)
    const after = commit(() => {
      alongside()
      return write(before, decision.events)
    })
    if (packing?.orderNo === orderNo || after.onDesk) show(after)
    return { ok: true, said: decision.said }
  }

  return {
    packing: (): Packing | null => packing,
    load,
    turnDown,
    carryOut,
    carryOutElsewhere,

    /** Puts the order on the desk down and another one on it, or the same one anew. */
    exchange(current: Packing, next: Packing, decision: Decision, code: string | null): Answer {
      if (!decision.ok) return turnDown(decision.said, code)
      const after = commit(() => {
        const down = write(current, [{ type: 'orderPutDown' }])
        return write(next.orderNo === down.orderNo ? down : next, decision.events)
      })
      show(after)
      return { ok: true, said: decision.said }
    },
  }
}
