import { packdeskConfig } from './scripts/lint/config.ts'

export default packdeskConfig(import.meta.dirname)
