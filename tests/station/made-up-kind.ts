import { z } from 'zod'
import { defineKind, stuck } from '../../shared/domain/intents/kinds/kind.ts'
import type * as registry from '../../shared/domain/intents/registry.ts'

/** Sends a section to 배송대기 as it is: made up for tests of what is asked for by itself. */
const makeReady = defineKind({
  payload: z.strictObject({ orderNo: z.string(), sectionCode: z.string().max(64) }),
  subject: ({ sectionCode }) => ({ section: sectionCode }),
  nextStep({ sectionCode }, { order }) {
    const section = order.sections.find(({ code }) => code === sectionCode)
    if (section?.status === 'SHIPPING_READY') return { kind: 'done', section: sectionCode }
    if (section?.status !== 'PRODUCT_PREPARATION') return stuck('changedMeanwhile')
    return { kind: 'send', section: null, step: { kind: 'prepare', sectionCode, contents: null } }
  },
})

/** The registry with that kind in it. */
export const withMadeUpKind = (known: typeof registry) => {
  const intentKinds = [...known.intentKinds, 'makeReady']
  return {
    intentKinds,
    rulesOf: { ...known.rulesOf, makeReady },
    askedFor: ['makeReady'],
    kindNamed: (name: string) => intentKinds.find((kind) => kind === name) ?? null,
  }
}
