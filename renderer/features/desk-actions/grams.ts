import { packingInputs } from '../../../shared/contract/packing.ts'

/** Grams in what a packer types for a weight: "820", "820 g", "1.25kg", "1,25 kg"; null where it is no weight. */
export function gramsIn(text: string): number | null {
  const parts = /^(\d+(?:[.,]\d+)?)\s*(g|kg)?$/i.exec(text.trim())
  if (parts === null) return null
  const [, number = '', unit = 'g'] = parts
  const grams = Math.round(Number(number.replace(',', '.')) * (unit.toLowerCase() === 'kg' ? 1000 : 1))
  return packingInputs.weighBox.safeParse({ grams }).success ? grams : null
}
