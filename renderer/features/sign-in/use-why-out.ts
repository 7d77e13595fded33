import { useState } from 'react'
import { useSnapshot } from '../../state/desk-context.ts'

/** Who was signed in last, as far as this window saw it, and why no more: asked for, or left alone too long. */
export type Left = { who: number | null; why: 'asked' | 'idle' | null }

/** Follows who is signed in; to be shown for as long as the desk is. */
export function useWhyOut(): Left {
  const now = useSnapshot((snapshot) => snapshot.people.person?.id ?? null)
  const said = useSnapshot((snapshot) => snapshot.lastScan?.answer.said.kind ?? null)
  const [before, setBefore] = useState(now)
  const [left, setLeft] = useState<Left>({ who: now, why: null })
  if (now !== before) {
    setBefore(now)
    setLeft(now === null ? { who: before, why: whyOut(said) } : { who: now, why: null })
  }
  return left
}

/** Signing out is answered, and so is taking somebody off the list; the idle lock comes without an answer. */
const whyOut = (said: string | null): Left['why'] =>
  said === 'signedOut' ? 'asked' : said === 'personSaved' ? null : 'idle'
