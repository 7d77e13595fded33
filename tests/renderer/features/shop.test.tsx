// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../../shared/contract/settings.ts'
import type { ShopState } from '../../../shared/contract/shop.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { refused, snapshot } from '../fixtures.ts'
import { showDesk, type DeskPage } from './desk-page.tsx'

afterEach(cleanup)

const demo = { store: 'demo' } as const
const shop = { store: 'shop', siteCode: 'S2024091250f7813d2ddab' } as const
const state = (change: Partial<ShopState> = {}): ShopState => ({
  now: demo,
  next: demo,
  redirectUri: 'http://127.0.0.1:41521/callback',
  obstacle: null,
  ...change,
})

async function openStore(station: Partial<FakeStation> = {}): Promise<DeskPage> {
  const page = await showDesk({ snapshot: snapshot(), ...station })
  fireEvent.click(screen.getByTestId('open-settings'))
  fireEvent.click(screen.getByTestId('settings-tab-store'))
  await vi.waitUntil(() => screen.queryByTestId('shop'))
  return page
}

const called = (page: DeskPage, method: string) =>
  vi.waitUntil(() => page.calls.find((call) => call.method === method)?.input)

function fill(): void {
  const type = (field: string, value: string): void => {
    fireEvent.change(screen.getByTestId(field), { target: { value } })
  }
  type('shop-client-id', ' app-1 ')
  type('shop-client-secret', 'secret-1')
  type('shop-site-code', 'S2024-wrong')
  expect(screen.getByTestId('shop-connect').hasAttribute('disabled')).toBe(true)
  expect(screen.getByText(/영문자와 숫자로만/)).not.toBeNull()
  type('shop-site-code', shop.siteCode)
}

describe('connecting a shop', () => {
  it('says which address to register, waits for the owner, and asks for a restart', async () => {
    const page = await openStore()
    expect(screen.getByTestId('shop-redirect').textContent).toBe('http://127.0.0.1:41521/callback')
    fill()
    const gate = page.holdScans()
    fireEvent.submit(screen.getByTestId('shop-form'))
    await vi.waitUntil(() => screen.queryByTestId('shop-waiting'))
    expect(await called(page, 'connectShop')).toEqual({
      clientId: 'app-1',
      clientSecret: 'secret-1',
      siteCode: shop.siteCode,
    })
    gate.release()
    await vi.waitUntil(() => screen.queryByTestId('shop-restart'))
    fireEvent.click(screen.getByTestId('restart'))
    expect(await called(page, 'restart')).toEqual({})
  })

  it('goes on while a scan closes the settings, and can be cancelled after that', async () => {
    const page = await openStore()
    fill()
    const gate = page.holdScans()
    fireEvent.submit(screen.getByTestId('shop-form'))
    await vi.waitUntil(() => screen.queryByTestId('shop-waiting'))
    act(() => {
      page.push({ lastScan: refused(1, '8809', { kind: 'scanOrderFirst' }) })
    })
    expect(screen.queryByTestId('settings')).toBeNull()
    fireEvent.click(screen.getByTestId('open-settings'))
    fireEvent.click(screen.getByTestId('settings-tab-store'))
    await vi.waitUntil(() => screen.queryByTestId('shop-cancel'))
    fireEvent.click(screen.getByTestId('shop-cancel'))
    expect(await called(page, 'cancelConnecting')).toEqual({})
    gate.release()
  })

  it('says why not, with the store’s own words', async () => {
    await openStore({
      shop: { connectShop: { ok: false, why: 'declined', words: '유효하지 않은 사이트입니다.' } },
    })
    fill()
    fireEvent.submit(screen.getByTestId('shop-form'))
    await vi.waitUntil(() => screen.getByTestId('shop-problem').textContent.includes('승인되지 않았어요'))
    expect(screen.getByTestId('shop-problem').textContent).toContain('유효하지 않은 사이트입니다.')
    expect(screen.queryByTestId('shop-restart')).toBeNull()
    expect(screen.getByTestId('shop-client-secret')).toHaveProperty('value', '')
  })

  it('is not offered where its keys could not be kept', async () => {
    await openStore({ shop: { shopState: state({ obstacle: 'noKeyStore' }) } })
    expect(screen.getByTestId('shop-obstacle').textContent).toContain('안전하게 둘 곳')
    expect(screen.queryByTestId('shop-form')).toBeNull()
  })
})

describe('a connected shop', () => {
  it('is named, and can be left for the demo store', async () => {
    const page = await openStore({ shop: { shopState: state({ now: shop, next: shop }) } })
    expect(screen.getByTestId('shop').textContent).toContain(`쇼핑몰 ${shop.siteCode}`)
    fireEvent.click(screen.getByTestId('use-demo'))
    expect(await called(page, 'useDemoStore')).toEqual({})
  })

  it('is a lead’s to leave', async () => {
    await openStore({ shop: { shopState: state({ now: shop, next: shop }), useDemoStore: false } })
    fireEvent.click(screen.getByTestId('use-demo'))
    await vi.waitUntil(() => screen.getByTestId('shop-problem').textContent.includes('관리자만'))
  })
})

it('the guide leads to connecting a shop', async () => {
  await showDesk({ snapshot: snapshot({ settings: defaultSettings }) })
  fireEvent.click(screen.getByTestId('guide-step-store'))
  fireEvent.click(screen.getByTestId('guide-connect'))
  await vi.waitUntil(() => screen.queryByTestId('shop-form'))
  expect(screen.getByTestId('shop-dialog')).not.toBeNull()
})
