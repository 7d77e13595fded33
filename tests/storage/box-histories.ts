import fc from 'fast-check'
import { cjInvoiceNo } from '../../shared/domain/codes/courier-forms.ts'
import { replay } from '../../shared/domain/packing/log/evolve.ts'
import { nothingPacked } from '../../shared/domain/packing/packing.ts'
import { a, close, isWrite } from '../station/guide.ts'
import { createWorld, type NewOrder, type World } from '../station/world.ts'

const orderNos = ['202411010000001', '202411010000002']
const pin = '4821'

/** Which of the sealed boxes: any number will do. */
const box = fc.nat(5)

const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('seal' as const), orderNo: fc.constantFrom(...orderNos) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('handOver' as const), box }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), box }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), box }) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant('correct' as const), box },
      to: fc.constantFrom('another', 'earlier', 'none'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ do: fc.constant('resolve' as const), box },
      how: fc.constantFrom('discarded' as const, 'handedOver' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(5_000, 20_000, 90_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('network' as const), cut: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom('loseAnswer' as const, 'loseRequest', 'refuse', 'late'),
    }),
  },
)

type Move = ReturnType<typeof move.generate>['value']

/** How a desk packs, and what happens to its boxes. */
export const history = fc.record({
  shipped: fc.constantFrom('atSeal' as const, 'atHandover'),
  graceSeconds: fc.constantFrom(0, 30),
  moves: fc.array(move, { minLength: 5, maxLength: 40, size: 'max' }),
})

type History = ReturnType<typeof history.generate>['value']

/** The desk at the end of a history, its process dead; a second has passed from one deed to the next. */
export async function played({ shipped, graceSeconds, moves }: History): Promise<World> {
  const orders = orderNos.map((orderNo): NewOrder => ({ orderNo: Number(orderNo), lines: [[a, 4]] }))
  const world = await createWorld({ orders, unchecked: true })
  await world.station.methods.setPin({ current: '', next: pin })
  await world.station.methods.changeSettings({ shipped, graceSeconds })
  await world.advance(20_000)
  const play = createPlayer(world)
  for (const each of moves) {
    await play(each)
    await world.advance(1_000)
  }
  world.kill()
  return world
}

/** Does one thing after another; what cannot be done is for the desk to refuse. */
function createPlayer(world: World) {
  const { methods, log } = world.station
  let roll = 70_000_000_000

  const newNumber = (): string => {
    roll += 1
    return cjInvoiceNo(String(roll))
  }

  const sealedBox = (any: number) => {
    const sealed = orderNos
      .flatMap((orderNo) => replay(nothingPacked(orderNo), log.eventsOf(orderNo)).boxes)
      .flatMap((each) => (each.state === 'sealed' ? [each] : []))
    return sealed[any % Math.max(1, sealed.length)]
  }

  /** The number that a box was sealed with last. */
  const sealedWith = (boxId: string) =>
    orderNos
      .flatMap((orderNo) => log.eventsOf(orderNo))
      .flatMap(({ event }) => (event.type === 'boxSealed' && event.boxId === boxId ? [event.invoice] : []))
      .at(-1) ?? null

  const wish = (boxId: string, to: string) => {
    if (to === 'none') return null
    return to === 'another' ? { courierIdx: 4, invoiceNo: newNumber() } : sealedWith(boxId)
  }

  return async (each: Move): Promise<void> => {
    if (each.do === 'seal') return world.scanAll(each.orderNo, a, close, newNumber())
    if (each.do === 'wait') return world.advance(each.ms)
    if (each.do === 'network') {
      if (each.cut) world.cutNetwork()
      else world.mendNetwork()
      return
    }
    if (each.do === 'fault') {
      world.plan(each.fault, isWrite)
      return
    }
    const about = sealedBox(each.box)
    if (about === undefined) return
    const boxId = about.id
    switch (each.do) {
      case 'handOver':
        await methods.scanHandover({ code: about.invoice?.invoiceNo ?? newNumber() })
        return
      case 'takeBack':
        await methods.takeBackHandover({ boxId })
        return
      case 'reopen':
        await methods.reopenBox({ boxId })
        return
      case 'correct':
        await methods.correctWaybill({ boxId, invoice: wish(boxId, each.to), reason: '라벨 훼손' })
        return
      case 'resolve': {
        const unsent = await methods.unsent({ afterSeq: 0, limit: 500 })
        const seq = unsent.findLast((row) => row.boxId === boxId)?.seq
        if (seq !== undefined) await methods.resolveByHand({ seq, how: each.how, reason: '파손', pin })
      }
    }
  }
}
