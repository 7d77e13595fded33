import { demoClient } from '../../electron/demo-store/demo-client.ts'
import { seededRandom } from '../../electron/demo-store/seed/seeded-random.ts'
import type { DemoStore, DemoStoreOptions } from '../../electron/demo-store/store.ts'
import { createDemoStore } from '../../electron/demo-store/store.ts'
import type { Order, Section } from '../../electron/demo-store/order-document.ts'
import { checkingAnswers } from '../contract/validate-answer.ts'

const allScopes = 'site-info:write order:read order:write payment:write'
export const startOfTests = Date.UTC(2026, 2, 2, 0, 0, 0)

interface Answer {
  readonly status: number
  readonly headers: Headers
  /** `error.errorCode`, or undefined for a success. */
  readonly code: number | undefined
  /** `data` of a success. */
  readonly data: unknown
  readonly body: unknown
}

type Body = object | string | undefined

export interface TestStore {
  readonly store: DemoStore
  readonly clock: { now: number }
  /** Sends a request with the store's token; every answer is checked against the document. */
  send(method: string, path: string, body?: Body, headers?: Record<string, string>): Promise<Answer>
  /** The same without a token. */
  sendBare(method: string, path: string, body?: Body, headers?: Record<string, string>): Promise<Answer>
  /** Sends anything as it is, with the store's token, unchecked. */
  sendRaw(
    method: string,
    path: string,
    body: BodyInit | undefined,
    headers: Record<string, string>,
  ): Promise<Response>
  order(orderNo: number): Order
  section(orderNo: number, index?: number): Section
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined

/** A value inside an answer, by names and indexes from the outside in. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((inner, name) => field(inner, String(name)), value)

const read = async (answer: Response): Promise<Answer> => {
  const text = await answer.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const code = at(body, 'error', 'errorCode')
  const isCode = typeof code === 'number' || typeof code === 'string'
  return {
    status: answer.status,
    headers: answer.headers,
    code: isCode ? Number(code) : undefined,
    data: at(body, 'data'),
    body,
  }
}

export const tokenForm = (fields: Record<string, string>): string =>
  new URLSearchParams({
    clientId: demoClient.clientId,
    clientSecret: demoClient.clientSecret,
    ...fields,
  }).toString()

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

export const authorizePath = (changes: Record<string, string> = {}): string => {
  const query = new URLSearchParams({
    responseType: 'code',
    clientId: demoClient.clientId,
    redirectUri: demoClient.redirectUri,
    siteCode: demoClient.siteCode,
    scope: allScopes,
    state: 'a state',
    ...changes,
  })
  return `/oauth2/authorize?${query.toString()}`
}

/** A store in memory, signed in to, on a clock that only moves when told. */
export const openTestStore = async (
  options: Partial<DemoStoreOptions> & { scope?: string; isContractChecked?: boolean } = {},
): Promise<TestStore> => {
  const { scope, isContractChecked, ...given } = options
  const clock = { now: startOfTests }
  const store = createDemoStore({
    file: ':memory:',
    clock: () => clock.now,
    random: seededRandom(7),
    rateLimit: 'off',
    onFault: (fault) => {
      throw fault
    },
    ...given,
  })
  const fetch = isContractChecked === false ? store.fetch : checkingAnswers(store.fetch)
  const send = async (
    method: string,
    path: string,
    body: Body,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    const request = new Request(`http://store.test${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(text === undefined ? {} : { body: text }),
    })
    return read(await fetch(request))
  }
  const back = await send('GET', authorizePath(scope === undefined ? {} : { scope }), undefined, {})
  const code = new URL(back.headers.get('location') ?? 'http://none').searchParams.get('code') ?? ''
  const grant = tokenForm({ grantType: 'authorization_code', redirectUri: demoClient.redirectUri, code })
  const tokens = await send('POST', '/oauth2/token', grant, formHeaders)
  const authorization = `Bearer ${String(at(tokens.data, 'accessToken'))}`
  const order = (orderNo: number): Order => {
    const stored = store.readOrder(orderNo)
    if (stored === undefined) throw new Error(`no order ${orderNo}`)
    return stored.order
  }
  return {
    store,
    clock,
    send: (method, path, body, headers = {}) => send(method, path, body, { authorization, ...headers }),
    sendBare: (method, path, body, headers = {}) => send(method, path, body, headers),
    sendRaw: (method, path, body, headers) =>
      store.fetch(
        new Request(`http://store.test${path}`, {
          method,
          headers: { authorization, ...headers },
          ...(body === undefined ? {} : { body }),
        }),
      ),
    order,
    section: (orderNo, index = 0) => {
      const section = order(orderNo).sections[index]
      if (section === undefined) throw new Error(`order ${orderNo} has no section ${index}`)
      return section
    },
  }
}

/** Items with quantities, as the calls take them. */
export const units = (...pairs: readonly (readonly [string, number])[]) =>
  pairs.map(([orderSectionItemNo, qty]) => ({ orderSectionItemNo, qty }))

/** A section's content, by product and quantity. */
export const contentOf = (section: Section): Record<string, number> =>
  Object.fromEntries(
    section.sectionItems.map((it) => [it.productInfo.prodSkuNo ?? it.productInfo.prodName, it.qty]),
  )
