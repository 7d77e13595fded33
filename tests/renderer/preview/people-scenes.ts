import { defaultSettings } from '../../../shared/contract/settings.ts'
import type { PersonView } from '../../../shared/contract/people.ts'
import { badgeBarcode } from '../../../shared/domain/codes/command-barcode.ts'
import type { FakeStation } from '../fake-bridge.ts'
import { desk, queue, refused, snapshot } from '../fixtures.ts'

const person = (id: number, name: string, change: Partial<PersonView> = {}): PersonView => ({
  id,
  name,
  role: 'packer',
  active: true,
  hasPin: true,
  hasBadge: false,
  ...change,
})

const people = [
  person(1, '이담당', { role: 'lead', hasBadge: true }),
  person(2, '김포장'),
  person(3, '박사원', { hasPin: false, hasBadge: true }),
  person(4, '최새로', { hasPin: false }),
  person(6, 'Nguyễn Thị Mai', { hasBadge: true }),
  person(5, '정퇴사', { active: false }),
]
const lead = { person: { id: 1, name: '이담당', role: 'lead' as const }, required: true, people: 6 }
const boxTypes = [
  { code: '01', name: '1호 박스' },
  { code: '02', name: '2호 박스 (깊은 것)' },
  { code: '31', name: '안전봉투 대' },
]

/** A new desk, one that waits for somebody to sign in, and one with a lead at it. */
export const peopleScenes: Record<string, FakeStation> = {
  guide: { queue, snapshot: snapshot({ settings: defaultSettings }) },
  locked: {
    queue,
    people,
    snapshot: snapshot({ desk: desk(), people: { person: null, required: true, people: 6 } }),
  },
  staffed: {
    queue,
    people,
    badge: { digits: badgeBarcode('40718263'), name: '김포장' },
    snapshot: snapshot({
      desk: desk(),
      people: lead,
      lastScan: refused(5, null, { kind: 'leadOnly' }),
      settings: {
        ...defaultSettings,
        guideDone: true,
        boxTypes,
        exemptWords: ['엽서', '쿠폰'],
        signIn: true,
      },
    }),
  },
}
