import { useEffect, useState } from 'react'
import { useDesk } from './desk-context.ts'

/** The time in milliseconds since 1970, kept right to within `every` milliseconds. */
export function useNow(every: number): number {
  const { now, schedule } = useDesk()
  const [time, setTime] = useState(now)
  useEffect(
    () =>
      schedule(() => {
        setTime(now())
      }, every),
    [time, now, schedule, every],
  )
  return time
}
