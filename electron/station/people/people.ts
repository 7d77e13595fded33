import { scryptSync } from 'node:crypto'
import type { Badge, PersonView, SignedInView } from '../../../shared/contract/people.ts'
import type { Input } from '../../../shared/contract/methods.ts'
import type { Answer, Refusal } from '../../../shared/domain/packing/answer.ts'
import type { PackingEvent } from '../../../shared/domain/packing/log/events.ts'
import { badgeBarcode } from '../../../shared/domain/codes/command-barcode.ts'
import type { Pace, Random, Schedule } from '../ports.ts'
import { hashPin, pinHashSchema } from './pin.ts'
import { createPinGuard } from './pin-guard.ts'
import type { AtDesk } from './at-desk.ts'
import type { PeopleTable, Person } from './people-table.ts'

export type PeopleParts = {
  table: PeopleTable
  atDesk: AtDesk
  /** Writes to the packing log, under no order. */
  log: (event: PackingEvent) => void
  /** All or nothing. */
  inTransaction: (work: () => void) => void
  pace: Pace
  random: Random
  schedule: Schedule
  required: () => boolean
  idleMinutes: () => number
  onIdle: () => void
}

/** Whoever packs: signing in by badge or PIN, out by command or after a while without a scan. */
export function createPeople(parts: PeopleParts) {
  const { table, atDesk, log, random } = parts
  const guard = createPinGuard(parts.pace)
  let cancelIdle = (): void => undefined

  const isLead = (): boolean => atDesk.person()?.role === 'lead'
  const leads = (): Person[] => table.list().filter((person) => person.active && person.role === 'lead')
  const no = (said: Refusal): Answer => ({ ok: false, said })

  function watchIdle(): void {
    cancelIdle()
    const minutes = parts.idleMinutes()
    if (atDesk.person() === null || minutes === 0) return
    cancelIdle = parts.schedule(minutes * 60_000, () => {
      leave('idle')
      parts.onIdle()
    })
  }

  function enter(person: Person): Answer {
    log({ type: 'packerSignedIn', person: person.id, name: person.name })
    atDesk.set(person)
    watchIdle()
    return { ok: true, said: { kind: 'signedIn', name: person.name } }
  }

  function leave(why: 'asked' | 'idle'): void {
    if (atDesk.person() === null) return
    log({ type: 'packerSignedOut', why })
    atDesk.set(null)
    cancelIdle()
  }

  function signIn({ id, pin }: Input<'signIn'>): Answer {
    const person = table.get(id)
    const kept = person?.active !== true || person.pin === null ? null : person.pin
    const problem = guard(pin, kept === null ? null : pinHashSchema.parse(JSON.parse(kept)))
    if (person === null || problem !== null) return no(problem ?? { kind: 'wrongPin' })
    return enter(person)
  }

  /** A lead who cannot sign in leads nobody: then it is open to everyone, as before there was one. */
  const mayManage = (): boolean =>
    isLead() || leads().every(({ pin, badge }) => pin === null && badge === null)

  function add({ name, role, pin }: Input<'addPerson'>): Answer {
    if (!mayManage()) return no({ kind: 'leadOnly' })
    if (table.named(name) !== null) return no({ kind: 'nameTaken', name })
    table.add(name, role, pin === null ? null : JSON.stringify(hashPin(pin, random)))
    return { ok: true, said: { kind: 'personSaved', name } }
  }

  function change(input: Input<'changePerson'>): Answer {
    if (!mayManage()) return no({ kind: 'leadOnly' })
    const person = table.get(input.id)
    if (person === null) return no({ kind: 'nothingToDo' })
    const { name = person.name, role = person.role, active = person.active } = input
    const other = table.named(name)
    if (other !== null && other.id !== person.id) return no({ kind: 'nameTaken', name })
    const wasLead = person.active && person.role === 'lead'
    if (wasLead && !(active && role === 'lead') && leads().length === 1) return no({ kind: 'lastLead' })
    const pin =
      input.pin === undefined
        ? person.pin
        : input.pin === null
          ? null
          : JSON.stringify(hashPin(input.pin, random))
    const next = { ...person, name, role, active, pin }
    const isAtDesk = atDesk.id() === person.id
    const removed = isAtDesk && !active
    parts.inTransaction(() => {
      table.save(next)
      if (removed) log({ type: 'packerSignedOut', why: 'removed' })
    })
    if (isAtDesk) atDesk.set(active ? next : null)
    if (removed) cancelIdle()
    return { ok: true, said: { kind: 'personSaved', name } }
  }

  function makeBadge(id: number): Badge {
    const person = mayManage() ? table.get(id) : null
    if (person === null) return { digits: null }
    const secret = Array.from({ length: 8 }, () => String(Math.floor(random() * 10))).join('')
    if (table.withBadge(hashBadge(secret)) !== null) return makeBadge(id)
    const next = { ...person, badge: hashBadge(secret) }
    table.save(next)
    if (atDesk.id() === id) atDesk.set(next)
    return { digits: badgeBarcode(secret), name: person.name }
  }

  watchIdle()

  return {
    required: parts.required,
    /** Somebody would have to sign in before anything is done. */
    isNobody: (): boolean => parts.required() && atDesk.person() === null,
    isLead,
    /** Somebody is at work: the idle lock begins anew. */
    active: watchIdle,
    signIn,
    signInByBadge(secret: string): Answer {
      const person = table.withBadge(hashBadge(secret))
      return person === null ? no({ kind: 'unknownBadge' }) : enter(person)
    },
    signOut(): Answer {
      leave('asked')
      return { ok: true, said: { kind: 'signedOut' } }
    },
    add,
    change,
    makeBadge,
    list: (): PersonView[] =>
      table.list().map(({ id, name, role, active, pin, badge }) => {
        return { id, name, role, active, hasPin: pin !== null, hasBadge: badge !== null }
      }),
    view: (): SignedInView => {
      const person = atDesk.person()
      return {
        person: person === null ? null : { id: person.id, name: person.name, role: person.role },
        required: parts.required(),
        people: table.list().length,
      }
    },
    stop: (): void => {
      cancelIdle()
    },
  }
}

export type People = ReturnType<typeof createPeople>

/**
 * A badge as it is kept: stretched, but less than a PIN, because it is looked up with a scan that wants its answer at
 * once, and with one salt for all, because it says who it is.
 */
const hashBadge = (secret: string): string =>
  scryptSync(secret, 'packdesk badge', 32, { N: 4096 }).toString('hex')
