/**
 * Runs tasks one after the other in the order they were given, however fast they come; a task that fails does not
 * hold up the ones behind it.
 */
export function createInOrder(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = last.then(task, task)
    last = run.catch(() => undefined)
    return run
  }
}
