import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import * as decide from '../../../shared/domain/packing/decide.ts'
import { awaitsInvoice, notAWaybill, packByHand, scanItem, type CodeKnowledge } from '../../../shared/domain/packing/decide-scan.ts'
import type { PackingEvent } from '../../../shared/domain/packing/events.ts'
import { replay } from '../../../shared/domain/packing/evolve.ts'
import { goodsOfContents } from '../../../shared/domain/packing/line.ts'
import { allSealed, boxById, nothingPacked, unsealedBoxes, type Packing } from '../../../shared/domain/packing/packing.ts'
import { driftOf, type Drift } from '../../../shared/domain/packing/drift.ts'
import { standingOf } from '../../../shared/domain/orders/standing.ts'
import { cleanCode } from '../../../shared/domain/scan/clean-code.ts'
import { readReservedCode, type DeskCommand } from '../../../shared/domain/scan/command-barcode.ts'
import { readTrackingNumber } from '../../../shared/domain/scan/tracking-number.ts'
import type { BarcodeBook } from '../catalog/barcode-book.ts'
import type { Database } from '../database/open.ts'
import type { OrderTable } from '../orders/order-table.ts'
import type { OutboxTable } from '../outbox/outbox-table.ts'
import type { Clock, Reached } from '../ports.ts'
import type { PackingLog } from './log.ts'
import type { PackingProjections } from './projections.ts'

export type DeskParts = {
  db: Database
  log: PackingLog
  projections: PackingProjections
  orders: OrderTable
  outbox: OutboxTable
  book: BarcodeBook
  clock: Clock
  courierIdx: () => number | null
  reached: Reached
}

/**
 * The desk: one order at most, and everything a packer does to it. Each action is decided on the state in memory,
 * written to disk in one transaction, and only then answered and remembered.
 */
