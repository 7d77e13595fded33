import type { DemoCalls, DemoMisbehaviour } from '../../../shared/contract/demo.ts'
import type { Text } from '../../i18n/text.ts'

/** In the order in which a person showing the app is likely to want them. */
export const kinds = [
  'lostAnswer',
  'noAnswer',
  'refuse',
  'latency',
  'serverError',
  'rateLimited',
  'truncatedBody',
  'notJson',
  'missingField',
  'wrongType',
  'slowTrickle',
  'answeredTwice',
  'deliveredTwice',
  'expireTokens',
  'clockJump',
] as const satisfies readonly DemoMisbehaviour['kind'][]

export const tokens = ['access', 'refresh'] as const

/** 0: until cleared. */
export const timesOffered = [1, 2, 3, 5, 10, 0] as const

/** What the form holds; numbers as typed. */
export type Wish = {
  kind: (typeof kinds)[number]
  calls: DemoCalls
  times: (typeof timesOffered)[number]
  token: (typeof tokens)[number]
  seconds: string
  minutes: string
  field: string
}

export const firstWish: Wish = {
  kind: 'lostAnswer',
  calls: 'boxes',
  times: 1,
  token: 'access',
  seconds: '10',
  minutes: '60',
  field: 'data',
}

/** What is asked of the store; null while the form does not say it properly. */
export function misbehaviourOf(wish: Wish): DemoMisbehaviour | null {
  const { kind, calls, times, token, field } = wish
  const seconds = Number(wish.seconds)
  const minutes = Number(wish.minutes)
  switch (kind) {
    case 'latency':
      return seconds > 0 && seconds <= 600 ? { kind, seconds, calls, times } : null
    case 'refuse':
      return seconds >= 1 && seconds <= 3600 ? { kind, seconds } : null
    case 'clockJump':
      return minutes !== 0 && Math.abs(minutes) <= 525_600 ? { kind, minutes } : null
    case 'expireTokens':
      return { kind, token }
    case 'missingField':
    case 'wrongType':
      return /^\w+(\.\w+)*$/.test(field) && field.length <= 120 ? { kind, field, calls, times } : null
    default:
      return { kind, calls, times }
  }
}

/** What was done, in words. */
export function didMisbehave(done: DemoMisbehaviour, t: Text): string {
  switch (done.kind) {
    case 'refuse':
      return t('demo.did.refuse', { seconds: done.seconds })
    case 'clockJump':
      return t('demo.did.clockJump', { minutes: done.minutes })
    case 'expireTokens':
      return t('demo.did.expireTokens', { token: t(`demo.token.${done.token}`) })
    default:
      return t('demo.did.armed', {
        fault: t(`demo.kind.${done.kind}`),
        calls: t(`demo.calls.${done.calls}`),
        times: timesWords(done.times, t),
      })
  }
}

export const timesWords = (times: number, t: Text): string =>
  times === 0 ? t('demo.always') : t('demo.next', { count: times })
