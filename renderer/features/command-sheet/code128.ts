/** The widths of bars and spaces of each Code 128 symbol, in modules, starting with a bar. */
// prettier-ignore
const symbols = [
  '212222', '222122', '222221', '121223', '121322', '131222', '122213', '122312', '132212', '221213',
  '221312', '231212', '112232', '122132', '122231', '113222', '123122', '123221', '223211', '221132',
  '221231', '213212', '223112', '312131', '311222', '321122', '321221', '312212', '322112', '322211',
  '212123', '212321', '232121', '111323', '131123', '131321', '112313', '132113', '132311', '211313',
  '231113', '231311', '112133', '112331', '132131', '113123', '113321', '133121', '313121', '211331',
  '231131', '213113', '213311', '213131', '311123', '311321', '331121', '312113', '312311', '332111',
  '314111', '221411', '431111', '111224', '111422', '121124', '121421', '141122', '141221', '112214',
  '112412', '122114', '122411', '142112', '142211', '241211', '221114', '413111', '241112', '134111',
  '111242', '121142', '121241', '114212', '124112', '124211', '411212', '421112', '421211', '212141',
  '214121', '412121', '111143', '111341', '131141', '114113', '114311', '411113', '411311', '113141',
  '114131', '311141', '411131', '211412', '211214', '211232', '2331112',
]

const startB = 104
const startC = 105
const toB = 100
const fnc1 = 102
const stop = 106

/**
 * The symbol numbers of a text, from start to stop with the check symbol: digits in pairs (set C), whatever is left
 * over one by one (set B). U+001D stands for FNC1: at the beginning it makes the code a GS1 one, and between two fields
 * readers give it as that character. Throws on any other character outside printable ASCII, which set B cannot say.
 */
export function code128Symbols(text: string): number[] {
  if (!/^[\x20-\x7e]+$/.test(text.replaceAll('\u001d', ' ')))
    throw new RangeError(`Code 128 B cannot say ${JSON.stringify(text)}`)
  const inPairs = /^\d{2,}$/.test(text)
  const pairs = inPairs ? (text.match(/\d{2}/g) ?? []).map(Number) : []
  const single = [...text.slice(pairs.length * 2)].map((char) =>
    char === '\u001d' ? fnc1 : char.charCodeAt(0) - 32,
  )
  const data = inPairs
    ? [startC, ...pairs, ...(single.length > 0 ? [toB, ...single] : [])]
    : [startB, ...single]
  const check = data.reduce((sum, symbol, place) => sum + symbol * Math.max(place, 1), 0) % 103
  return [...data, check, stop]
}

/** A bar: where it starts and how wide it is, in modules. */
export type Bar = { at: number; width: number }

/** The bars of a text and the width of the whole, in modules, without the quiet zones. */
export function code128Bars(text: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = []
  let width = 0
  for (const symbol of code128Symbols(text)) {
    for (const [place, digit] of [...(symbols[symbol] ?? '')].entries()) {
      if (place % 2 === 0) bars.push({ at: width, width: Number(digit) })
      width += Number(digit)
    }
  }
  return { bars, width }
}
