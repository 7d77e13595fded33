/** The kinds of barcode that the desk knows by their AIM identifier. */
export type Symbology =
  | 'code128'
  | 'code39'
  | 'code93'
  | 'codabar'
  | 'itf'
  | 'ean'
  | 'dataBar'
  | 'dataMatrix'
  | 'qr'
  | 'pdf417'
  | 'aztec'
  | 'dotCode'
  | 'other'

const symbologies: Record<string, Symbology> = {
  A: 'code39',
  C: 'code128',
  E: 'ean',
  F: 'codabar',
  G: 'code93',
  I: 'itf',
  J: 'dotCode',
  L: 'pdf417',
  Q: 'qr',
  d: 'dataMatrix',
  e: 'dataBar',
  z: 'aztec',
}

/** The identifiers of symbols whose content is a GS1 element string (GS1 General Specifications, figure 5.1.2-2). */
const gs1Identifiers = ['C1', 'd2', 'Q3', 'e0', 'J1']

/** What a scanner said of the symbol before its content. */
export type AimIdentifier = { symbology: Symbology; gs1: boolean }

/** Takes the AIM identifier (`]C1`) off a code; null where the scanner sent none. */
export function splitAim(code: string): { aim: AimIdentifier | null; content: string } {
  const found = /^\]([A-Za-z]\d)/.exec(code)?.[1]
  if (found === undefined) return { aim: null, content: code }
  const symbology = symbologies[found.slice(0, 1)] ?? 'other'
  return { aim: { symbology, gs1: gs1Identifiers.includes(found) }, content: code.slice(3) }
}
