import type { BackupView } from '../../../shared/contract/snapshot.ts'
import type { PicturePorts } from '../catalog/pictures.ts'
import type { Authorization } from '../feed/connection.ts'
import type { Database } from '../database/open.ts'
import type { ClientCredentials, TokenStore } from '../imweb/session.ts'
import type { Transport } from '../imweb/transport.ts'
import type {
  AnchorFile,
  Clock,
  NewId,
  Pace,
  Random,
  Reached,
  Report,
  SaveExport,
  Schedule,
} from '../ports.ts'

/** What a station stands on. */
export type StationPorts = {
  db: Database
  clock: Clock
  pace: Pace
  random: Random
  schedule: Schedule
  /** Lets whatever else is due have its turn. */
  pause: () => Promise<void>
  report: Report
  transport: Transport
  tokens: TokenStore
  authorize: () => Promise<Authorization>
  /** What shows a database of an earlier time for what it is, and what tells databases apart. */
  anchor: AnchorFile
  newId: NewId
  store: { baseUrl: string; credentials: ClientCredentials; demo: boolean }
  /**
   * Milliseconds: between looks for new orders, before a call counts as unanswered, until a late write has settled, and until
   * what the store has said is done is looked for there.
   */
  pollMs: number
  timeoutMs: number
  settleMs: number
  sightMs: number
  reached?: Reached
  /** The app's version, where excerpts of the log are saved, and how the daily backup stands; each where there is one. */
  app?: string
  saveExport?: SaveExport
  /** Pictures of products; without it the desk shows none. */
  pictures?: PicturePorts
  backup?: () => BackupView
  /** Copies a database whose file is lost by the connection that has it open; answers with the copy's path. */
  rescue?: () => string
}
