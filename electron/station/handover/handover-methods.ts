import type { HandoverList } from '../../../shared/contract/handover.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../../shared/contract/snapshot.ts'
import { readReservedCode } from '../../../shared/domain/codes/command-barcode.ts'
import { bareNumber, readTrackingNumber } from '../../../shared/domain/codes/tracking-number.ts'
import type { Answer } from '../../../shared/domain/packing/answer.ts'
import type { Desk } from '../desk/desk.ts'
import type { PackingProjections } from '../log/projections.ts'

export type HandoverParts = {
  desk: Pick<Desk, 'giveToCourier' | 'takeBackFromCourier' | 'unpackBox' | 'correctWaybill' | 'turnDown'>
  projections: Pick<PackingProjections, 'boxWithWaybill'>
  list: (input: Input<'handover'>) => HandoverList
  /** Nobody is signed in where packers have to be. */
  isNobody: () => boolean
  answered: (answer: Answer, code: string | null) => StationSnapshot
}

/** The courier's cage, as methods of the contract: waybills are scanned into it one by one. */
export function createHandoverMethods(parts: HandoverParts) {
  const { desk, projections, list, answered } = parts

  function scan(text: string): Answer {
    const code = text.trim()
    const reserved = readReservedCode(code)
    if (reserved?.kind === 'command') {
      if (reserved.command === 'goPacking') return placeWanted('packing')
      if (reserved.command === 'goHandover') return placeWanted('handover')
    }
    if (parts.isNobody()) return desk.turnDown({ kind: 'signInFirst' }, null)
    if (reserved !== null) return desk.turnDown({ kind: 'waybillsOnly' }, code)
    for (const invoiceNo of [code, bareNumber(code)]) {
      const box = projections.boxWithWaybill(invoiceNo)
      if (box !== null) return desk.giveToCourier({ ...box, invoiceNo }, code)
    }
    return desk.turnDown({ kind: 'unknownWaybill' }, code)
  }

  function correct({ boxId, invoice, reason }: Input<'correctWaybill'>): Answer {
    if (invoice === null) return desk.correctWaybill({ boxId, invoice, reason })
    const number = readTrackingNumber(invoice.invoiceNo)
    if (!number.ok) {
      const kind = number.why === 'product' ? 'looksLikeProduct' : 'badTrackingNumber'
      return desk.turnDown({ kind }, null)
    }
    const { courierIdx } = invoice
    return desk.correctWaybill({ boxId, invoice: { courierIdx, invoiceNo: number.invoiceNo }, reason })
  }

  const signedIn = (answer: () => Answer): StationSnapshot =>
    answered(parts.isNobody() ? desk.turnDown({ kind: 'signInFirst' }, null) : answer(), null)

  return {
    handover: (input: Input<'handover'>): HandoverList => list(input),
    scanHandover: ({ code }: Input<'scanHandover'>): StationSnapshot => answered(scan(code), code),
    takeBackHandover: ({ boxId }: Input<'takeBackHandover'>): StationSnapshot =>
      signedIn(() => desk.takeBackFromCourier(boxId)),
    unpackBox: (wish: Input<'unpackBox'>): StationSnapshot => signedIn(() => desk.unpackBox(wish)),
    correctWaybill: (wish: Input<'correctWaybill'>): StationSnapshot => signedIn(() => correct(wish)),
  }
}

const placeWanted = (place: 'packing' | 'handover'): Answer => ({
  ok: true,
  said: { kind: 'placeWanted', place },
})
