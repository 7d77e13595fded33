/**
 * Runs a task at most once at a time: asked again while it runs, it runs once more afterwards, however often it was
 * asked. So what it shows is never older than the last asking. The task itself must not reject.
 */
export function createLatestOnly(task: () => Promise<void>): () => void {
  let asked = 0
  let served = 0
  let running = false
  const run = async (): Promise<void> => {
    running = true
    while (served < asked) {
      served = asked
      await task()
    }
    running = false
  }
  return () => {
    asked += 1
    if (!running) void run()
  }
}
