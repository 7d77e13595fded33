import { expect, test } from 'vitest'
import { operations } from '../../electron/demo-store/operations/index.ts'
import { commonErrors } from '../../electron/demo-store/operations/operation.ts'
import { errorMessages } from '../../electron/demo-store/error-messages.ts'
import { documentedOperations } from './openapi-document.ts'

const template = (path: string): string => path.replace(/:(\w+)/g, '{$1}')
const known = operations.map((o) => ({ ...o, template: template(o.path) }))

test('the document has 52 operations', () => {
  expect(documentedOperations).toHaveLength(52)
})

test.each(documentedOperations.map((o) => [`${o.method} ${o.template}`, o] as const))(
  'the store answers %s with the scopes and error codes of the document',
  (_name, documented) => {
    const own = known.find((o) => o.method === documented.method && o.template === documented.template)

    expect(own?.scopes).toEqual(documented.scopes)
    expect([...(own?.errors ?? []), ...commonErrors].sort()).toEqual(
      documented.errors.map((e) => e.errorCode).sort(),
    )
  },
)

test('the store answers nothing else but the bank transfer that field notes tell of', () => {
  const extra = known.filter(
    (o) => !documentedOperations.some((d) => d.method === o.method && d.template === o.template),
  )
  expect(extra.map((o) => o.id)).toEqual(['confirmBankTransfer'])
})

test('every documented error code has its documented HTTP status and a message', () => {
  for (const { errorCode, statusCode } of documentedOperations.flatMap((o) => o.errors)) {
    const [status, message] = errorMessages[errorCode] ?? [0, '']
    expect([errorCode, status]).toEqual([errorCode, statusCode])
    expect(message).not.toBe('')
  }
})
