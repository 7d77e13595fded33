import { useCallback, useEffect, useState } from 'react'
import type { ShopState } from '../../../shared/contract/shop.ts'
import { useActions, useDeskState } from '../../state/desk-context.ts'

/** Which store there is and will be, asked for anew whenever a connecting has ended; null until it is known. */
export function useShopState(): { state: ShopState | null; refresh: () => void } {
  const { ask } = useActions()
  const ended = useDeskState(({ shop }) => shop.result)
  const [asked, setAsked] = useState(0)
  const [state, setState] = useState<ShopState | null>(null)
  useEffect(() => {
    let over = false
    void ask('shopState', {}).then((told) => {
      if (!over && told !== null) setState(told)
    })
    return () => {
      over = true
    }
  }, [ask, ended, asked])
  const refresh = useCallback(() => {
    setAsked((times) => times + 1)
  }, [])
  return { state, refresh }
}
