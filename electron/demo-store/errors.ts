import { errorMessages } from './error-messages.ts'

/** A refusal with one of the order system's error codes; becomes the error envelope. */
export class StoreError extends Error {
  readonly errorCode: number
  readonly statusCode: number
  readonly details: readonly unknown[]

  constructor(errorCode: number, details: readonly unknown[] = []) {
    const [statusCode, message] = errorMessages[errorCode] ?? [400, '요청을 처리할 수 없습니다.']
    super(message)
    this.name = 'StoreError'
    this.errorCode = errorCode
    this.statusCode = statusCode
    this.details = details
  }
}

/** Where in the request something is wrong, as the `data` of a validation error tells it. */
export interface InputFault {
  readonly in: 'query' | 'body' | 'path' | 'header'
  readonly field: string
  readonly message: string
}

export const badInput = (...faults: readonly InputFault[]): StoreError => new StoreError(10001, faults)

/** Fields that are each well-formed but do not go together. */
export const badData = (field: string, message: string): StoreError =>
  new StoreError(10003, [{ in: 'body', field, message } satisfies InputFault])
