import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Network {
  /** The store's address as seen through this network; the same before and after a cut. */
  readonly url: string
  /** Breaks every connection and refuses new ones. */
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
  /** Cuts and, so many milliseconds later, mends, unless the network has been cut for good meanwhile. */
  readonly interrupt: (ms: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A stretch of network to a server on this machine that can be cut and mended. */
export async function networkTo(target: string): Promise<Network> {
  const { hostname, port: targetPort } = new URL(target)
  const sockets = new Set<Socket>()
  let isUp = true
  const server = createServer((near) => {
    // Accepted before the cut, heard of after it: it would keep the cut from ever being done.
    if (!isUp) {
      near.destroy()
      return
    }
    const far = connect(Number(targetPort), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      // Either end may break at any moment: that is what this network is for.
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the network has no port')
  const { port } = address
  let isCut = false

  // A server that is still closing cannot be opened: cutting and mending take turns.
  let lastTurn: Promise<unknown> = Promise.resolve()
  function inTurn(task: () => Promise<void>): Promise<void> {
    const turn = lastTurn.then(task, task)
    lastTurn = turn
    return turn
  }

  async function takeDown(): Promise<void> {
    if (!server.listening) return
    isUp = false
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }

  async function putUp(): Promise<void> {
    if (server.listening || isCut) return
    isUp = true
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }

  function cut(): Promise<void> {
    isCut = true
    return inTurn(takeDown)
  }

  return {
    url: `http://127.0.0.1:${String(port)}`,
    cut,
    mend: () => {
      isCut = false
      return inTurn(putUp)
    },
    interrupt: async (ms) => {
      await inTurn(takeDown)
      await pause(ms)
      await inTurn(putUp)
    },
    close: cut,
  }
}
