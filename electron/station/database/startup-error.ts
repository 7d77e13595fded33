import type { StartupProblem } from '../../../shared/contract/bridge.ts'

/** Something about the data folder or the database that the desk must not paper over. */
export class StartupError extends Error {
  readonly kind: StartupProblem['kind']

  constructor(kind: StartupProblem['kind'], detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'StartupError'
    this.kind = kind
  }
}
