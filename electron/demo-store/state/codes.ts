/** Draws from [0, 1), as Math.random does. */
export type Random = () => number

const digits = (random: Random, count: number, base: 16 | 10): string => {
  let text = ''
  for (let i = 0; i < count; i += 1) text += Math.floor(random() * base).toString(base)
  return text
}

/** Random hexadecimal digits. */
export const hex = (random: Random, count: number): string => digits(random, count, 16)

/** After so many codes that were used already, chance is not trusted any more. */
const patience = 1000

/**
 * The first of the codes made that is not in use. Chance that starts over, as after a restart with the same seed, is drawn
 * on until it brings something new; chance that never does is helped along by counting.
 */
export const unusedCode = (make: () => string, isUsed: (code: string) => boolean): string => {
  let code = make()
  for (let tries = 1; isUsed(code); tries += 1) {
    code = make()
    if (tries > patience) code = `${code.slice(0, -4)}${(tries % 65_536).toString(16).padStart(4, '0')}`
  }
  return code
}

/** A code in the order system's manner: a prefix, the day in UTC, and 12 random hexadecimal digits. */
export const newCode = (prefix: string, now: number, random: Random): string =>
  `${prefix}${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}${hex(random, 12)}`

/** An order number: the day in UTC and seven digits, as a number below 2^53. */
export const newOrderNo = (now: number, random: Random): number =>
  Number(`${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}${digits(random, 7, 10)}`)
