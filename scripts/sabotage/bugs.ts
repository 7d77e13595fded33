import { afterSealBugs } from './after-seal-bugs.ts'
import { edgeBugs } from './edge-bugs.ts'
import type { Sabotage } from './sabotage.ts'

const outbox = 'electron/station/outbox'
const unanswered = `      case 'unanswered':
        set(intent, { state: 'unknown', attempts: intent.attempts + 1, nextAt: pace() })
`

/** Bugs that an outbox must not have. */
const outboxBugs: readonly Sabotage[] = [
  {
    name: 'mark sent before sending',
    what: 'The last step of a box is recorded as done before its request goes out.',
    within: outbox,
    find: '    set(intent, sending)\n',
    replace: "    set(intent, step.kind === 'ship' ? { ...sending, state: 'confirmed' } : sending)\n",
    tests: ['tests/station/dies-while-sending.test.ts'],
  },
  {
    name: 'blind retry',
    what: 'A write without an answer goes back to waiting and is sent again without reading back.',
    within: outbox,
    find: unanswered,
    replace: `      case 'unanswered':
        later(intent, { ...resolved, state: 'waiting' })
`,
    tests: ['tests/station/guide-order.test.ts'],
  },
  {
    name: 'drop on parse failure',
    what: 'A box whose write is answered with something that cannot be understood leaves the outbox.',
    within: outbox,
    find: unanswered,
    replace: `      case 'unanswered':
        if (answer.why === 'answer not understood') set(intent, { ...resolved, state: 'confirmed' })
        else set(intent, { state: 'unknown', attempts: intent.attempts + 1, nextAt: pace() })
`,
    tests: ['tests/station/guide-order.test.ts'],
  },
  {
    name: 'reconcile by contents alone',
    what: "Any section with the box's goods counts as the box's, whoever made it and whenever.",
    within: 'shared/domain/intents',
    find: '  const fresh = now.filter((section) => !before.some((old) => old.code === section.code))\n',
    replace: `  const fresh = now
  const alike = now.find((section) => isWork(section))
  if (alike !== undefined) return { kind: 'applied', sectionCode: alike.code }
`,
    tests: ['tests/unit/intents/dispatch-read-back.test.ts', 'tests/station/guide-order.test.ts'],
  },
  {
    name: 'settle time ignored',
    what: 'What a read-back does not show is sent again at once, while the first write may still arrive.',
    within: outbox,
    find: 'if (askedAt < settledAt)',
    replace: 'if (askedAt < settledAt - settleMs)',
    tests: ['tests/station/seeds.test.ts'],
  },
  {
    name: 'the dead are not waited for',
    what: 'The settle time counts from when the next process looked, not from when the dead one would have given up.',
    within: outbox,
    find: 'givenUp.get(seq) ?? begun + timeoutMs',
    replace: 'givenUp.get(seq) ?? begun',
    tests: ['tests/unit/outbox/doubts.test.ts', 'tests/station/seeds.test.ts'],
  },
]

/** Bugs that the desk and its log must not have. */
const deskBugs: readonly Sabotage[] = [
  {
    name: 'acknowledge before commit',
    what: 'The packer hears the answer first; what was done is written to disk a moment later.',
    within: 'electron/station/desk',
    find: '    const after = db.transaction(changeInPlace).immediate()\n',
    replace: `    const undone = new Error('undone')
    let after: Packing | null = null
    try {
      db.transaction(() => {
        after = changeInPlace()
        throw undone
      }).immediate()
    } catch (error) {
      if (error !== undone) throw error
    }
    setImmediate(() => db.transaction(changeInPlace).immediate())
`,
    tests: ['tests/station/acknowledged.test.ts'],
  },
  {
    name: 'no transaction',
    what: 'What belongs to one action is written piece by piece: a fault in the middle leaves half of it.',
    within: 'electron/station/desk',
    find: '    const after = db.transaction(changeInPlace).immediate()\n',
    replace: '    const after = changeInPlace()\n',
    tests: ['tests/station/all-or-nothing.test.ts'],
  },
  {
    name: 'a lost file not noticed',
    what: 'A commit goes into the file that is open, whether or not it is the one that the next start will open.',
    within: 'electron/station/desk',
    find: '      const after = change()\n      inPlace.require()\n',
    replace: '      const after = change()\n',
    tests: ['tests/storage/lost-file.test.ts'],
  },
]

export const sabotages: readonly Sabotage[] = [...outboxBugs, ...afterSealBugs, ...deskBugs, ...edgeBugs]
