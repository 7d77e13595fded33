/** Moves the focus among the buttons of a list; false where there is none to move to. */
export function moveFocus(list: HTMLElement | null, to: 'first' | 'next' | 'previous'): boolean {
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const target = to === 'first' ? buttons[0] : buttons[to === 'next' ? at + 1 : at - 1]
  target?.focus()
  return target !== undefined
}
