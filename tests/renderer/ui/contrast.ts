import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')

/** The colours of a theme by name: its own where it has them, else the light one's. */
export function coloursOf(theme: Theme): Map<string, string> {
  const light = declarations(/^:root \{([\s\S]*?)^\}/m.exec(css)?.[1] ?? '')
  if (theme === 'light') return light
  const own = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([\\s\\S]*?)\\n  \\}`).exec(css)?.[1] ?? ''
  return new Map([...light, ...declarations(own)])
}

const declarations = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})(?:[0-9a-f]{2})?;/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** WCAG 2's contrast ratio of two colours written as #rrggbb. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
