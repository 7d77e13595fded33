import { z } from 'zod'
import { isIntact, type ChainRow } from './log-chain.ts'

/**
 * An excerpt of the packing log as a file: JSON lines, first a header, then one event a line in the order of the log.
 * Each line carries its own hash and the one before, so that every line can be verified by itself, and neighbours with
 * each other. What cannot be seen from an order's file is whether an event is missing, since other orders' events lie
 * between its own. A day's file says with `chain` from where to where nothing may be missing.
 */
export const fileFormat = 'packdesk-log'
export const fileVersion = 1

const whatSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), orderNo: z.string() }),
  /** A day of the desk's own calendar; `from` and `to` are its bounds in milliseconds since 1970, `to` exclusive. */
  z.object({ kind: z.literal('day'), day: z.string(), from: z.number(), to: z.number() }),
])

const headerSchema = z.object({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  /** The app's version, where the station was told. */
  app: z.string().nullable(),
  exportedAt: z.number(),
  what: whatSchema,
  /** Lines that follow. */
  events: z.number().int(),
  /**
   * Both inclusive: within it the file holds every event of the log, the first one following the event with the hash
   * `previousHash`. Null where there is no such stretch: in an order's file, or where the day's events are no unbroken
   * row (a clock put back, a gap left by a salvage).
   */
  chain: z.object({ fromSeq: z.number(), toSeq: z.number(), previousHash: z.string() }).nullable(),
})

const lineSchema = z.object({
  seq: z.number().int().positive(),
  orderNo: z.string().nullable(),
  at: z.number(),
  /** The event's JSON exactly as it was hashed. */
  event: z.string(),
  prevHash: z.string(),
  hash: z.string(),
})

export type LogFileHeader = z.infer<typeof headerSchema>
export type ExportWhat = z.infer<typeof whatSchema>

/** Something about a file that is not as the desk wrote it; `line` counts from 1. */
export type FileProblem = { line: number; what: 'unreadable' | 'changed' | 'outOfOrder' | 'missing' }

export const headerLine = (header: LogFileHeader): string => `${JSON.stringify(header)}\n`

export const eventLine = ({
  seq,
  order_no: orderNo,
  at,
  event,
  prev_hash: prevHash,
  hash,
}: ChainRow): string => `${JSON.stringify({ seq, orderNo, at, event, prevHash, hash })}\n`

/** Reads a file back; lines that are not what the desk wrote are named and left out. Throws where the header is none. */
export function readLogFile(text: string): {
  header: LogFileHeader
  rows: ChainRow[]
  problems: FileProblem[]
} {
  const [first = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const header = headerSchema.safeParse(readJson(first))
  if (!header.success) throw new Error('This is not an excerpt of a packing log that this version can read.')
  const problems: FileProblem[] = []
  const rows: ChainRow[] = []
  for (const [index, text] of lines.entries()) {
    const line = index + 2
    const parsed = lineSchema.safeParse(readJson(text))
    const row = parsed.success ? rowOf(parsed.data) : null
    const before = rows.at(-1)
    if (row === null) problems.push({ line, what: 'unreadable' })
    else if (!isIntact(row)) problems.push({ line, what: 'changed' })
    else if (before !== undefined && row.seq <= before.seq) problems.push({ line, what: 'outOfOrder' })
    else {
      if (!follows(header.data, before, row)) problems.push({ line, what: 'missing' })
      rows.push(row)
    }
  }
  if (endsEarly(header.data, rows, lines.length)) problems.push({ line: lines.length + 2, what: 'missing' })
  return { header: header.data, rows, problems }
}

/** Whether nothing can be seen to be missing between a row and the one before it in the file. */
function follows({ chain }: LogFileHeader, before: ChainRow | undefined, row: ChainRow): boolean {
  if (before !== undefined && row.seq === before.seq + 1) return row.prev_hash === before.hash
  if (chain === null) return true
  if (row.seq === chain.fromSeq) return row.prev_hash === chain.previousHash
  return row.seq < chain.fromSeq || row.seq > chain.toSeq
}

const endsEarly = ({ chain, events }: LogFileHeader, rows: ChainRow[], lines: number): boolean =>
  lines < events || (chain !== null && (rows.at(-1)?.seq ?? 0) < chain.toSeq)

const rowOf = ({ seq, orderNo, at, event, prevHash, hash }: z.infer<typeof lineSchema>): ChainRow => ({
  seq,
  order_no: orderNo,
  at,
  event,
  prev_hash: prevHash,
  hash,
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not a line that the desk wrote; the caller says which.
    return undefined
  }
}
