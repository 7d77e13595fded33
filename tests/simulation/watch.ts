import type { CrashPoint } from '../../electron/station/ports.ts'
import { packingEventSchema } from '../../shared/domain/packing/log/events.ts'
import type { SeenCall } from '../station/network.ts'
import type { World } from '../station/world.ts'

/** Watches a desk while it goes on: what the packer heard, what the screen showed, and which boxes were told of. */
export function createWatch(world: World) {
  const { db } = world
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM packing_log ORDER BY seq DESC LIMIT 1',
  )
  const at = db.prepare<[number], { hash: string }>('SELECT hash FROM packing_log WHERE seq = ?')
  const boxEvents = db
    .prepare<[number], string>(
      "SELECT event FROM packing_log WHERE seq > ? AND type IN ('boxReopened', 'boxSealed') ORDER BY seq",
    )
    .pluck()
  const orderOfCode = db.prepare<[string], string>('SELECT order_no FROM order_codes WHERE code = ?').pluck()
  const beingSent = db
    .prepare<[string], string>(
      "SELECT box_id FROM intents WHERE state = 'sending' AND kind = 'dispatch' AND order_no = ?",
    )
    .pluck()
  // Packed goods by how they came, refused scans by why.
  const counts = db.prepare<[], { type: string; n: number }>(
    `SELECT type || coalesce(' ' || coalesce(event ->> '$.how', iif(type = 'scanRefused', event ->> '$.reason', NULL)), '') AS type,
       count(*) AS n FROM packing_log GROUP BY 1`,
  )
  const told = new Set<string>()
  const broken: string[] = []
  let heard = { seq: 0, hash: '' }
  let looked = 0
  let answers = 0

  /** The desk as far as it is the packer's own doing; what the store says may be another thing after a restart. */
  async function screen(): Promise<string> {
    const { desk } = await world.snapshot()
    if (desk === null) return 'nothing'
    const { orderNo, currentBoxId, expecting, notes, waybill, can } = desk
    // Whether a unit may be taken by hand hangs on the store's present word as well.
    const lines = desk.lines.map((line) => ({ ...line, byHand: undefined }))
    const boxes = desk.boxes.map(({ id, state, units, identities, type, grams, invoice }) => {
      return { id, state, units, identities, type, grams, invoice }
    })
    return JSON.stringify({ orderNo, lines, boxes, currentBoxId, expecting, notes, waybill, undo: can.undo })
  }

  return {
    broken,
    count: () => answers,
    screen,
    events: (): Record<string, number> => Object.fromEntries(counts.all().map(({ type, n }) => [type, n])),

    /** The store may have heard of the box that a write is under way for. */
    mayBeDone({ method, path }: SeenCall): void {
      const [, orderNo] = /^\/orders\/(\d+)\//.exec(path) ?? []
      if (method === 'GET' || orderNo === undefined) return
      for (const boxId of beingSent.all(orderNo)) told.add(boxId)
    },

    reached(point: CrashPoint): void {
      if (point !== 'afterCommit') return
      for (const text of boxEvents.all(looked)) {
        const event = packingEventSchema.parse(JSON.parse(text))
        if (event.type === 'boxReopened' && told.has(event.boxId)) {
          broken.push(`box ${event.boxId} was opened again after the store was told`)
        }
        if (event.type !== 'boxSealed') continue
        // As far as this desk had heard at that moment.
        const meant = orderOfCode.get(event.invoice.invoiceNo)
        if (meant === undefined || event.boxId.startsWith(`${meant}-`)) continue
        broken.push(`box ${event.boxId} has waybill ${event.invoice.invoiceNo}, which is for order ${meant}`)
      }
      looked = last.get()?.seq ?? looked
    },

    acknowledged(): void {
      answers += 1
      heard = last.get() ?? heard
    },

    /** What the packer heard and the log no longer says. */
    missing(): string[] {
      if (heard.seq === 0 || at.get(heard.seq)?.hash === heard.hash) return []
      return [`the log lost what was acknowledged up to ${String(heard.seq)}`]
    },

    /** After a crash the same order stands on the screen, with the same boxes. */
    async notWhereItStood(before: string | null): Promise<string[]> {
      const after = before === null ? null : await screen()
      return before === after ? [] : [`before the crash: ${before ?? ''}; after it: ${after ?? ''}`]
    },
  }
}
