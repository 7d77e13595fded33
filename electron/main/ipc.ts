import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { channels, type StartupProblem } from '../../shared/contract/bridge.ts'
import { inputs, type Input, type Method, type Reply } from '../../shared/contract/methods.ts'
import type { Report } from '../station/ports.ts'
import type { StationMethods } from '../station/station.ts'
import { isOurs } from './security.ts'

export type IpcParts = {
  /** The window's contents: the only sender listened to. */
  contents: () => WebContents | null
  station: StationMethods | null
  problem: StartupProblem | null
  report: Report
}

/** Registers one handler a method of the contract; each checks its sender, then its input, and only then acts. */
export function registerMethods(parts: IpcParts): void {
  for (const name of methodNames()) register(name, parts)
  ipcMain.handle(channels.startupProblem, (event) => {
    requireOurs(event, parts)
    return parts.problem
  })
}

function register<M extends Method>(name: M, parts: IpcParts): void {
  const schema: z.ZodType<Input<M>> = inputSchema(name)
  ipcMain.handle(channels.method(name), async (event, raw: unknown): Promise<Reply<unknown>> => {
    requireOurs(event, parts)
    if (parts.station === null) return { ok: false, error: { code: 'notReady', message: parts.problem?.kind ?? '' } }
    const input = schema.safeParse(raw)
    if (!input.success) return { ok: false, error: { code: 'badInput', message: z.prettifyError(input.error) } }
    try {
      return { ok: true, data: await parts.station[name](input.data) }
    } catch (error) {
      parts.report(`method ${name}`, error)
      return { ok: false, error: { code: 'internal', message: error instanceof Error ? error.message : String(error) } }
    }
  })
}

function requireOurs(event: IpcMainInvokeEvent, { contents, report }: IpcParts): void {
  const frame = event.senderFrame
  const ours =
    frame !== null && event.sender === contents() && frame === event.sender.mainFrame && isOurs(frame.url)
  if (ours) return
  report('ipc', new Error(`a call from ${frame?.origin ?? 'a closed frame'} was turned away`))
  throw new Error('not allowed')
}

const methodNames = (): Method[] => Object.keys(inputs).filter((name): name is Method => name in inputs)

function inputSchema<M extends Method>(name: M): z.ZodType<Input<M>> {
  const schemas: { [K in Method]: z.ZodType<Input<K>> } = inputs
  return schemas[name]
}
