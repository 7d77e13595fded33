import type { TestProject } from 'vitest/node'
import { prepareStage, type Stage } from './launch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What launchApp needs: `inject('stage')` in an end-to-end test. */
    stage: Stage
  }
}

let stopScreen: (() => void) | undefined

/** Before the first end-to-end test: Electron, the build and a screen. Without Electron the run fails here. */
export async function setup(project: TestProject): Promise<void> {
  const { stage, stop } = await prepareStage()
  stopScreen = stop
  project.provide('stage', stage)
}

export function teardown(): void {
  stopScreen?.()
}
