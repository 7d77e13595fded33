import { Worker } from 'node:worker_threads'

/** Shares work out over so many threads of one module, which posts one result for each piece of it. */
export async function inWorkers<Work, Result>(
  module: URL,
  work: readonly Work[],
  jobs: number,
  { name, onResult }: { name: string; onResult: (result: Result) => void },
): Promise<void> {
  const shares = Array.from({ length: jobs }, (_, job) => work.filter((_each, index) => index % jobs === job))
  await Promise.all(
    shares.map(
      (share) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(module, { workerData: { [name]: share } })
          worker.on('message', onResult)
          worker.on('error', reject)
          worker.on('exit', () => {
            resolve()
          })
        }),
    ),
  )
}
