import { useCallback, useEffect, useState } from 'react'
import type { PersonView } from '../../../shared/contract/people.ts'
import { useActions, useSnapshot } from '../../state/desk-context.ts'

/** Everybody known at this desk, asked for anew with every answer; null until the first list has come. */
export function usePeople(): { people: PersonView[] | null; refresh: () => void } {
  const { ask } = useActions()
  const answer = useSnapshot((snapshot) => snapshot.lastScan?.id ?? 0)
  const [asked, setAsked] = useState(0)
  const [people, setPeople] = useState<PersonView[] | null>(null)
  useEffect(() => {
    let over = false
    void ask('people', {}).then((list) => {
      if (!over && list !== null) setPeople(list)
    })
    return () => {
      over = true
    }
  }, [ask, answer, asked])
  const refresh = useCallback(() => {
    setAsked((times) => times + 1)
  }, [])
  return { people, refresh }
}

/** Somebody could sign in as a lead: without, nobody is asked to sign in. */
export const canLead = (people: readonly PersonView[]): boolean =>
  people.some(({ active, role, hasPin, hasBadge }) => active && role === 'lead' && (hasPin || hasBadge))
