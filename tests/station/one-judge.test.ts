import { describe, expect, it } from 'vitest'
import {
  boxBarcode,
  commandBarcode,
  deskCommands,
  type DeskCommand,
} from '../../shared/domain/codes/command-barcode.ts'
import type { DeskView } from '../../shared/contract/snapshot.ts'
import type { Verdict } from '../../shared/domain/packing/possible.ts'
import { a, b, boxOne, close, guide, next } from './guide.ts'
import { desk, unsentOf } from './seen.ts'
import { seededRandom } from './seeded-random.ts'
import { createWorld, type World } from './world.ts'

const onDesk = async (world: World): Promise<DeskView> => {
  const view = await desk(world)
  if (view === null) throw new Error('no order on the desk')
  return view
}

describe('button and barcode', () => {
  it('print the slip of the same box: the one being packed', async () => {
    const world = await createWorld()
    await world.scanAll(guide, a, next, b, boxBarcode(1))
    const { can, boxes } = await onDesk(world)
    expect(boxes.find(({ id }) => id === can.boxes.printSlip)?.number).toBe(1)
    expect(await world.scan(commandBarcode('printSlip'))).toEqual({ kind: 'slipWanted', box: 1 })
  })

  it('do not choose a box that was given up, and the screen does not ask for it', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(...boxOne)
    await world.station.methods.setPin({ current: '', next: '4711' })
    const boxId = `${guide}-B1`
    await world.station.methods.resolveByHand({
      seq: await unsentOf(world, boxId),
      how: 'discarded',
      reason: '박스 파손',
      pin: '4711',
    })
    expect(await world.scan(boxBarcode(1))).toEqual({ kind: 'givenUpBox', box: 1 })
    const view = await onDesk(world)
    expect(view.boxes[0]?.can.select).toEqual({ kind: 'givenUpBox', box: 1 })
    expect(view.next.kind).toBe('scanGoods')
  })

  it('open the same box again, and say the same where none can be', async () => {
    const world = await createWorld()
    world.cutNetwork()
    await world.scanAll(guide, a, close)
    expect((await onDesk(world)).can.reopen).toEqual({ kind: 'noBox' })
    expect(await world.scan(commandBarcode('reopen'))).toEqual({ kind: 'noBox' })
    await world.scan('689200000014')
    expect((await onDesk(world)).can.boxes.reopen).toBe(`${guide}-B1`)
    expect(await world.scan(commandBarcode('reopen'))).toEqual({ kind: 'boxReopened', box: 1 })
  })
})

/** What the screen says of a command that is done to the order itself. */
function verdictOn(view: DeskView, command: DeskCommand): Verdict | undefined {
  switch (command) {
    case 'hold':
    case 'cancel':
    case 'signOut':
    case 'confirm':
    case 'goPacking':
    case 'goHandover':
      return undefined
    default:
      return view.can[command]
  }
}

describe('whatever is scanned', () => {
  it.each([1, 2, 3, 4])('each command does what the screen says of it (walk %i)', async (seed) => {
    const world = await createWorld({ unchecked: true })
    if (seed % 2 === 0) world.cutNetwork()
    const random = seededRandom(seed)
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
    await world.scan(guide)
    let waybill = 689200000000
    for (let step = 0; step < 120; step += 1) {
      const view = await desk(world)
      if (view === null) {
        await world.scanAll(guide, commandBarcode('confirm'))
        continue
      }
      const command = pick(deskCommands) ?? 'undo'
      const verdict = verdictOn(view, command)
      if (random() < 0.5 || verdict === undefined) {
        waybill += 1
        const check = waybill * 10 + (waybill % 7)
        await world.scan(view.expecting === 'invoice' ? String(check) : (pick([a, b]) ?? a))
        continue
      }
      const said = await world.scan(commandBarcode(command))
      const { lastScan } = await world.snapshot()
      expect([command, lastScan?.answer.ok, verdict === null ? null : said.kind]).toEqual([
        command,
        verdict === null,
        verdict?.kind ?? null,
      ])
    }
  })
})
