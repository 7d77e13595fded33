import { channelWord } from '../../../shared/domain/orders/order.ts'
import { packingEventSchema } from '../../../shared/domain/packing/log/events.ts'
import { evolve } from '../../../shared/domain/packing/log/evolve.ts'
import { nothingPacked, unitsDone, type Packing } from '../../../shared/domain/packing/packing.ts'
import { readLogFile, type FileProblem, type LogFileHeader } from './log-file.ts'

export type Replayed = { header: LogFileHeader; orders: Packing[]; problems: FileProblem[] }

/** The state the desk had of every order in an excerpt, in the order they first appear. */
export function replayLogFile(text: string): Replayed {
  const { header, rows, problems } = readLogFile(text)
  const orders = new Map<string, Packing>()
  for (const { seq, order_no: orderNo, event: json } of rows) {
    if (orderNo === null) continue
    const event = packingEventSchema.parse(JSON.parse(json))
    orders.set(orderNo, evolve(orders.get(orderNo) ?? nothingPacked(orderNo), { seq, event }))
  }
  return { header, orders: [...orders.values()], problems }
}

/** What a support case asks of an order: its boxes, their goods and waybills, and what is not in a box yet. */
export function orderReport(packing: Packing) {
  const { orderNo, channel, onDesk } = packing
  return {
    orderNo,
    channel,
    onDesk,
    boxes: packing.boxes.map((box) => ({
      id: box.id,
      number: box.number,
      state: box.state,
      current: box.id === packing.currentBoxId,
      sectionCode: box.sectionCode,
      contents: box.contents.map(({ itemNo, qty }) => ({ itemNo, qty, name: nameOf(packing, itemNo) })),
      invoice: box.state === 'sealed' ? box.invoice : null,
    })),
    lines: packing.lines.map((line) => {
      const done = unitsDone(packing, line)
      const { sectionCode, itemNo, product } = line
      return { sectionCode, itemNo, name: product.name, needed: line.qty, done, left: line.qty - done }
    }),
  }
}

export type OrderReport = ReturnType<typeof orderReport>

/** Goods of an earlier opening are no longer among the lines; their number has to do. */
const nameOf = (packing: Packing, itemNo: string): string =>
  packing.lines.find((line) => line.itemNo === itemNo)?.product.name ?? itemNo

/** The report as a person reads it. */
export function reportText(report: OrderReport): string {
  const boxes = report.boxes.flatMap((box) => [
    `  box ${box.number}: ${box.state}${box.current ? ', current' : ''}${waybillText(box)}`,
    ...box.contents.map(({ qty, name, itemNo }) => `    ${qty} × ${name} (${itemNo})`),
  ])
  const left = report.lines.filter((line) => line.left !== 0)
  return [
    `order ${report.orderNo} (${channelWord(report.channel)})${report.onDesk ? ', on the desk' : ''}`,
    ...(boxes.length > 0 ? boxes : ['  no boxes']),
    left.length === 0 ? '  nothing left to pack' : '  left to pack:',
    ...left.map((line) => `    ${line.left} of ${line.needed} × ${line.name} (${line.itemNo})`),
  ].join('\n')
}

const waybillText = ({ invoice }: OrderReport['boxes'][number]): string =>
  invoice === null ? '' : `, waybill ${invoice.invoiceNo} (courier ${invoice.courierIdx})`
