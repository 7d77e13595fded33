import { useEffect, useState } from 'react'
import type { DemoOutputs } from '../../../shared/contract/demo.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'

export type Armed = DemoOutputs['demoFaults'] | null

/** The faults still armed: asked for whenever the desk may have met one, and when `refresh` is called. */
export function useArmedFaults(): { armed: Armed; refresh: () => void } {
  const { ask } = useActions()
  const sequence = useSnapshot((snapshot) => snapshot.sequence)
  const [asked, setAsked] = useState(0)
  const [armed, setArmed] = useState<Armed>(null)
  useEffect(() => {
    let outdated = false
    void ask('demoFaults', {}).then((answer) => {
      if (!outdated && answer !== null) setArmed(answer)
    })
    return () => {
      outdated = true
    }
  }, [ask, sequence, asked])
  const refresh = (): void => {
    setAsked((count) => count + 1)
  }
  return { armed, refresh }
}
