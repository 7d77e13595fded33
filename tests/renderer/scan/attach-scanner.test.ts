// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachScanner, type Scan } from '../../../renderer/scan/attach-scanner.ts'
import { defaultProfile, type ScannerProfile } from '../../../shared/domain/codes/scanner-profile.ts'
import { createActions } from '../../../renderer/state/actions.ts'
import { createDeskStore } from '../../../renderer/state/desk-store.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { snapshot } from '../fixtures.ts'
import { strokesOf } from './keys.ts'

let scans: string[] = []
let heard: Scan[] = []
let timers: (() => void)[] = []
let stop = (): void => undefined

function attach(profile: ScannerProfile = defaultProfile): void {
  stop = attachScanner(window, {
    profile: () => profile,
    schedule: (run) => {
      timers.push(run)
      return () => {
        timers = timers.filter((timer) => timer !== run)
      }
    },
    onScan: (scan) => {
      scans.push(scan.code)
      heard.push(scan)
    },
  })
}

/** Types into the page as a keyboard does: each key that nothing prevents puts its character into a focused field. */
function type(
  target: Element,
  code: string,
  gap: number,
  typed: (char: string) => string = (char) => char,
  from = 1000,
): KeyboardEvent[] {
  const chars = [...code]
  return strokesOf(code, [gap], { from }).map((stroke) => {
    const event = new KeyboardEvent('keydown', {
      ...stroke,
      shiftKey: stroke.shift,
      bubbles: true,
      cancelable: true,
    })
    Object.defineProperty(event, 'timeStamp', { value: stroke.time })
    target.dispatchEvent(event)
    const char = /^(Shift|Enter)/.test(stroke.code) ? undefined : chars.shift()
    if (char !== undefined && !event.defaultPrevented && target instanceof HTMLInputElement) {
      target.value += typed(char)
      target.dispatchEvent(new Event('input', { bubbles: true }))
    }
    return event
  })
}

const add = <T extends Element>(element: T): T => {
  document.body.append(element)
  return element
}

beforeEach(() => {
  scans = []
  heard = []
  timers = []
})

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

describe('scanning with the focus anywhere', () => {
  it('is heard on the bare page', () => {
    attach()
    type(document.body, 'A-b 12', 10)
    expect(scans).toEqual(['A-b 12'])
  })

  it('leaves a text field as it was, input method or not', () => {
    attach()
    const field = add(document.createElement('input'))
    field.value = '김서'
    field.focus()
    const changes = vi.fn()
    field.addEventListener('input', changes)
    type(field, 'SKU-100', 10, () => 'ㅁ')
    expect(scans).toEqual(['SKU-100'])
    expect(field.value).toBe('김서')
    expect(document.activeElement).toBe(field)
    expect(changes).toHaveBeenCalledTimes(8)
  })

  it('undoes what an input method hands over late', () => {
    attach()
    const field = add(document.createElement('input'))
    field.focus()
    type(field, 'SKU-100', 10)
    field.value = '늦은 글자'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    expect(field.value).toBe('')
    for (const timer of timers) timer()
    field.value = '그 다음 글자'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    expect(field.value).toBe('그 다음 글자')
  })

  it('presses no button with its Enter, and lets nobody else hear it', () => {
    attach()
    const button = add(document.createElement('button'))
    const heard = vi.fn()
    button.addEventListener('keydown', heard)
    const events = type(button, '8801', 10)
    expect(events.at(-1)?.defaultPrevented).toBe(true)
    expect(heard).toHaveBeenCalledTimes(4)
  })

  it('chooses no entry of a list by its letters', () => {
    attach()
    const select = add(document.createElement('select'))
    expect(type(select, '8801', 10).every((event) => event.defaultPrevented)).toBe(true)
    expect(scans).toEqual(['8801'])
  })

  it('ends after a pause for a scanner without an end key', () => {
    attach({ ...defaultProfile, endKeys: [], endPause: 150 })
    const keys = strokesOf('8801', [10], { end: null })
    for (const { code, time } of keys) {
      const event = new KeyboardEvent('keydown', { code, bubbles: true })
      Object.defineProperty(event, 'timeStamp', { value: time })
      document.body.dispatchEvent(event)
    }
    expect(timers).toHaveLength(1)
    timers[0]?.()
    expect(scans).toEqual(['8801'])
  })
})

describe('twenty scans a second', () => {
  it('all count, in order, each with the time since the same code', async () => {
    const { bridge, calls } = createFakeBridge({ snapshot: snapshot() })
    const { scan } = createActions(bridge, createDeskStore())
    stop = attachScanner(window, {
      profile: () => defaultProfile,
      schedule: () => () => undefined,
      onScan: ({ code, sinceSame }) => {
        scan(code, sinceSame)
      },
    })
    const codes = Array.from({ length: 20 }, (_, at) =>
      at % 5 < 2 ? 'SKU-001' : `SKU-${String(at).padStart(3, '0')}`,
    )
    for (const [at, code] of codes.entries()) type(document.body, code, 4, undefined, 1000 + at * 50)
    await vi.waitUntil(() => calls.length === 20)
    expect(calls.map((call) => (call.method === 'scan' ? call.input.code : null))).toEqual(codes)
    const since = calls.map((call) => (call.method === 'scan' ? call.input.sinceSame : null))
    expect(since.slice(0, 7)).toEqual([undefined, 50, undefined, undefined, undefined, undefined, 50])
  })
})

describe('the profile', () => {
  it('takes effect with the next key after it was changed', () => {
    let profile = defaultProfile
    stop = attachScanner(window, {
      profile: () => profile,
      schedule: () => () => undefined,
      onScan: ({ code }) => scans.push(code),
    })
    type(document.body, 'qaz', 10)
    profile = { ...defaultProfile, layout: 'fr' }
    type(document.body, 'qaz', 10, undefined, 5000)
    expect(scans).toEqual(['qaz', 'aqw'])
  })
})

describe('while somebody else listens', () => {
  it('no key is taken and no scan is heard', () => {
    let listens = false
    stop = attachScanner(window, {
      profile: () => defaultProfile,
      listens: () => listens,
      schedule: () => () => undefined,
      onScan: ({ code }) => scans.push(code),
    })
    expect(type(document.body, '8801', 10).some((event) => event.defaultPrevented)).toBe(false)
    listens = true
    type(document.body, '8802', 10, undefined, 5000)
    expect(scans).toEqual(['8802'])
  })
})

describe('typing by hand', () => {
  it('stays in the field, and its Enter reaches it', () => {
    attach()
    const field = add(document.createElement('input'))
    const events = type(field, 'rice', 180)
    expect(field.value).toBe('rice')
    expect(events.some((event) => event.defaultPrevented)).toBe(false)
    expect(scans).toEqual([])
  })
})

describe('pasting', () => {
  const paste = (target: Element, text: string): void => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }

  it('counts one line as a scan, but several lines and text for a field not', () => {
    attach()
    const field = add(document.createElement('input'))
    paste(document.body, ' 651234001201\n')
    paste(document.body, 'one\ntwo')
    paste(field, '651234001202')
    expect(heard).toEqual([{ code: '651234001201', recovered: null }])
  })
})
