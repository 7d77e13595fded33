import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'
import document from './imweb-orders-openapi.json' with { type: 'json' }

const schemaBody = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema: schemaBody.optional() }))

const documentedOperation = z.object({
  operationId: z.string(),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: schemaBody }),
    )
    .default([]),
  requestBody: z.object({ required: z.boolean().optional(), content }).optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  responses: z.object({
    '200': z.object({ content: content.optional() }).optional(),
    default: z.object({ 'x-errors': z.array(z.object({ statusCode: z.number(), errorCode: z.number() })) }),
  }),
})

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), documentedOperation)) })

export interface DocumentedOperation {
  readonly id: string
  /** Upper case. */
  readonly method: string
  /** With `{name}` parameters. */
  readonly template: string
  readonly parameters: readonly {
    name: string
    in: string
    required: boolean
    schema: Record<string, unknown>
  }[]
  readonly isBodyRequired: boolean
  readonly bodySchema: Record<string, unknown> | undefined
  readonly answerSchema: Record<string, unknown> | undefined
  readonly errors: readonly { statusCode: number; errorCode: number }[]
  readonly scopes: readonly string[]
}

const firstSchema = (of: z.infer<typeof content> | undefined): Record<string, unknown> | undefined =>
  Object.values(of ?? {})[0]?.schema

/** Every operation of the document. */
export const documentedOperations: readonly DocumentedOperation[] = Object.entries(
  openApi.parse(document).paths,
).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    template,
    parameters: operation.parameters.map((p) => ({ ...p, required: p.required === true })),
    isBodyRequired: operation.requestBody?.required === true,
    bodySchema: firstSchema(operation.requestBody?.content),
    answerSchema: firstSchema(operation.responses['200']?.content),
    errors: operation.responses.default['x-errors'],
    scopes: (operation.security ?? []).flatMap((entry) => entry['oauth2'] ?? []),
  })),
)

/** The document's operation for a request; undefined where it has none. A literal path wins over one with parameters. */
export const operationFor = (method: string, pathname: string): DocumentedOperation | undefined =>
  documentedOperations
    .filter((operation) => operation.method === method && templatePattern(operation.template).test(pathname))
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0]

const templatePattern = (template: string): RegExp => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The document's schemas, closed: a field that the document does not name is a mistake in what we send or answer. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed)
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, closed(child)]))
  const isShape =
    inner['type'] === 'object' && isObject(inner['properties']) && !('additionalProperties' in inner)
  return isShape ? { ...inner, additionalProperties: false } : inner
}

const base = 'https://packdesk.invalid/order-api'
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
ajv.addSchema({ $id: base, components: closed(document.components) })

const absolute = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(absolute)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === '$ref' && typeof child === 'string' && child.startsWith('#')
        ? `${base}${child}`
        : absolute(child),
    ]),
  )
}

const closedSchema = (schema: Record<string, unknown>): Record<string, unknown> => {
  const made = closed(absolute(schema))
  return isObject(made) ? made : schema
}

const compiled = new Map<Record<string, unknown>, ValidateFunction>()

/** What is wrong with a value by one of the document's schemas; empty when nothing is. */
export const complaintsBySchema = (schema: Record<string, unknown>, value: unknown): string[] => {
  const validate = compiled.get(schema) ?? ajv.compile(closedSchema(schema))
  compiled.set(schema, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  )
}
