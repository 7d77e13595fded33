import type { DeskView, StationSnapshot } from '../../shared/contract/snapshot.ts'
import type { Chance } from '../simulation/chance.ts'
import { Died, type Desk } from './desk.ts'
import { createLedger, type SealedBox } from './ledger.ts'
import type { Time } from './time.ts'
import type { Trace } from './trace.ts'

/** A number with CJ대한통운's own check digit. */
const waybillNo = (desk: number, nth: number): string => {
  const digits = `68${String(desk)}${String(nth).padStart(8, '0')}`
  return digits + String(Number(digits.slice(2)) % 7)
}

export type PackerParts = {
  desk: Desk
  number: number
  time: Time
  chance: Chance
  trace: Trace
  onSeal: (box: SealedBox) => void
  /** Whether something under this waybill has ever reached the store. */
  wasHeard: (waybill: string) => boolean
}

/** A packer who does what the screen says, and writes down what it said. */
export function createPacker({ desk, number, time, chance, trace, onSeal, wasHeard }: PackerParts) {
  const ledger = createLedger()
  let labels = 0
  /** The label in hand: printed once, and scanned again where its answer was not heard. */
  let label: string | null = null
  let refusals = 0
  let connectedAt = -Infinity
  let hasBegun = true
  /** Orders that would not go on, and until when they are left alone. */
  const leftAlone = new Map<string, number>()
  /** Orders that will not go on at all. */
  const stopped = new Set<string>()

  const scan = (code: string) => desk.methods.scan({ code })

  async function workOn(view: DeskView): Promise<StationSnapshot> {
    const { methods } = desk
    if (refusals >= 3) {
      leftAlone.set(view.orderNo, time.now() + 120_000)
      return methods.putDown({ leaveGoods: true })
    }
    if (view.drift !== null) return methods.takeOverChanges({})
    const current = view.boxes.find(({ id }) => id === view.currentBoxId)
    const due = view.lines.filter(({ done, needed }) => done < needed)
    switch (view.expecting) {
      case 'item': {
        const code = chance.pick(due)?.codes[0]
        const isEnough = code === undefined || chance.is(0.25)
        if (isEnough && current !== undefined && current.units > 0) return methods.closeBox({})
        return code === undefined ? methods.putDown({ leaveGoods: true }) : scan(code)
      }
      case 'invoice':
        if (label === null) {
          labels += 1
          label = waybillNo(number, labels)
        }
        return scan(label)
      case 'nothing':
        return begin()
      case 'serial':
      case 'lot':
      case 'boxType':
      case 'weight':
        return methods.putDown({ leaveGoods: true })
    }
  }

  async function begin(): Promise<StationSnapshot> {
    const { rows } = await desk.methods.queue({ search: '', show: 'ready', limit: 50 })
    const free = rows.filter(
      ({ orderNo }) => !stopped.has(orderNo) && (leftAlone.get(orderNo) ?? 0) < time.now(),
    )
    const orderNo = (chance.is(0.7) ? free[0] : chance.pick(free))?.orderNo
    return orderNo === undefined ? desk.methods.snapshot({}) : scan(orderNo)
  }

  /** What somebody has to do before packing can go on, or beside it. */
  function seeToDesk({ connection, doubt }: StationSnapshot): void {
    const elapsed = time.now() - connectedAt
    if (connection.state === 'signedOut' && elapsed > 30_000) {
      connectedAt = time.now()
      Promise.resolve(desk.methods.connect({})).catch(() => undefined)
    }
    if (doubt?.isRead === true && elapsed > 30_000) {
      connectedAt = time.now()
      trace.note(desk.name, 'a lead goes on from there')
      Promise.resolve(desk.methods.goOn({ pin: '' })).catch(() => undefined)
    }
  }

  function writeDown({ desk: view }: StationSnapshot): void {
    ledger.sees(view, !hasBegun)
    hasBegun = true
    if (view === null) return
    for (const box of view.boxes) {
      if (box.state !== 'sealed') continue
      const before = ledger.boxes.length
      ledger.seals(view, box, time.now())
      const sealed = ledger.boxes[before]
      if (sealed === undefined) continue
      trace.note(desk.name, `sealed ${ledger.inWords(sealed)}`)
      onSeal(sealed)
    }
  }

  /** The desk takes a parcel of its own for another's: nothing the packer does helps, and the order stays where it is. */
  function stops(view: DeskView | null): void {
    ledger.stopped += 1
    refusals = 3
    if (view !== null) stopped.add(view.orderNo)
  }

  /** One thing that the packer does; nothing while the desk is dead. */
  async function act(): Promise<void> {
    if (desk.isDead()) return
    try {
      const before = await desk.methods.snapshot({})
      seeToDesk(before)
      writeDown(before)
      const after = before.desk === null ? await begin() : await workOn(before.desk)
      const said = after.lastScan?.id === before.lastScan?.id ? null : after.lastScan?.answer
      if (said != null) {
        const { ok, said: what } = said
        refusals = ok ? 0 : refusals + 1
        trace.note(desk.name, `packer ${after.lastScan?.code ?? 'button'}: ${JSON.stringify(what)}`)
        if (what.kind === 'boxSealed' || what.kind === 'trackingNumberUsed') label = null
        if ((what.kind === 'oneWaybill' || what.kind === 'otherWaybill') && ledger.has(what.invoiceNo))
          stops(before.desk)
      }
      writeDown(after)
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  }

  return {
    desk,
    ledger,
    act,
    /** The desk comes up again; `at` is the time that its database is of, where that is another than it was. */
    async comesBack(at: number | null): Promise<void> {
      hasBegun = false
      refusals = 0
      desk.restart()
      if (at === null) return
      const heard = ledger.goesBackTo(at).filter(({ waybill }) => wasHeard(waybill))
      if (heard.length === 0 || (await desk.methods.snapshot({})).doubt !== null) return
      const what = `${desk.name} starts as if nothing were missing: ${heard.map(ledger.inWords).join(', ')}`
      ledger.failures.push({ name: 'neverNoticed', what })
    },
    /** Lets a lead see to what stops the desk, after the day is over; whether everything of it is at rest. */
    async seeTo(): Promise<boolean> {
      const snapshot = await desk.methods.snapshot({})
      seeToDesk(snapshot)
      const { waiting, sending, unknown } = snapshot.outbox
      return snapshot.doubt === null && waiting + sending + unknown === 0
    },
  }
}

export type Packer = ReturnType<typeof createPacker>
