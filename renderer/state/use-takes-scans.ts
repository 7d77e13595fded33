import { useEffect } from 'react'
import { useDesk, useDeskState } from './desk-context.ts'

/**
 * Scans go to `take` instead of the desk for as long as this is shown; then to whoever had them before. Whether somebody
 * else, opened since, has them meanwhile.
 */
export function useTakesScans(take: (code: string) => void): boolean {
  const { store } = useDesk()
  const taken = useDeskState(({ takesScans }) => takesScans !== null && takesScans !== take)
  useEffect(() => {
    const before = store.getState().takesScans
    store.setState({ takesScans: take })
    return () => {
      if (store.getState().takesScans === take) store.setState({ takesScans: before })
    }
  }, [store, take])
  return taken
}
