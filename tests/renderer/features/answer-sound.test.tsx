// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import { accepted, desk, refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const push = (page: DeskPage, change: Parameters<DeskPage['push']>[0]): void => {
  act(() => {
    page.push(change)
  })
}

const spoken = { ...defaultSettings, volume: 0.5, speech: true }

describe('what the desk can be heard to say', () => {
  it('is as loud as its kind is set to, within the desk’s volume', async () => {
    const settings = { ...defaultSettings, volume: 0.5, cues: { ...defaultSettings.cues, refused: 0.4 } }
    const page = await showDesk({ snapshot: snapshot({ settings }) })
    push(page, { lastScan: refused(1, '8801', { kind: 'unknownCode' }) })
    push(page, { lastScan: accepted(2, '8801', { kind: 'boxOpened', box: 1 }) })
    expect(page.play.mock.calls).toEqual([
      ['refused', 0.2],
      ['accepted', 0.5],
    ])
    expect(page.say).not.toHaveBeenCalled()
  })

  it('is spoken as well where that is wanted, in the desk’s language', async () => {
    const page = await showDesk({ snapshot: snapshot({ settings: spoken }) })
    push(page, { lastScan: refused(1, '8801', { kind: 'wrongItem', name: '머그컵' }) })
    push(page, { settings: { ...spoken, language: 'en' } })
    push(page, { lastScan: refused(2, '8801', { kind: 'wrongItem', name: '머그컵' }) })
    expect(page.say.mock.calls).toEqual([
      ['상품이 다릅니다', 'ko', 0.5],
      ['Wrong item', 'en', 0.5],
    ])
  })

  it('is a siren when the order on the desk has to stop, once, without any scan', async () => {
    const page = await showDesk({ snapshot: snapshot({ desk: desk(), settings: spoken }) })
    push(page, { desk: desk({ standing: 'cancelled' }) })
    push(page, { queueCount: 7 })
    expect(page.play.mock.calls).toEqual([['stop', 0.5]])
    expect(page.say.mock.calls).toEqual([['멈추세요, 취소', 'ko', 0.5]])
  })

  it('is a siren for an order scanned that may not be packed', async () => {
    const page = await showDesk({ snapshot: snapshot() })
    push(page, {
      lastScan: refused(1, '2026', { kind: 'standing', orderNo: '2026', standing: 'held' }),
    })
    expect(page.play.mock.calls).toEqual([['stop', 0.7]])
  })
})
