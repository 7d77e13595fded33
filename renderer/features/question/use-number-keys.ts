import { useEffect } from 'react'
import { useDesk } from '../../state/desk-context.ts'
import { textFieldAt } from '../../scan/text-field.ts'

/** A digit pressed by hand is followed by silence; one of a scan is not. In milliseconds. */
const silence = 250

/** Calls back with 1 to `count` when that digit is pressed alone, outside text fields. */
export function useNumberKeys(count: number, onNumber: (number: number) => void): void {
  const { schedule } = useDesk()
  useEffect(() => {
    let cancel = (): void => undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      cancel()
      const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? '0')
      const held = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
      if (digit < 1 || digit > count || held || textFieldAt(event.target) !== null) return
      cancel = schedule(() => {
        onNumber(digit)
      }, silence)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      cancel()
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [count, onNumber, schedule])
}
