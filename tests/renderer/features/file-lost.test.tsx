// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileLostView, HowLost } from '../../../shared/contract/file-lost.ts'
import { snapshot } from '../fixtures.ts'
import { showDesk } from './desk-page.tsx'

afterEach(cleanup)

const copy = '/home/desk/packdesk/backups/packdesk-2026-11-24T000000Z-rescued.db'
const ways: Record<HowLost, true> = { gone: true, replaced: true, torn: true }

async function shown(change: Partial<FileLostView> = {}): Promise<HTMLElement> {
  await showDesk({ snapshot: snapshot({ fileLost: { how: 'gone', since: 0, copy, ...change } }) })
  return screen.getByTestId('file-lost')
}

describe('a file that was lost while the desk runs', () => {
  it('is not spoken of where it is in its place', async () => {
    await showDesk({ snapshot: snapshot() })
    expect(screen.queryByTestId('file-lost')).toBeNull()
  })

  it('says that nothing is saved, where everything is, and what to do', async () => {
    const notice = await shown()
    expect(notice.getAttribute('role')).toBe('alert')
    expect(notice.textContent).toContain('스캔을 저장하지 않고')
    expect(notice.textContent).toContain(copy)
    expect(notice.textContent).toContain('Packdesk를 닫고')
  })

  it('asks not to close where there is no copy yet', async () => {
    const notice = await shown({ copy: null })
    expect(notice.textContent).toContain('닫지 말고')
  })

  it('has words of its own for each way it came to be', async () => {
    const words = new Set<string | null>()
    const all = Object.keys(ways).filter((how): how is HowLost => how in ways)
    for (const how of all) {
      words.add((await shown({ how })).textContent)
      cleanup()
    }
    expect(words.size).toBe(all.length)
  })
})
