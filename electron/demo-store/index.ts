export { demoClient } from './demo-client.ts'
