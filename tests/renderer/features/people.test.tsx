// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PersonView } from '../../../shared/contract/people.ts'
import { badgeBarcode } from '../../../shared/domain/codes/command-barcode.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const lead: PersonView = { id: 1, name: '이담당', role: 'lead', active: true, hasPin: true, hasBadge: false }
const kim: PersonView = { id: 2, name: '김포장', role: 'packer', active: true, hasPin: false, hasBadge: true }
const asLead = { person: { id: 1, name: '이담당', role: 'lead' as const }, required: false, people: 2 }

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

async function openPeople(station: Partial<FakeStation> = {}): Promise<DeskPage> {
  const page = await showDesk({ people: [lead, kim], snapshot: snapshot({ people: asLead }), ...station })
  fireEvent.click(screen.getByTestId('open-menu'))
  fireEvent.click(screen.getByTestId('menu-people'))
  await vi.waitUntil(() => screen.queryByTestId('people-add') ?? screen.queryByTestId('people-form'))
  return page
}

const type = (field: string, value: string): void => {
  fireEvent.change(screen.getByTestId(field), { target: { value } })
}

describe('the people', () => {
  it('are listed with their role and how they sign in', async () => {
    await openPeople()
    expect(screen.getByTestId('person-1').textContent).toMatch(/이담당관리자PIN 있음사원증 없음/)
    expect(screen.getByTestId('person-2').textContent).toMatch(/김포장작업자PIN 없음사원증 있음/)
  })

  it('begin with a lead who has a PIN', async () => {
    const page = await openPeople({
      people: [],
      snapshot: snapshot(),
      answers: { addPerson: { ok: true, said: { kind: 'personSaved', name: '이담당' } } },
    })
    expect(screen.getByTestId('people-no-lead')).not.toBeNull()
    type('person-name', ' 이담당 ')
    expect(screen.getByTestId('person-save').hasAttribute('disabled')).toBe(true)
    type('person-pin', '47a1')
    expect(screen.getByText('PIN이 짧아요. 숫자 4~8자리로 정하세요.')).not.toBeNull()
    type('person-pin', '4711')
    fireEvent.submit(screen.getByTestId('people-form'))
    expect(await called(page, 'addPerson')).toEqual({ name: '이담당', role: 'lead', pin: '4711' })
    await vi.waitUntil(() => screen.getByTestId('people-notice').dataset.kind === 'personSaved')
  })

  it('need not be added at once: the form goes away, and comes again when asked for', async () => {
    await openPeople({ people: [], snapshot: snapshot() })
    fireEvent.click(within(screen.getByTestId('people-form')).getByText('그만두기'))
    expect(screen.queryByTestId('people-form')).toBeNull()
    fireEvent.click(screen.getByTestId('people-add'))
    expect(screen.getByTestId('people-form')).not.toBeNull()
  })

  it('are added without a PIN; a name that is taken is said, and what was typed stays', async () => {
    const page = await openPeople({
      answers: { addPerson: { ok: false, said: { kind: 'nameTaken', name: '김포장' } } },
    })
    fireEvent.click(screen.getByTestId('people-add'))
    type('person-name', '김포장')
    fireEvent.submit(screen.getByTestId('people-form'))
    expect(await called(page, 'addPerson')).toEqual({ name: '김포장', role: 'packer', pin: null })
    await vi.waitUntil(() => screen.getByTestId('people-notice').dataset.kind === 'nameTaken')
    expect(screen.getByTestId('person-name')).toHaveProperty('value', '김포장')
  })

  it('change name, role and PIN; an empty PIN leaves it as it is', async () => {
    const page = await openPeople({
      answers: { changePerson: { ok: true, said: { kind: 'personSaved', name: '김팀장' } } },
    })
    fireEvent.click(screen.getByTestId('person-edit-2'))
    type('person-name', '김팀장')
    type('person-role', 'lead')
    fireEvent.submit(screen.getByTestId('person-form'))
    expect(await called(page, 'changePerson')).toEqual({ id: 2, name: '김팀장', role: 'lead' })
    await vi.waitUntil(() => screen.queryByTestId('person-form') === null)
  })

  it('give up their PIN, leave and come back', async () => {
    const page = await openPeople()
    fireEvent.click(screen.getByTestId('person-edit-1'))
    fireEvent.click(screen.getByTestId('person-pin-remove'))
    expect(await called(page, 'changePerson')).toEqual({ id: 1, pin: null })
    page.calls.length = 0
    fireEvent.click(screen.getByTestId('person-active'))
    expect(await called(page, 'changePerson')).toEqual({ id: 1, active: false })
  })

  it('of whom the last lead stays one, which is said in the list', async () => {
    await openPeople({ answers: { changePerson: { ok: false, said: { kind: 'lastLead' } } } })
    fireEvent.click(screen.getByTestId('person-edit-1'))
    fireEvent.click(screen.getByTestId('person-active'))
    await vi.waitUntil(() => screen.getByTestId('people-notice').dataset.kind === 'lastLead')
    expect(screen.getByTestId('person-form')).not.toBeNull()
  })

  it('are nobody’s to change but a lead’s', async () => {
    const page = await openPeople({
      snapshot: snapshot({ people: { ...asLead, person: { id: 2, name: '김포장', role: 'packer' } } }),
    })
    expect(screen.getByText(/관리자만 할 수 있어요/)).not.toBeNull()
    for (const button of ['people-add', 'person-edit-1', 'person-badge-2']) {
      expect(screen.getByTestId(button).hasAttribute('disabled')).toBe(true)
    }
    act(() => {
      page.push({ people: asLead })
    })
    expect(screen.getByTestId('people-add').hasAttribute('disabled')).toBe(false)
  })
})

describe('a badge', () => {
  const digits = badgeBarcode('12345678')

  it('is shown large, once, after it was said what becomes of the one before', async () => {
    const page = await openPeople({ badge: { digits, name: '김포장' } })
    fireEvent.click(screen.getByTestId('person-badge-2'))
    expect(screen.getByText(/전에 쓰던 사원증은 바로 못 쓰게/)).not.toBeNull()
    fireEvent.click(screen.getByTestId('badge-make'))
    await vi.waitUntil(() => screen.queryByTestId('badge'))
    expect(await called(page, 'makeBadge')).toEqual({ id: 2 })
    const badge = within(screen.getByTestId('badge'))
    expect(badge.getByText('김포장')).not.toBeNull()
    expect(badge.getByText(digits)).not.toBeNull()
    fireEvent.click(screen.getByTestId('badge-print'))
    expect(page.print).toHaveBeenCalledOnce()
    fireEvent.click(screen.getByTestId('badge-done'))
    await vi.waitUntil(() => screen.queryByTestId('people-add'))
    expect(screen.queryByText(digits)).toBeNull()
  })

  it('that was refused is said to be', async () => {
    await openPeople()
    fireEvent.click(screen.getByTestId('person-badge-1'))
    fireEvent.click(screen.getByTestId('badge-make'))
    await vi.waitUntil(() => screen.queryByText(/사원증을 만들지 못했어요/))
  })
})
