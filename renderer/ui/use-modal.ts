import { useEffect, useRef, type RefObject, type SyntheticEvent } from 'react'

/** Put on what has the focus first where that is not the dialog's cross: `<button {...firstFocus}>`. */
export const firstFocus = { 'data-first-focus': true } as const

type Modal = {
  ref: RefObject<HTMLDialogElement | null>
  onCancel: (event: SyntheticEvent) => void
}

/** Makes a `<dialog>` modal for as long as it is shown: `<dialog {...useModal(onClose)}>`. Escape asks to close it. */
export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = ref.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      shown?.close()
    }
  }, [])
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault()
      onClose()
    },
  }
}
