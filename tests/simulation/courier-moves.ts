import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { waybillCorrectionSchema } from '../../shared/domain/intents/kinds/correct-waybill.ts'
import type { World } from '../station/world.ts'
import type { Chance } from './chance.ts'
import type { CodeMaker } from './codes.ts'

/** What happens to boxes after their seal: they go into the courier's cage and out again, their labels are changed. */
export function createCourierMoves(world: World, chance: Chance, codes: CodeMaker) {
  const boxes = world.db.prepare<[], string>("SELECT box_id FROM intents WHERE kind = 'dispatch'").pluck()
  const corrections = world.db
    .prepare<[], string>("SELECT payload FROM intents WHERE kind = 'correctWaybill'")
    .pluck()
  const waiting = () => world.station.methods.handover({ courierIdx: null, search: '', limit: 100 })

  /** The number of a label that a correction has taken the place of. */
  function oldLabel(): string | null {
    const payload = chance.pick(corrections.all())
    return payload === undefined
      ? null
      : (waybillCorrectionSchema.parse(JSON.parse(payload)).was?.invoiceNo ?? null)
  }

  return {
    /** A waybill is scanned into the cage: mostly one that waits, else an old label, or whatever comes to hand. */
    async handOver(): Promise<void> {
      const list = await waiting()
      const old = chance.is(0.1) ? oldLabel() : null
      const due = old ?? chance.pick(list.missing)?.invoiceNo ?? chance.pick(list.given)?.invoiceNo
      const strange = () => (chance.is(0.3) ? commandBarcode('goPacking') : codes.mistaken())
      const code = due == null || chance.is(0.1) ? strange() : due
      await world.station.methods.scanHandover({ code })
    },

    async takeBack(): Promise<void> {
      const row = chance.pick((await waiting()).given)
      if (row !== undefined) await world.station.methods.takeBackHandover({ boxId: row.boxId })
    },

    /** Another waybill for any sealed box, none, or one that a box has or had: what cannot be is for the desk to refuse. */
    async correct(): Promise<void> {
      const boxId = chance.pick(boxes.all())
      if (boxId === undefined) return
      const invoiceNo = chance.is(0.25) ? oldLabel() : codes.waybill()
      const invoice = chance.is(0.25) || invoiceNo === null ? null : { courierIdx: 4, invoiceNo }
      await world.station.methods.correctWaybill({ boxId, invoice, reason: 'simulated' })
    },
  }
}
