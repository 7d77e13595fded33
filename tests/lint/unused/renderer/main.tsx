import { used } from './used.ts'

export const app = used
