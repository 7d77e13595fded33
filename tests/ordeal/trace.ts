import type { Time } from './time.ts'

/** What happened, as a person can read it; nothing is kept unless it is wanted. */
export function createTrace(time: Time, isWanted: boolean) {
  const lines: string[] = []
  const begun = time.now()
  return {
    lines,
    note(who: string, what: string): void {
      if (!isWanted) return
      const seconds = ((time.now() - begun) / 1000).toFixed(1).padStart(8)
      lines.push(`${seconds} s  ${who.padEnd(7)} ${what}`)
    },
  }
}

export type Trace = ReturnType<typeof createTrace>
