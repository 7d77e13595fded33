/**
 * Something that happens, told to whoever listens. Made before both, so that who causes it and who hears of it need not
 * know each other.
 */
export function createSignal<T = void>() {
  const listeners = new Set<(value: T) => void>()
  return {
    emit: (value: T): void => {
      for (const listener of listeners) listener(value)
    },
    /** Returns the way to stop listening. */
    listen: (listener: (value: T) => void): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
