import { describe, expect, it } from 'vitest'
import type { LastScan } from '../../../shared/contract/snapshot.ts'
import { spokenOf } from '../../../renderer/features/answers/spoken.ts'
import { textIn } from '../../../renderer/i18n/text.ts'

const inKorean = (answer: LastScan['answer']): string | null => spokenOf(answer, textIn('ko'), 'ko')

const scanned = { kind: 'itemScanned', name: '머그컵', units: 1, done: 1, needed: 2, box: 1 } as const

describe('an answer said aloud', () => {
  it('is a word or two of what counts', () => {
    expect(inKorean({ ok: true, said: scanned })).toBe('정상')
    expect(inKorean({ ok: true, said: { kind: 'boxSealed', box: 1, invoiceNo: '6512', last: false } })).toBe(
      '박스 완료, 송장 붙이세요',
    )
    expect(inKorean({ ok: false, said: { kind: 'wrongItem', name: '긴 이름의 상품' } })).toBe(
      '상품이 다릅니다',
    )
    expect(inKorean({ ok: false, said: { kind: 'trackingNumberUsed', orderNo: '2', box: 1 } })).toBe(
      '중복 송장',
    )
  })

  it('names what stops an order', () => {
    expect(inKorean({ ok: false, said: { kind: 'standing', orderNo: '2', standing: 'cancelled' } })).toBe(
      '멈추세요, 취소',
    )
    expect(inKorean({ ok: false, said: { kind: 'standing', orderNo: '2', standing: 'held' } })).toBe(
      '멈추세요, 보류',
    )
  })

  it('is said in English at an English desk', () => {
    expect(spokenOf({ ok: true, said: scanned }, textIn('en'), 'en')).toBe('Right')
  })

  it('is what the screen says where it has no words of its own, and nothing while an order is looked up', () => {
    expect(inKorean({ ok: false, said: { kind: 'noBox' } })).toBe('그럴 박스가 없어요')
    expect(inKorean({ ok: false, said: { kind: 'lookingUpOrder' } })).toBeNull()
  })
})
