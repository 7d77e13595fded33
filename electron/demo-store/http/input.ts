import { z } from 'zod'
import type { Call } from '../context.ts'
import type { InputFault } from '../errors.ts'
import { badInput } from '../errors.ts'

const check = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: InputFault['in'],
): z.infer<Schema> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw badInput(
    ...result.error.issues.map((issue) => ({
      in: where,
      field: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  )
}

/** The body of a call, checked. Unknown fields are ignored; a wrong type or a missing field is 10001 with where. */
export const bodyOf = <Schema extends z.ZodType>(call: Call, schema: Schema): z.infer<Schema> =>
  check(schema, call.body, 'body')

/** The query of a call, checked. An empty value counts as not given. */
export const queryOf = <Schema extends z.ZodType>(call: Call, schema: Schema): z.infer<Schema> =>
  check(schema, Object.fromEntries(Object.entries(call.query).filter(([, value]) => value !== '')), 'query')

/** The order number in the path, as a number. Throws 10001 when it is not one. */
export const orderNoOf = (call: Call): number => {
  const text = call.params['orderNo'] ?? ''
  const value = Number(text)
  if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(value)) return value
  throw badInput({ in: 'path', field: 'orderNo', message: '숫자여야 합니다.' })
}

export const pathText = (call: Call, name: string): string => call.params[name] ?? ''

/** Text of at least one visible character. */
export const text = z.string().refine((value) => value.trim() !== '', '비어 있습니다.')
export const quantity = z.number().int().min(1)
export const itemQuantities = z.array(z.object({ orderSectionItemNo: text, qty: quantity }))
export const yesNo = z.enum(['Y', 'N'])

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** A moment in ISO 8601, as ms epoch. */
export const moment = z
  .string()
  .regex(isoTime, 'UTC ISO 8601 형식이어야 합니다.')
  .transform((value, context) => {
    const at = Date.parse(value)
    if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: '존재하지 않는 시각입니다.' })
    return at
  })

/** A whole number in a query, at least `min` and at most `max`. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, '숫자여야 합니다.')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${min} 이상 ${max} 이하여야 합니다.`)
