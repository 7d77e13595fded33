import { useEffect } from 'react'
import { useDesk } from './desk-context.ts'

/** Scans go to `take` instead of the desk for as long as this is shown; then to whoever had them before. */
export function useTakesScans(take: (code: string) => void): void {
  const { store } = useDesk()
  useEffect(() => {
    const before = store.getState().takesScans
    store.setState({ takesScans: take })
    return () => {
      if (store.getState().takesScans === take) store.setState({ takesScans: before })
    }
  }, [store, take])
}
