import { LogTools } from './log-tools.tsx'
import { PinForm } from './pin-form.tsx'

/** What is kept of the work, and the PIN for what cannot be taken back. */
export function DataSection() {
  return (
    <>
      <PinForm />
      <LogTools />
    </>
  )
}
