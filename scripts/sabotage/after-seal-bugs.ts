import type { Sabotage } from './sabotage.ts'

const outbox = 'electron/station/outbox'
const courier = 'shared/domain/packing/waybill'

/** Bugs that what happens to a box after its seal must not have. */
export const afterSealBugs: readonly Sabotage[] = [
  {
    name: 'an answer taken for the next write’s',
    what: 'What was answered to one write is taken for word of the one that went out after it.',
    within: outbox,
    find: '      lastAnswer: null,\n',
    replace: '',
    tests: ['tests/unit/outbox/lane.test.ts'],
  },
  {
    name: 'a correction while the store is being told',
    what: 'The waybill is changed in a promise whose write may be under way.',
    within: outbox,
    find: 'if (isBeingReported(orderNo) || step !== null) return false',
    replace: 'if (step !== null) return false',
    tests: ['tests/station/correct-waybill.test.ts'],
  },
  {
    name: 'a doubtful number freed',
    what: 'A correction that may have been carried out is given up, and its number may go on another box.',
    within: outbox,
    find: 'givenUp(payload, reason, step !== null)',
    replace: 'givenUp(payload, reason, step === undefined)',
    tests: ['tests/station/correct-waybill.test.ts'],
  },
  {
    name: 'what was begun of a given-up box stays its own',
    what: 'The section of a box that was given up is never taken again, so that its goods cannot be sent.',
    within: outbox,
    find: "handled?.how !== 'discarded'",
    replace: 'handled !== undefined',
    tests: ['tests/station/closed-by-hand.test.ts'],
  },
  {
    name: 'an old label goes with the courier',
    what: 'A box goes into the cage by a waybill that it has no more.',
    within: courier,
    find: 'if (invoiceNo !== label.invoiceNo) return',
    replace: 'if (label.number === 0) return',
    tests: ['tests/station/handover.test.ts'],
  },
  {
    name: 'an old copy believed',
    what: 'A box is told from the order as it was heard before the seal.',
    within: 'electron/station/outbox',
    find: 'const known = isWanted || !readings.isFresh(orderNo) ? null : orders.get(orderNo)',
    replace: 'const known = isWanted ? null : orders.get(orderNo)',
    tests: ['tests/station/behind-our-back.test.ts'],
  },
  {
    name: 'whatever the section holds',
    what: '배송중 is asked for without the list of what the box holds.',
    within: 'shared/domain/intents/kinds',
    find: 'contents: guardFor(section, standing),',
    replace: 'contents: standing.habits.shipTakesList && section.held ? guardFor(section, standing) : null,',
    tests: ['tests/station/behind-our-back.test.ts', 'tests/unit/intents/habits.test.ts'],
  },
  {
    name: 'said is seen',
    what: 'What the store has said is done counts as confirmed, though no reading has shown it.',
    within: outbox,
    find: "else end(intent, 'reported', next.section)",
    replace: "else end(intent, 'confirmed', next.section)",
    tests: ['tests/station/confirmed-means-seen.test.ts'],
  },
  {
    name: 'a reading that lags believed',
    what: 'A reading that does not show yet what the desk has done puts the sections back as they were.',
    within: outbox,
    find: 'if (lags && readings.mayLag(orderNo)) return',
    replace: "if (lags && orderNo === '') return",
    tests: ['tests/unit/outbox/take-in.test.ts', 'tests/station/confirmed-means-seen.test.ts'],
  },
  {
    name: 'one waybill on two sections',
    what: 'Nobody is asked where a box’s waybill is on another section of the order as well.',
    within: 'shared/domain/intents',
    find: "return isElsewhere(promise, standing, own) ? stuck('waybillTwice') : finish(promise, standing, own)",
    replace: 'return finish(promise, standing, own)',
    tests: ['tests/unit/intents/dispatch.test.ts', 'tests/station/confirmed-means-seen.test.ts'],
  },
  {
    name: 'the shop’s waybill is the desk’s own',
    what: 'A parcel of this desk that kept its section’s code is taken for a waybill that the shop has registered.',
    within: courier,
    find: 'return section === undefined || section.boxed ? null : section.invoice',
    replace: 'return section === undefined ? null : section.invoice',
    tests: ['tests/station/assumptions.test.ts'],
  },
]
