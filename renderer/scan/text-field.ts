/** Whatever takes typed text. */
export type TextField = HTMLInputElement | HTMLTextAreaElement

const textTypes = ['text', 'search', 'tel', 'url', 'password', 'email', 'number']

export function textFieldAt(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && textTypes.includes(target.type) ? target : null
}

export type HeldField = { field: TextField; value: string; start: number | null; end: number | null }

/** Remembers what a field holds now. */
export function holdField(field: TextField): HeldField {
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd }
}

/**
 * Puts a field back to what it held. An input method may still be composing there: leaving the field makes it let go
 * before the value is set, and `stayRestored` catches what it hands over late.
 */
export function restoreField({ field, value, start, end }: HeldField): void {
  const hadFocus = field.ownerDocument.activeElement === field
  if (hadFocus) field.blur()
  setValue(field, value)
  if (!hadFocus) return
  field.focus({ preventScroll: true })
  if (start !== null && end !== null) field.setSelectionRange(start, end)
}

/** Undoes every change of the field until the returned function is called. */
export function stayRestored({ field, value }: HeldField): () => void {
  const undo = (): void => {
    if (field.value !== value) setValue(field, value)
  }
  field.addEventListener('input', undo)
  return () => {
    field.removeEventListener('input', undo)
  }
}

/** Sets the value past React's own record of it, so that the `input` event is taken as a change. */
function setValue(field: TextField, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
