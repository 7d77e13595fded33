import { dammDigit } from './check-digit.ts'

/** What the printed command sheet can say to the desk, by its two-digit number. */
const commandNumbers = {
  closeBox: '11',
  nextBox: '12',
  emptyBox: '13',
  sealAll: '14',
  takeRest: '15',
  takeOut: '16',
  reopen: '17',
  undo: '21',
  putDown: '31',
  hold: '32',
  confirm: '41',
  cancel: '42',
  signOut: '51',
  printSlip: '61',
  goPacking: '71',
  goHandover: '72',
} as const

export type DeskCommand = keyof typeof commandNumbers

/** Every command, in the order of the printed sheet. */
export const deskCommands: readonly DeskCommand[] = [
  'closeBox',
  'nextBox',
  'emptyBox',
  'sealAll',
  'takeRest',
  'takeOut',
  'reopen',
  'undo',
  'putDown',
  'hold',
  'confirm',
  'cancel',
  'signOut',
  'printSlip',
  'goPacking',
  'goHandover',
]

/**
 * The desk's own barcodes: a reserved prefix, a body of a fixed length, a Damm check digit. Digits only, so that no
 * layout or input method can change them. All but two have nine digits, which no EAN, order number or Korean waybill
 * has. An order slip has sixteen or more, for the order number in it; a badge has fifteen, as long as an order number,
 * but those begin with the year.
 */
const families = {
  command: { prefix: '000711', body: 2 },
  boxSelect: { prefix: '000713', body: 2 },
  boxType: { prefix: '000714', body: 2 },
  choice: { prefix: '000716', body: 2 },
  badge: { prefix: '000717', body: 8 },
  quantity: { prefix: '00072', body: 3 },
} as const

type Family = keyof typeof families

const familyNames: readonly Family[] = ['command', 'boxSelect', 'boxType', 'choice', 'badge', 'quantity']

const slipPrefix = '000712'
const shortestSlip = 16

export type ReservedCode =
  | { kind: 'command'; command: DeskCommand }
  | { kind: 'orderSlip'; orderNo: string }
  /** The box with that number, 1 to 99, of the order on the desk. */
  | { kind: 'boxSelect'; box: number }
  /** The two digits of a box type of the settings. */
  | { kind: 'boxType'; code: string }
  /** 2 to 999 units. */
  | { kind: 'quantity'; units: number }
  /** The answer 1 to 9 to a question on the screen. */
  | { kind: 'choice'; choice: number }
  /** A packer's badge: eight digits that only the badge knows. */
  | { kind: 'badge'; secret: string }
  | { kind: 'damaged' }

function build(family: Family, body: string): string {
  const { prefix, body: length } = families[family]
  if (!/^\d+$/.test(body) || body.length !== length) throw new RangeError(`no ${family} barcode for ${body}`)
  return withCheck(prefix + body)
}

const withCheck = (digits: string): string => digits + String(dammDigit(digits))

function numberBody(family: Family, number: number, from: number, to: number): string {
  if (!Number.isInteger(number) || number < from || number > to) {
    throw new RangeError(`no ${family} barcode for ${String(number)}`)
  }
  return String(number).padStart(families[family].body, '0')
}

/** The digits of a command barcode. */
export const commandBarcode = (command: DeskCommand): string => build('command', commandNumbers[command])

/** The digits of an order slip's barcode. */
export const orderBarcode = (orderNo: string): string => withCheck(slipPrefix + orderNo)

/** Chooses a box of the order on the desk by its number. Throws outside 1 to 99. */
export const boxBarcode = (box: number): string => build('boxSelect', numberBody('boxSelect', box, 1, 99))

/** Says which kind of box was taken, by its two digits. Throws where they are not two digits. */
export const boxTypeBarcode = (code: string): string => build('boxType', code)

/** Says how many units the goods just scanned stand for. Throws outside 2 to 999. */
export const quantityBarcode = (units: number): string =>
  build('quantity', numberBody('quantity', units, 2, 999))

/** Answers a question on the screen. Throws outside 1 to 9. */
export const choiceBarcode = (choice: number): string => build('choice', numberBody('choice', choice, 1, 9))

/** A packer's badge. Throws where the secret is not eight digits. */
export const badgeBarcode = (secret: string): string => build('badge', secret)

/** A badge as it comes from the scanner: whole, with one digit wrong, or broken off and gone on. */
const badgeRead = /^(?:\][A-Za-z]\d)?000717(?:\d{9}|[\d\uFFFD]*\uFFFD[\d\uFFFD]*)$/

/** Whether a scan is, or was meant to be, a badge: nobody but its owner may see its digits, on the screen or in the log. */
export const isSecret = (raw: string): boolean => badgeRead.test(raw.trim())

/**
 * Reads a code of the desk's own; null where it has not the form of one, `damaged` where its check digit is wrong or
 * nothing goes by its number.
 */
export function readReservedCode(code: string): ReservedCode | null {
  if (!/^\d+$/.test(code)) return null
  if (code.startsWith(slipPrefix) && code.length >= shortestSlip) {
    return dammDigit(code) === 0
      ? { kind: 'orderSlip', orderNo: code.slice(slipPrefix.length, -1) }
      : { kind: 'damaged' }
  }
  const family = familyNames.find((name) => {
    const { prefix, body } = families[name]
    return code.startsWith(prefix) && code.length === prefix.length + body + 1
  })
  if (family === undefined) return null
  if (dammDigit(code) !== 0) return { kind: 'damaged' }
  return readBody(family, code.slice(families[family].prefix.length, -1)) ?? { kind: 'damaged' }
}

function readBody(family: Family, body: string): ReservedCode | null {
  const number = Number(body)
  switch (family) {
    case 'command': {
      const command = deskCommands.find((candidate) => commandNumbers[candidate] === body)
      return command === undefined ? null : { kind: 'command', command }
    }
    case 'boxSelect':
      return number < 1 ? null : { kind: 'boxSelect', box: number }
    case 'boxType':
      return { kind: 'boxType', code: body }
    case 'quantity':
      return number < 2 ? null : { kind: 'quantity', units: number }
    case 'choice':
      return number < 1 || number > 9 ? null : { kind: 'choice', choice: number }
    case 'badge':
      return { kind: 'badge', secret: body }
  }
}
