import path from 'node:path'
import log from 'electron-log/node'
import type { Report } from '../station/ports.ts'

/** Unexpected errors go to `packdesk.log` in the data folder: what went wrong and where, never what a token was. */
export function createReport(dataFolder: string): Report {
  log.transports.file.resolvePathFn = () => path.join(dataFolder, 'packdesk.log')
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  return (what, error) => {
    log.error(what, error instanceof Error ? (error.stack ?? error.message) : error)
  }
}