export function createDesk(parts: DeskParts) {
  const { db, log, projections, orders, outbox, book, clock } = parts
  const onDesk = log.orderOnDesk()
  let packing: Packing | null = onDesk === null ? null : load(onDesk)

  function load(orderNo: string): Packing {
    return replay(nothingPacked(orderNo), log.eventsOf(orderNo))
  }

  /** Appends the events and brings every table that is read from them up to date; answers with the new state. */
  function write(before: Packing, events: readonly PackingEvent[]): Packing {
    const now = clock()
    const logged = log.append(before.orderNo, events, now)
    const after = replay(before, logged)
    projections.save(after)
    for (const event of events) {
      if (event.type === 'boxSealed') promise(after, event, now)
    }
    return after
  }

  /** All or nothing, and on disk when it returns. */
  function commit(change: () => Packing): Packing {
    parts.reached('beforeCommit')
    const after = db.transaction(change).immediate()
    parts.reached('afterCommit')
    return after
  }

  function promise(after: Packing, event: Extract<PackingEvent, { type: 'boxSealed' }>, now: number): void {
    const { boxId, sectionCode, contents, invoice } = event
    const number = boxById(after, boxId)?.number ?? 0
    const goods = goodsOfContents(after, sectionCode, contents)
    projections.addWaybill(invoice.invoiceNo, after.orderNo, number)
    outbox.add({ boxId, orderNo: after.orderNo, sectionCode, goods, invoice, receiver: after.receiver }, number, now)
  }

  function turnDown(said: Refusal, code: string | null): Answer {
    if (code !== null) {
      log.append(packing?.orderNo ?? null, [{ type: 'scanRefused', code: code.slice(0, 128), reason: said.kind }], clock())
    }
    return { ok: false, said }
  }

  function carryOut(before: Packing, decision: decide.Decision, code: string | null): Answer {
    if (!decision.ok) return turnDown(decision.said, code)
    const after = commit(() => write(before, decision.events))
    packing = after.onDesk ? after : null
    return { ok: true, said: decision.said }
  }

  /** Runs a decision about the order on the desk. */
  function act(decision: (packing: Packing) => decide.Decision, code: string | null = null): Answer {
    if (packing === null) return turnDown({ kind: 'scanOrderFirst' }, code)
    return carryOut(packing, decision(packing), code)
  }

  function open(orderNo: string, code: string | null = null): Answer {
    const order = orders.get(orderNo)
    if (order === null) return turnDown({ kind: 'unknownOrder' }, code)
    const current = packing
    if (current === null) return carryOut(...opening(orderNo), code)
    if (current.orderNo === orderNo && !allSealed(current)) return turnDown({ kind: 'sameOrder', orderNo }, code)
    if (unsealedBoxes(current).length > 0) return turnDown({ kind: 'otherOrderOnDesk', orderNo: current.orderNo }, code)
    const [next, decision] = opening(orderNo)
    if (!decision.ok) return turnDown(decision.said, code)
    const after = commit(() => {
      const down = write(current, [{ type: 'orderPutDown' }])
      return write(next.orderNo === down.orderNo ? down : next, decision.events)
    })
    packing = after
    return { ok: true, said: decision.said }
  }

  function opening(orderNo: string): [Packing, decide.Decision] {
    const next = load(orderNo)
    const order = orders.get(orderNo)
    const settled = outbox.ofOrder(orderNo).every((row) => row.state === 'confirmed')
    return [next, order === null ? decide.refuse({ kind: 'unknownOrder' }) : decide.openOrder(next, order, settled)]
  }

  function know(code: string): CodeKnowledge {
    return { book: book.find(code), knownProduct: orders.productWithCode(code), orderNo: orders.findByCode(code) }
  }

  /** What the store says of the order stands against packing on. */
  function stopped(current: Packing): decide.Decision | null {
    const { orderNo } = current
    const order = orders.get(orderNo)
    if (order === null) return null
    const standing = standingOf(order)
    if (standing !== 'ready') return decide.refuse({ kind: 'standing', orderNo, standing })
    return drift(current) === null ? null : decide.refuse({ kind: 'orderChanged', orderNo })
  }

  /** What this opening's boxes have become at the store. */
  function ownSections(current: Packing): string[] {
    const own = current.boxes.filter((box) => box.run === current.run).map((box) => box.id)
    return outbox
      .ofOrder(current.orderNo)
      .flatMap((row) => (own.includes(row.boxId) && row.boxSection !== null ? [row.boxSection] : []))
  }

  /** What changed at the store; nothing can be said while a person sees to one of the order's boxes there. */
  function drift(current: Packing): Drift | null {
    const order = orders.get(current.orderNo)
    const byHand = outbox.ofOrder(current.orderNo).some((row) => row.handled?.how === 'handedOver')
    return order === null || byHand ? null : driftOf(current, order, ownSections(current))
  }

  function seal(current: Packing, code: string): decide.Decision {
    const number = readTrackingNumber(code)
    if (!number.ok) return decide.refuse({ kind: number.why === 'product' ? 'looksLikeProduct' : 'badTrackingNumber' })
    const courierIdx = parts.courierIdx()
    if (courierIdx === null) return decide.refuse({ kind: 'noCourier' })
    const used = projections.boxWithWaybill(number.invoiceNo)
    if (used !== null) return decide.refuse({ kind: 'trackingNumberUsed', ...used })
    return stopped(current) ?? decide.seal(current, { courierIdx, invoiceNo: number.invoiceNo })
  }

  function scanOnOrder(current: Packing, code: string): Answer {
    const known = know(code)
    const item = scanItem(current, code, known)
    if (awaitsInvoice(current)) {
      const goods = !item.ok && item.said.kind !== 'unknownCode' && item.said.kind !== 'wrongItem'
      return carryOut(current, goods ? item : (notAWaybill(current, code, known) ?? seal(current, code)), code)
    }
    const nobodysGoods = !item.ok && item.said.kind === 'unknownCode'
    if (nobodysGoods && known.orderNo !== null) return open(known.orderNo, code)
    if (item.ok) return carryOut(current, stopped(current) ?? item, code)
    return turnDown(item.said, code)
  }

  function scanOnEmptyDesk(code: string): Answer {
    const known = know(code)
    if (known.orderNo !== null) return open(known.orderNo, code)
    const goods = known.book !== null || known.knownProduct !== null
    return turnDown({ kind: goods ? 'scanOrderFirst' : 'unknownOrder' }, code)
  }

  const desk = {
    packing: (): Packing | null => packing,
    open,
    putDown: (leaveGoods: boolean, code: string | null = null) =>
      act((current) => decide.putDown(current, leaveGoods), code),
    closeBox: (code: string | null = null) => act(decide.closeBox, code),
    nextBox: (code: string | null = null) => act(decide.nextBox, code),
    selectBox: (boxId: string) => act((current) => decide.selectBox(current, boxId)),
    emptyBox: (boxId: string | null, code: string | null = null) =>
      act((current) => {
        const target = boxId ?? current.currentBoxId
        return target === null ? decide.refuse({ kind: 'noBox' }) : decide.emptyBox(current, target)
      }, code),
    packByHand: (sectionCode: string, itemNo: string) =>
      act((current) => stopped(current) ?? packByHand(current, sectionCode, itemNo)),
    undo: (code: string | null = null) => act(decide.undo, code),
    takeOut: (boxId: string, itemNo: string) => act((current) => decide.takeOut(current, boxId, itemNo)),
    drift: (): Drift | null => (packing === null ? null : drift(packing)),
    takeOverChanges: () =>
      act((current) => {
        const order = orders.get(current.orderNo)
        if (order === null) return decide.refuse({ kind: 'nothingToDo' })
        return decide.takeOverChanges(current, order, ownSections(current))
      }),

    /** Gives up a sealed box of any order; `alongside` is written in the same transaction. */
    voidBox(orderNo: string, boxId: string, reason: string, alongside: () => void): Answer {
      const before = packing?.orderNo === orderNo ? packing : load(orderNo)
      const decision = decide.voidBox(before, boxId, reason)
      if (!decision.ok) return turnDown(decision.said, null)
      const after = commit(() => {
        alongside()
        return write(before, decision.events)
      })
      if (packing?.orderNo === orderNo) packing = after
      return { ok: true, said: decision.said }
    },

    /** One way in for every code: scanned, typed or pasted. */
    scan(raw: string): Answer {
      const clean = cleanCode(raw)
      if (!clean.ok) return turnDown({ kind: 'mangledCode' }, raw)
      const { code } = clean
      const reserved = readReservedCode(code)
      if (reserved === null) return packing === null ? scanOnEmptyDesk(code) : scanOnOrder(packing, code)
      switch (reserved.kind) {
        case 'damaged':
          return turnDown({ kind: 'damagedCommand' }, code)
        case 'orderSlip':
          return open(reserved.orderNo, code)
        case 'command':
          return command(reserved.command, code)
      }
    },
  }

  function command(name: DeskCommand, code: string): Answer {
    switch (name) {
      case 'closeBox':
        return desk.closeBox(code)
      case 'nextBox':
        return desk.nextBox(code)
      case 'emptyBox':
        return desk.emptyBox(null, code)
      case 'undo':
        return desk.undo(code)
      case 'putDown':
        return desk.putDown(false, code)
    }
  }

  return desk
}

export type Desk = ReturnType<typeof createDesk>
