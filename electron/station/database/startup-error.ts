import type { StartupProblem } from '../../../shared/contract/bridge.ts'
import { storageFaultOf } from './storage-fault.ts'

/** Something about the data folder or the database that the desk must not paper over. */
export class StartupError extends Error {
  readonly kind: StartupProblem['kind']

  constructor(kind: StartupProblem['kind'], detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'StartupError'
    this.kind = kind
  }
}

/** Names what is wrong; an error that storage does not explain is `otherwise`. */
export function asStartupError(
  error: unknown,
  otherwise: StartupProblem['kind'] = 'unexpected',
): StartupError {
  if (error instanceof StartupError) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new StartupError(storageFaultOf(error) ?? otherwise, detail, { cause: error })
}
