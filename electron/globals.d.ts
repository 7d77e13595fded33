declare module '*?raw' {
  const text: string
  export { text as default }
}

declare module '*?nodeWorker' {
  import type { Worker, WorkerOptions } from 'node:worker_threads'
  const createWorker: (options?: WorkerOptions) => Worker
  export { createWorker as default }
}
