/** A deliberate bug: one exact text in one file, replaced by another. */
export interface Sabotage {
  readonly name: string
  /** What the bug does, in one sentence. */
  readonly what: string
  /** From the repository's folder. */
  readonly file: string
  readonly find: string
  readonly replace: string
  /** The test files that are to catch it. */
  readonly tests: readonly string[]
}

const lane = 'electron/station/outbox/lane.ts'
const unanswered = `      case 'unanswered':
        set(row, { state: 'unknown', attempts: row.attempts + 1, nextAt: clock() })
`

/** The five bugs that an outbox must not have. */
export const sabotages: readonly Sabotage[] = [
  {
    name: 'mark sent before sending',
    what: 'The last step of a box is recorded as done before its request goes out.',
    file: lane,
    find: '    set(row, sending)\n',
    replace: "    set(row, step.kind === 'ship' ? { ...sending, state: 'confirmed' } : sending)\n",
    tests: ['tests/station/dies-while-sending.test.ts'],
  },
  {
    name: 'blind retry',
    what: 'A write without an answer goes back to waiting and is sent again without reading back.',
    file: lane,
    find: unanswered,
    replace: `      case 'unanswered':
        later(row, { ...resolved, state: 'waiting' })
`,
    tests: ['tests/station/guide-order.test.ts'],
  },
  {
    name: 'drop on parse failure',
    what: 'A box whose write is answered with something that cannot be understood leaves the outbox.',
    file: lane,
    find: unanswered,
    replace: `      case 'unanswered':
        if (answer.why === 'answer not understood') set(row, { ...resolved, state: 'confirmed' })
        else set(row, { state: 'unknown', attempts: row.attempts + 1, nextAt: clock() })
`,
    tests: ['tests/station/guide-order.test.ts'],
  },
  {
    name: 'acknowledge before commit',
    what: 'The packer hears the answer first; what was done is written to disk a moment later.',
    file: 'electron/station/desk/desk-state.ts',
    find: '    const after = db.transaction(change).immediate()\n',
    replace: `    const undone = new Error('undone')
    let after: Packing | null = null
    try {
      db.transaction(() => {
        after = change()
        throw undone
      }).immediate()
    } catch (error) {
      if (error !== undone) throw error
    }
    setImmediate(() => db.transaction(change).immediate())
`,
    tests: ['tests/station/acknowledged.test.ts'],
  },
  {
    name: 'reconcile by contents alone',
    what: "Any section with the box's goods counts as the box's, whoever made it and whenever.",
    file: 'shared/domain/dispatch/reconcile.ts',
    find: '  const fresh = now.filter((section) => !before.some((old) => old.code === section.code))\n',
    replace: `  const fresh = now
  const alike = now.find((section) => isTheWork(step, was, section, goods))
  if (alike !== undefined) return { kind: 'applied', sectionCode: alike.code }
`,
    tests: ['tests/unit/dispatch.test.ts', 'tests/station/guide-order.test.ts'],
  },
]
