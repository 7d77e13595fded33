import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { channels, type StartupProblem } from '../../shared/contract/bridge.ts'
import {
  windowInputs,
  type CallError,
  type Reply,
  type StorageFault,
  type WindowInput,
  type WindowMethod,
  type WindowOutputs,
} from '../../shared/contract/methods.ts'
import { DatabaseLostError } from '../station/database/in-place.ts'
import { storageFaultOf } from '../station/database/storage-fault.ts'
import type { Report } from '../station/ports.ts'
import { isOurs } from './security.ts'

/** One function a method of the contract: the station's, and the app's own. */
export type WindowMethods = {
  [M in WindowMethod]: (input: WindowInput<M>) => WindowOutputs[M] | Promise<WindowOutputs[M]>
}

export type IpcParts = {
  /** The window's contents: the only sender listened to. */
  contents: () => WebContents | null
  /** Null where the station could not be opened. */
  methods: WindowMethods | null
  problem: StartupProblem | null
  /** Whether the database's file was lost while it was open. */
  isFileLost: () => boolean
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

function register<M extends WindowMethod>(name: M, parts: IpcParts): void {
  const schema: z.ZodType<WindowInput<M>> = inputSchema(name)
  ipcMain.handle(channels.method(name), async (event, raw: unknown): Promise<Reply<unknown>> => {
    requireOurs(event, parts)
    if (parts.methods === null)
      return { ok: false, error: { code: 'notReady', message: parts.problem?.kind ?? '' } }
    const input = schema.safeParse(raw)
    if (!input.success)
      return { ok: false, error: { code: 'badInput', message: z.prettifyError(input.error) } }
    try {
      return { ok: true, data: await parts.methods[name](input.data) }
    } catch (error) {
      parts.report(`method ${name}`, error)
      return { ok: false, error: callErrorOf(error, parts.isFileLost()) }
    }
  })
}

/** An action that the disk could not take was not done: the window says so, and it can be done again. */
function callErrorOf(error: unknown, isFileLost: boolean): CallError {
  const found = storageFaultOf(error)
  const isLost = error instanceof DatabaseLostError || (isFileLost && found !== null)
  const fault: StorageFault | null = isLost ? 'databaseLost' : found
  if (fault !== null) return { code: 'storage', message: fault }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

function requireOurs(event: IpcMainInvokeEvent, { contents, report }: IpcParts): void {
  const frame = event.senderFrame
  const ours =
    frame !== null && event.sender === contents() && frame === event.sender.mainFrame && isOurs(frame.url)
  if (ours) return
  report('ipc', new Error(`a call from ${frame?.origin ?? 'a closed frame'} was turned away`))
  throw new Error('not allowed')
}

const methodNames = (): WindowMethod[] =>
  Object.keys(windowInputs).filter((name): name is WindowMethod => name in windowInputs)

function inputSchema<M extends WindowMethod>(name: M): z.ZodType<WindowInput<M>> {
  const schemas: { [K in WindowMethod]: z.ZodType<WindowInput<K>> } = windowInputs
  return schemas[name]
}
