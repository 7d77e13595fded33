import { expect, it } from 'vitest'
import {
  dataEnvelopeSchema,
  errorEnvelopeSchema,
  tokensSchema,
} from '../../../electron/station/imweb/schemas.ts'

it.each([
  [{ accessToken: 'a', refreshToken: 'r', scope: 'all' }, true],
  [{ accessToken: '', refreshToken: 'r' }, false],
  [{ accessToken: 'a', refreshToken: '' }, false],
  [{ accessToken: 'a' }, false],
])('tokens: %j: %s', (tokens, are) => {
  expect(tokensSchema.safeParse(tokens).success).toBe(are)
})

it.each([
  [{ statusCode: 200, data: 1 }, true],
  [{ statusCode: '200', data: null }, true],
  [{ statusCode: 200 }, false],
  [{ data: 1 }, false],
  ['<html>', false],
])('the store’s own envelope: %j: %s', (envelope, is) => {
  expect(dataEnvelopeSchema.safeParse(envelope).success).toBe(is)
})

it('a refusal has its code as text, and words or none', () => {
  expect(errorEnvelopeSchema.parse({ error: { errorCode: 30077, message: '안 됩니다' } })).toEqual({
    error: { errorCode: '30077', message: '안 됩니다' },
  })
  expect(errorEnvelopeSchema.parse({ error: { errorCode: '30077' } })).toEqual({
    error: { errorCode: '30077', message: '' },
  })
  expect(errorEnvelopeSchema.safeParse({ error: {} }).success).toBe(false)
})
