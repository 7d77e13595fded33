import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { z } from 'zod'
import type { CrashPoint, Reached } from '../station/ports.ts'

const points = [
  'beforeCommit',
  'afterCommit',
  'beforeSend',
  'afterSend',
  'beforeRecord',
] as const satisfies readonly CrashPoint[]

/** Where a crash test wants the process to die: at which point, and at which of the times it is reached (from 1). */
export type CrashAt = { point: CrashPoint; time: number }

/** `beforeSend:2` is the second time that `beforeSend` is reached. */
export const crashAtSchema = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(
    z.tuple(
      [z.enum(points), z.string().regex(/^[1-9]\d{0,5}$/)],
      'a crash point and its number, as in beforeSend:2',
    ),
  )
  .transform(([point, time]): CrashAt => ({ point, time: Number(time) }))

/**
 * Ends this process by SIGKILL at the given point: nothing is flushed, closed or told, as in a power cut. At
 * `afterSend` the request has been handed over, but not all of it has left: there the end comes once its last byte has.
 */
export function dieAt(crashAt: CrashAt): Reached {
  let reached = 0
  return (point) => {
    if (point !== crashAt.point) return
    reached += 1
    if (reached !== crashAt.time) return
    if (point === 'afterSend') onceAWriteHasLeft(die)
    else die()
  }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

const sentSchema = z.object({
  request: z.object({ method: z.enum(['POST', 'PATCH', 'DELETE']), path: z.string() }),
})

/** Calls back when the whole of a write has been handed to the system's network. */
function onceAWriteHasLeft(left: () => void): void {
  const channel = 'undici:request:bodySent'
  const listener = (message: unknown): void => {
    const sent = sentSchema.safeParse(message)
    if (!sent.success || !sent.data.request.path.startsWith('/orders/')) return
    unsubscribe(channel, listener)
    left()
  }
  subscribe(channel, listener)
}
