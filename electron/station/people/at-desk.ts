import type { Person } from './people-table.ts'

/** Who is at the desk, for whoever has to name them; `before` was there when an earlier run ended. */
export function createAtDesk(before: Person | null) {
  let person = before?.active === true ? before : null
  return {
    person: (): Person | null => person,
    id: (): number | null => person?.id ?? null,
    set(next: Person | null): void {
      person = next
    },
  }
}

export type AtDesk = ReturnType<typeof createAtDesk>
