/** What a look over the whole packing log found. */
export type LogCheck = {
  events: number
  /** The first event that is missing, moved or changed; null for a whole chain. */
  firstBreak: number | null
  /** What a salvage could not read: nothing is known between the two events (0: the beginning). */
  gaps: { after: number; resumes: number }[]
}

/** With a break in the chain nothing is rebuilt, and `orders` is 0. */
export type LogRebuild = LogCheck & { orders: number }

/** Where the file was saved; null where the log has no such event, and no file was made. */
export type ExportedLog = { path: string | null; events: number }
