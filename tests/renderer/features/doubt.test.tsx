// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DoubtView } from '../../../shared/contract/doubt.ts'
import { doubtKinds } from '../../../shared/domain/packing/log/doubt-kind.ts'
import { snapshot } from '../fixtures.ts'
import { showDesk } from './desk-page.tsx'

afterEach(cleanup)

const doubt = (change: Partial<DoubtView> = {}): DoubtView => ({
  kind: 'older',
  since: 0,
  lastSeq: 40,
  lastAt: Date.UTC(2026, 10, 24, 3, 0),
  missing: 12,
  read: 3,
  isRead: true,
  onlyAtStore: ['202410104747702'],
  ...change,
})

async function opened(change: Partial<DoubtView> = {}, pinSet = true) {
  const page = await showDesk({ snapshot: snapshot({ doubt: doubt(change), pinSet }) })
  fireEvent.click(screen.getByTestId('open-doubt'))
  await screen.findByTestId('doubt-dialog')
  return page
}

const goOn = () => screen.getByTestId<HTMLButtonElement>('go-on')

describe('data of an earlier time', () => {
  it('is not spoken of where there is none', async () => {
    await showDesk({ snapshot: snapshot() })
    expect(screen.queryByTestId('doubt')).toBeNull()
  })

  it('says that nothing is sent, what is missing, and what only the store knows of', async () => {
    await opened()
    expect(screen.getByTestId('doubt').getAttribute('role')).toBe('alert')
    expect(screen.getByTestId('doubt').textContent).toContain('보내기를 멈췄어요')
    expect(screen.getByTestId('doubt-missing').textContent).toContain('12건')
    expect(screen.getByTestId('doubt-only-at-store').textContent).toBe('202410104747702')
  })

  it('has words of its own for each way it came to be', async () => {
    const words = new Set<string | null>()
    for (const kind of doubtKinds) {
      await opened({ kind })
      words.add(screen.getByTestId('doubt-dialog').textContent)
      cleanup()
    }
    expect(words.size).toBe(doubtKinds.length)
  })

  it('is gone on from with the PIN, once all is read', async () => {
    const page = await opened()
    expect(goOn().disabled).toBe(true)
    fireEvent.change(screen.getByTestId('go-on-pin'), { target: { value: '4711' } })
    fireEvent.click(goOn())
    await vi.waitUntil(() => page.calls.some(({ method }) => method === 'goOn'))
    expect(page.calls.find(({ method }) => method === 'goOn')?.input).toEqual({ pin: '4711' })
  })

  it('is not gone on from before', async () => {
    await opened({ isRead: false }, false)
    expect(goOn().disabled).toBe(true)
    cleanup()
    await opened({}, false)
    expect(goOn().disabled).toBe(false)
  })
})
