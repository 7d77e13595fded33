// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachScanner } from '../../../renderer/scan/attach-scanner.ts'
import { defaultProfile, type ScannerProfile } from '../../../shared/domain/scan/scanner-profile.ts'
import { strokesOf } from './keys.ts'

let scans: string[] = []
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
    onScan: ({ code }) => scans.push(code),
  })
}

/** Types into the page as a keyboard does: each key that nothing prevents puts its character into a focused field. */
function type(
  target: Element,
  code: string,
  gap: number,
  typed: (char: string) => string = (char) => char,
): KeyboardEvent[] {
  const chars = [...code]
  return strokesOf(code, [gap]).map((stroke) => {
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
    expect(scans).toEqual(['651234001201'])
  })
})
