import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { StoreError, badInput } from '../errors.ts'
import { faultRuleSchema } from '../faults.ts'
import { errorAnswer, successAnswer } from '../http/envelope.ts'
import { parseBody, readBodyText } from '../http/request-body.ts'
import type { StoreControl } from './control.ts'
import { addressSchema, newOrderSchema, shippedElsewhereSchema } from './shop-life.ts'

const code = { orderSectionCode: z.string().optional() }
const codes = z.object({ orderSectionCodeList: z.array(z.string()).optional() })
const someItem = z.object({ orderSectionItemNo: z.string(), qty: z.number().int().min(0) })
const newItem = z.object({ orderSectionCode: z.string(), key: z.string(), qty: z.number().int().min(1) })

/** The control API, below `/__control`; only for callers who know the secret. Answers in the store's envelope. */
export const createControlRoutes = (control: StoreControl): Hono => {
  const app = new Hono()

  const read = async <Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> => {
    const body = parseBody(await readBodyText(c.req.raw), 'application/json') ?? {}
    const result = schema.safeParse(body)
    if (result.success) return result.data
    throw badInput(
      ...result.error.issues.map((i) => ({
        in: 'body' as const,
        field: i.path.map(String).join('.'),
        message: i.message,
      })),
    )
  }
  const orderNo = (c: Context): number => Number(c.req.param('orderNo'))
  const post = (path: string, act: (c: Context) => Promise<unknown>): void => {
    app.post(path, async (c) => successAnswer((await act(c)) ?? true))
  }

  app.get('/faults', () => successAnswer(control.faults()))
  app.delete('/faults', () => {
    control.clearFaults()
    return successAnswer(true)
  })
  post('/faults', async (c) => {
    control.addFault(await read(c, faultRuleSchema))
  })
  post('/refuse', async (c) => {
    const { seconds } = await read(c, z.object({ seconds: z.number().min(0).max(3600) }))
    control.refuseConnections(seconds * 1000)
  })
  post('/clock', async (c) => {
    const { jumpSeconds } = await read(c, z.object({ jumpSeconds: z.number() }))
    control.jumpClock(jumpSeconds * 1000)
  })
  post('/tokens/expire', async (c) => {
    const { kind } = await read(
      c,
      z.object({ kind: z.enum(['code', 'access', 'refresh']).default('access') }),
    )
    control.expireTokens(kind)
  })
  app.get('/requests', () => successAnswer(control.requests()))
  app.delete('/requests', () => {
    control.forgetRequests()
    return successAnswer(true)
  })

  const { shop } = control
  post('/orders', async (c) => shop.addOrder(await read(c, newOrderSchema)))
  post('/orders/:orderNo/pay', async (c) => shop.pay(orderNo(c)))
  post('/orders/:orderNo/request-cancel', async (c) =>
    shop.requestCancel(orderNo(c), (await read(c, codes)).orderSectionCodeList),
  )
  post('/orders/:orderNo/cancel', async (c) =>
    shop.cancel(orderNo(c), (await read(c, codes)).orderSectionCodeList),
  )
  post('/orders/:orderNo/hold', async (c) =>
    shop.hold(orderNo(c), (await read(c, z.object(code))).orderSectionCode),
  )
  post('/orders/:orderNo/release', async (c) =>
    shop.release(orderNo(c), (await read(c, z.object(code))).orderSectionCode),
  )
  post('/orders/:orderNo/address', async (c) => {
    const { orderSectionCode, ...address } = await read(c, addressSchema.extend(code))
    return shop.changeAddress(orderNo(c), address, orderSectionCode)
  })
  post('/orders/:orderNo/item', async (c) => {
    const item = await read(c, someItem)
    return shop.changeItem(orderNo(c), item.orderSectionItemNo, item.qty)
  })
  post('/orders/:orderNo/new-item', async (c) => {
    const item = await read(c, newItem)
    return shop.addItem(orderNo(c), item.orderSectionCode, item.key, item.qty)
  })
  post('/orders/:orderNo/ship-elsewhere', async (c) =>
    shop.shipElsewhere(orderNo(c), await read(c, shippedElsewhereSchema)),
  )
  post('/orders/:orderNo/confirm-purchase', async (c) => shop.confirmPurchase(orderNo(c)))
  post('/orders/:orderNo/busy', async (c) => {
    const busy = await read(c, z.object({ orderSectionCode: z.string(), seconds: z.number().min(0) }))
    return shop.makeBusy(orderNo(c), busy.orderSectionCode, busy.seconds * 1000)
  })
  post('/orders/:orderNo/hold-return', async (c) => {
    const held = await read(c, z.object({ orderSectionCode: z.string(), isHeld: z.boolean() }))
    return shop.holdReturn(orderNo(c), held.orderSectionCode, held.isHeld)
  })
  post('/orders/:orderNo/channel-failure', async (c) => {
    const { fails } = await read(c, z.object({ fails: z.boolean() }))
    return shop.failChannel(orderNo(c), fails)
  })

  app.notFound(() => errorAnswer(new StoreError(404), 'number'))
  app.onError((error) =>
    errorAnswer(error instanceof StoreError ? error : new StoreError(10003, [error.message]), 'number'),
  )
  return app
}
