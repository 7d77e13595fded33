/** What stands for itself in a list: a button, or a row that is chosen. */
const items = 'button, [role="option"]'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Moves the focus in a list that lies one below the other, by an arrow key, Home or End; false where the key does not,
 * or leads nowhere.
 */
export function moveFocus(list: HTMLElement | null, key: string): boolean {
  const all = [...(list?.querySelectorAll<HTMLElement>(items) ?? [])]
  const at = all.findIndex((item) => item === document.activeElement)
  const step = steps[key]
  const target =
    key === 'Home' ? all[0] : key === 'End' ? all.at(-1) : step === undefined ? undefined : all[at + step]
  target?.focus()
  return target !== undefined
}
