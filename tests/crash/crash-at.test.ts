import { describe, expect, it } from 'vitest'
import { crashAtSchema } from '../../electron/main/crash-point.ts'

describe('PACKDESK_CRASH_AT', () => {
  it('names a point and which time of reaching it is meant', () => {
    expect(crashAtSchema.parse('beforeSend:2')).toEqual({ point: 'beforeSend', time: 2 })
    expect(crashAtSchema.parse('afterCommit:15')).toEqual({ point: 'afterCommit', time: 15 })
  })

  it.each([
    '',
    'beforeSend',
    'beforeSend:',
    'beforeSend:0',
    'beforeSend:1:2',
    'beforeLunch:1',
    'beforeSend:x',
  ])('is refused as %j', (text) => {
    expect(crashAtSchema.safeParse(text).success).toBe(false)
  })
})
