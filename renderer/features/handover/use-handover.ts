import { useEffect, useState } from 'react'
import type { HandoverList } from '../../../shared/contract/handover.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'

/** What waits for the courier and what went today, asked for anew with every snapshot; null until it is known. */
export function useHandover({ courierIdx, search, limit }: Input<'handover'>): HandoverList | null {
  const { ask } = useActions()
  const sequence = useSnapshot((snapshot) => snapshot.sequence)
  const [list, setList] = useState<HandoverList | null>(null)
  useEffect(() => {
    let wanted = true
    void ask('handover', { courierIdx, search: search.slice(0, 64), limit }).then((read) => {
      if (wanted && read !== null) setList(read)
    })
    return () => {
      wanted = false
    }
  }, [ask, courierIdx, search, limit, sequence])
  return list
}
