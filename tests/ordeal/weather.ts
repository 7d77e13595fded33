import type { HttpRequest } from '../../electron/station/imweb/transport.ts'
import type { Chance } from '../simulation/chance.ts'
import { kindOf, type KindName } from './kinds.ts'
import type { Strike } from './road.ts'
import type { Time } from './time.ts'
import type { Trace } from './trace.ts'
import type { Happening, Scene } from './troubles/happenings.ts'

export type WeatherParts = { active: readonly KindName[]; time: Time; chance: Chance; trace: Trace }

/** Which troubles there are at a moment: each comes for a while and goes again, by itself. */
export function createWeather({ active, time, chance, trace }: WeatherParts) {
  const now = new Set<KindName>()
  const struck = new Map<KindName, number>()
  let isOver = false

  const counted = (name: KindName): void => {
    struck.set(name, (struck.get(name) ?? 0) + 1)
  }

  const between = (from: number, to: number): number => from + chance.below(to - from)

  function comes(name: KindName, scene: Scene): void {
    if (isOver) return
    now.add(name)
    trace.note('weather', `${name} begins`)
    const lasts = between(40_000, 300_000)
    const { happens } = kindOf(name)
    if (happens !== undefined) happensUntil(time.now() + lasts, name, happens.every, happens.happening, scene)
    time.after(lasts, () => {
      now.delete(name)
      trace.note('weather', `${name} ends`)
      time.after(between(10_000, 120_000), () => {
        comes(name, scene)
      })
    })
  }

  function happensUntil(
    end: number,
    name: KindName,
    every: readonly [number, number],
    happening: Happening,
    scene: Scene,
  ): void {
    time.after(between(...every), () => {
      if (isOver) return
      counted(name)
      void time.hold(happening(scene))
      if (time.now() < end) happensUntil(end, name, every, happening, scene)
    })
  }

  return {
    struck,
    begin(scene: Scene): void {
      for (const name of active)
        time.after(between(0, 60_000), () => {
          comes(name, scene)
        })
    },
    /** The trouble that a call meets, if it meets one. */
    meets(request: HttpRequest): { kind: string; strike: Strike } | null {
      for (const name of active) {
        const { calls } = kindOf(name)
        if (isOver || calls === undefined || !now.has(name)) continue
        if (!calls.meets(request) || !chance.is(calls.odds)) continue
        counted(name)
        return { kind: name, strike: calls.strike }
      }
      return null
    },
    /** No more troubles. */
    calms(): void {
      isOver = true
      now.clear()
      trace.note('weather', 'calm')
    },
    isOn: (name: KindName): boolean => !isOver && now.has(name),
  }
}
