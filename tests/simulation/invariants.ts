import { replay } from '../../shared/domain/packing/evolve.ts'
import { nothingPacked, type Box } from '../../shared/domain/packing/packing.ts'
import { createOutboxTable } from '../../electron/station/outbox/outbox-table.ts'
import type { World } from '../station/world.ts'

/** Everything that must hold when the dust has settled; a list of what does not. */
export function brokenPromises(world: World, orderNos: readonly string[]): string[] {
  const broken: string[] = []
  const { log } = world.station
  if (log.firstBreak() !== null) broken.push(`the log breaks at ${String(log.firstBreak()?.seq)}`)
  const outbox = createOutboxTable(world.db)
  const waybills = new Map<string, string>()

  for (const orderNo of orderNos) {
    const { boxes } = replay(nothingPacked(orderNo), log.eventsOf(orderNo))
    const rows = outbox.ofOrder(orderNo)
    const { sections } = world.storeSections(orderNo).order
    const owners = new Map<string, string>()

    for (const box of boxes) {
      if (box.state !== 'sealed' && box.state !== 'voided') continue
      const row = rows.find(({ boxId }) => boxId === box.id)
      if (row === undefined) {
        broken.push(`sealed box ${box.id} is not in the outbox`)
        continue
      }
      if (!['confirmed', 'needsPerson', 'handled'].includes(row.state) && isFirstOpen(row.seq, rows)) {
        broken.push(`box ${box.id} still ${row.state}, and nobody is asked`)
      }
      if (row.state === 'confirmed') broken.push(...brokenBox(box, row.boxSection, sections, owners))
    }
    for (const { orderSectionCode, invoice, orderSectionStatus } of sections) {
      const number = invoice?.invoiceNo
      if (number === undefined || !number.startsWith('68')) continue
      // A claim's new section carries its first parcel's waybill with it.
      if (!['SHIPPING_READY', 'SHIPPING', 'SHIPPING_COMPLETE'].includes(orderSectionStatus)) continue
      const other = waybills.get(number)
      if (other !== undefined) broken.push(`waybill ${number} is on ${other} and ${orderSectionCode}`)
      waybills.set(number, orderSectionCode)
      if (!boxes.some((box) => 'invoice' in box && box.invoice.invoiceNo === number)) {
        broken.push(`waybill ${number} is on no box`)
      }
    }
  }
  return broken
}

/** Boxes behind one that waits for a person wait with it. */
const isFirstOpen = (seq: number, rows: { seq: number; state: string }[]): boolean =>
  rows.every((row) => row.seq >= seq || row.state === 'confirmed' || row.state === 'handled')

type StoreSection = ReturnType<World['storeSections']>['order']['sections'][number]

function brokenBox(
  box: Extract<Box, { invoice: unknown }>,
  code: string | null,
  sections: readonly StoreSection[],
  owners: Map<string, string>,
): string[] {
  const section = sections.find((candidate) => candidate.orderSectionCode === code)
  if (section === undefined || code === null) return [`confirmed box ${box.id} has no section`]
  const broken: string[] = []
  const owner = owners.get(code)
  if (owner !== undefined) broken.push(`boxes ${owner} and ${box.id} are both section ${code}`)
  owners.set(code, box.id)
  if (section.orderSectionStatus !== 'SHIPPING') broken.push(`box ${box.id}: section is ${section.orderSectionStatus}`)
  if (section.invoice?.invoiceNo !== box.invoice.invoiceNo) broken.push(`box ${box.id}: another waybill`)
  const inStore = units(section.sectionItems)
  const inBox = units(box.contents)
  if (inStore !== inBox) broken.push(`box ${box.id}: holds ${inBox}, its section ${inStore}`)
  return broken
}

/** The quantities, whatever the items are called now. */
const units = (items: readonly { qty: number }[]): string =>
  items
    .map(({ qty }) => qty)
    .sort((a, b) => a - b)
    .join('+')
