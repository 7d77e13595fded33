import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFaultDice, type CallFault } from '../../scripts/guided-demo/call-faults.ts'
import { faultyProxyTo } from '../../scripts/guided-demo/faulty-proxy.ts'

describe('which calls go wrong', () => {
  it('about the share that was asked for', () => {
    const faultFor = createFaultDice({ rate: 0.2, seed: 7 })
    const struck = Array.from({ length: 5_000 }, () => faultFor('GET', '/orders')).filter(
      (fault) => fault !== null,
    )
    expect(struck.length / 5_000).toBeCloseTo(0.2, 1)
    expect(new Set(struck).size).toBe(9)
  })

  it('the fate of the nth write does not hang on the polls before it', () => {
    const write = '/orders/1/order-section/os20261124abc/shipping-operation'
    const alone = createFaultDice({ rate: 0.5, seed: 3 })
    const amongPolls = createFaultDice({ rate: 0.5, seed: 3 })
    const fates = (ask: typeof alone, polls: number) =>
      Array.from({ length: 20 }, () => {
        for (let n = 0; n < polls; n += 1) ask('GET', '/orders?page=1')
        return ask('PATCH', write)
      })
    expect(fates(amongPolls, 3)).toEqual(fates(alone, 0))
  })
})

describe('what a fault does to a call', () => {
  let store: Server
  let url = ''
  let carriedOut = 0

  beforeEach(async () => {
    carriedOut = 0
    store = createServer((request, response) => {
      request.resume().on('end', () => {
        carriedOut += 1
        response.end(JSON.stringify({ statusCode: 200, data: 'well' }))
      })
    }).listen(0, '127.0.0.1')
    await once(store, 'listening')
    const address = store.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    url = `http://127.0.0.1:${String(address.port)}`
  })

  afterEach(() => {
    store.closeAllConnections()
    store.close()
  })

  /** The first seed with which the first call meets this fault. */
  function seedFor(fault: CallFault): number {
    for (let seed = 1; seed < 10_000; seed += 1) {
      if (createFaultDice({ rate: 0.5, seed })('PATCH', '/box') === fault) return seed
    }
    throw new Error(`no seed for ${fault}`)
  }

  async function callUnder(fault: CallFault) {
    const proxy = await faultyProxyTo(url, { rate: 0.5, seed: seedFor(fault) })
    try {
      const seen = await fetch(`${proxy.url}/box`, { method: 'PATCH', body: '{}' }).then(
        async (answer) => ({ status: answer.status, body: await answer.text() }),
        () => 'broken' as const,
      )
      expect(proxy.tally()).toMatchObject({ calls: 1, struck: { [fault]: 1 } })
      return { seen, carriedOut }
    } finally {
      await proxy.close()
    }
  }

  const whole = '{"statusCode":200,"data":"well"}'

  it.each<[CallFault, unknown, number]>([
    ['lostRequest', 'broken', 0],
    ['refused', 'broken', 0],
    ['lostAnswer', 'broken', 1],
    ['serverError', expect.objectContaining({ status: 500 }), 0],
    ['serverErrorAfter', expect.objectContaining({ status: 500 }), 1],
    ['tooMany', expect.objectContaining({ status: 429 }), 0],
    ['garbled', { status: 200, body: whole.slice(0, whole.length / 2) }, 1],
    ['slow', { status: 200, body: whole }, 1],
  ])('%s', async (fault, seen, times) => {
    expect(await callUnder(fault)).toEqual({ seen, carriedOut: times })
  })
})
