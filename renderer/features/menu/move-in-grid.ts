const across: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 }
const down: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 }

/** Moves the focus among the buttons of a grid by an arrow key; false where the key does not, or leads nowhere. */
export function moveInGrid(grid: HTMLElement, key: string): boolean {
  const buttons = [...grid.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const rowStart = buttons[0]?.getBoundingClientRect().top
  const columns = buttons.filter((button) => button.getBoundingClientRect().top === rowStart).length
  const target = buttons[at + (across[key] ?? (down[key] ?? 0) * columns)]
  if (at === -1 || target === undefined || target === buttons[at]) return false
  target.focus()
  return true
}
