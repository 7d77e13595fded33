import { useState } from 'react'
import type { LastScan } from '../../shared/contract/snapshot.ts'
import { useSnapshot } from './desk-context.ts'

/** The desk's last answer, if it was given after this was first shown. */
export function useAnswerSince(): LastScan | null {
  const lastScan = useSnapshot((snapshot) => snapshot.lastScan)
  const [before] = useState(lastScan?.id ?? 0)
  return lastScan !== null && lastScan.id > before ? lastScan : null
}
