import type { Database } from '../../electron/station/database/open.ts'

/** Told of every statement just before the database carries it out; what it throws happens in the statement's place. */
export type OnStatement = (sql: string) => void

const carriedOut = new Set<PropertyKey>(['run', 'get', 'all', 'iterate'])

/** A database that tells of each of its statements; BEGIN, COMMIT and ROLLBACK are its own affair. */
export function watchedDatabase(db: Database, onStatement: OnStatement): Database {
  const watched = <T extends object>(statement: T, sql: string): T => {
    const proxy: T = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          if (carriedOut.has(name)) onStatement(sql)
          const result: unknown = Reflect.apply(value, target, args)
          return result === target ? proxy : result
        }
      },
    })
    return proxy
  }
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        if (name === 'exec' && typeof args[0] === 'string') onStatement(args[0])
        const result: unknown = Reflect.apply(value, target, args)
        const made = name === 'prepare' && typeof result === 'object' && result !== null
        return made ? watched(result, String(args[0])) : result
      }
    },
  })
}
