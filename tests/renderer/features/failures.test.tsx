// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { StartupProblem } from '../../../shared/contract/bridge.ts'
import { textIn } from '../../../renderer/i18n/text.ts'
import { accepted, desk, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const before = accepted(3, '8800', { kind: 'boxOpened', box: 1 })

const type = (code: string): void => {
  const field = screen.getByTestId('manual-code')
  fireEvent.change(field, { target: { value: code } })
  fireEvent.submit(field)
}

async function failAScan(fault: string): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot({ desk: desk(), lastScan: before }) })
  page.failNext(fault, 'storage')
  type('8801')
  await screen.findByTestId('failure')
  return page
}

describe('a scan that the disk could not take', () => {
  it('is said not to be saved, by eye and ear, with what to do and that scanning again is right', async () => {
    const page = await failAScan('diskFull')
    const notice = screen.getByTestId('failure')
    expect(notice.dataset.why).toBe('storage')
    expect(notice.getAttribute('role')).toBe('alert')
    expect(notice.textContent).toContain('저장 안 됨 — 스캔 「8801」')
    expect(notice.textContent).toContain('디스크에 남은 공간이 없어요')
    expect(notice.textContent).toContain('다시 스캔하세요. 두 번 세지 않아요')
    expect(page.play.mock.calls).toEqual([['refused', 0.7]])
  })

  it('has words of its own for each thing that can be wrong with the disk', async () => {
    const words = new Set<string | null>()
    const faults = ['diskFull', 'databaseLocked', 'databaseDamaged', 'databaseUnwritable', 'databaseLost']
    for (const fault of faults) {
      await failAScan(fault)
      words.add(screen.getByTestId('failure').textContent)
      cleanup()
    }
    expect(words.size).toBe(faults.length)
  })

  it('is not asked for again where the file is lost', async () => {
    await failAScan('databaseLost')
    expect(screen.getByTestId('failure').textContent).toContain('다시 스캔하지 말고')
  })

  it('takes its colour from the answer before, which is not this scan’s', async () => {
    await failAScan('diskFull')
    const panel = screen.getByTestId('last-scan')
    expect(within(panel).getByText('앞선 스캔')).toBeTruthy()
    expect(panel.className).toContain('idle')
    expect(panel.className).not.toContain('accepted')
  })

  it('is no longer asked for once it has been scanned again', async () => {
    await failAScan('diskFull')
    type('8802')
    await vi.waitUntil(() => screen.getByTestId('last-scan').dataset.scanId === '4')
    expect(screen.getByTestId('failure')).toBeTruthy()
    type('8801')
    await vi.waitUntil(() => screen.queryByTestId('failure') === null)
  })
})

describe('a button whose deed the disk could not take', () => {
  it('asks for it to be done once more', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk() }) })
    page.failNext('databaseUnwritable', 'storage')
    fireEvent.click(screen.getByTestId('command-close-box'))
    const notice = await screen.findByTestId('failure')
    expect(notice.textContent).toContain('저장 안 됨 — 방금 한 일')
    expect(notice.textContent).toContain('한 번 더 하세요')
  })
})

const kinds: Record<StartupProblem['kind'], true> = {
  backupFailed: true,
  databaseDamaged: true,
  databaseLocked: true,
  databaseMissing: true,
  databaseNewer: true,
  databaseUnwritable: true,
  diskFull: true,
  notDurable: true,
  unexpected: true,
}

describe('a desk that cannot start', () => {
  it('says what is wrong and what to do for every kind of problem, each in its own words', async () => {
    const shown = new Map<string, string>()
    const problems = Object.keys(kinds).filter((kind): kind is StartupProblem['kind'] => kind in kinds)
    for (const kind of problems) {
      await showDesk({ snapshot: snapshot(), startupProblem: { kind, detail: 'packdesk.db' } })
      const problem = screen.getByTestId('startup-problem')
      expect(problem.dataset.kind).toBe(kind)
      expect(problem.textContent).toContain(textIn('ko')(`startup.${kind}.todo`))
      expect(problem.textContent).not.toContain('startup.')
      shown.set(kind, problem.textContent)
      cleanup()
    }
    expect(new Set(shown.values()).size).toBe(9)
  })
})
