import { dammDigit } from './check-digit.ts'

/** What the printed command sheet can say to the desk, by its two-digit number. */
const commandNumbers = {
  closeBox: '11',
  nextBox: '12',
  emptyBox: '13',
  undo: '21',
  putDown: '31',
} as const

export type DeskCommand = keyof typeof commandNumbers

export const deskCommands: readonly DeskCommand[] = ['closeBox', 'nextBox', 'emptyBox', 'undo', 'putDown']

const commandPrefix = '000711'
const slipPrefix = '000712'

/**
 * The digits of a command barcode: a reserved prefix, the command, a check digit; nine in all.
 * Digits only, so that no layout or input method can change them; nine, because no EAN, order number
 * or waybill has that length.
 */
export function commandBarcode(command: DeskCommand): string {
  const body = commandPrefix + commandNumbers[command]
  return body + String(dammDigit(body))
}

/** The digits of an order slip's barcode: a reserved prefix, the order number, a check digit. */
export function orderBarcode(orderNo: string): string {
  const body = slipPrefix + orderNo
  return body + String(dammDigit(body))
}

export type ReservedCode =
  | { kind: 'command'; command: DeskCommand }
  | { kind: 'orderSlip'; orderNo: string }
  | { kind: 'damaged' }

/** Reads a code with a reserved prefix; null where the code is not one of ours, `damaged` where its check digit is wrong. */
export function readReservedCode(code: string): ReservedCode | null {
  if (!/^00071[12]\d+$/.test(code)) return null
  if (code.length !== 9 && code.length < 16) return null
  if (dammDigit(code) !== 0) return { kind: 'damaged' }
  if (code.startsWith(slipPrefix)) return { kind: 'orderSlip', orderNo: code.slice(slipPrefix.length, -1) }
  const number = code.slice(commandPrefix.length, -1)
  const command = deskCommands.find((candidate) => commandNumbers[candidate] === number)
  return command === undefined ? { kind: 'damaged' } : { kind: 'command', command }
}
