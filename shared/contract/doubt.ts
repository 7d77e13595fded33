import type { DoubtKind } from '../domain/packing/log/doubt-kind.ts'

/** Why nothing is sent: the desk's data is, or may be, of an earlier time than what the store has been told. */
export type DoubtView = {
  kind: DoubtKind
  since: number
  /** The last event there was; null for an empty log. */
  lastSeq: number
  lastAt: number | null
  /** Events that are known to be missing; null where nobody can tell. */
  missing: number | null
  /** Orders read again so far, and whether nothing is left to read. */
  read: number
  isRead: boolean
  /** Orders with parcels that only the store knows of. */
  onlyAtStore: string[]
}
