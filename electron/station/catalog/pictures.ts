import { createHash } from 'node:crypto'
import type { Packing } from '../../../shared/domain/packing/packing.ts'
import type { StoreAnswer } from '../imweb/call.ts'
import type { Clock, Pace, Report, Schedule } from '../ports.ts'
import type { DownloadPicture } from './picture-download.ts'
import { pictureKind } from './picture-kind.ts'
import { createPictureShelf, type PictureFiles } from './picture-shelf.ts'

/** How pictures are fetched and where they are kept. */
export type PicturePorts = { download: DownloadPicture; files: PictureFiles }

export type PictureParts = {
  /** Null: this station shows no pictures. */
  ports: PicturePorts | null
  /** The address of a product's first picture; null where it has none. */
  addressOf: (prodNo: string, unitCode: string) => Promise<StoreAnswer<string | null>>
  unitCode: () => string
  isOnline: () => boolean
  clock: Clock
  pace: Pace
  schedule: Schedule
  report: Report
  /** A picture has come in. */
  onPicture: () => void
}

const minute = 60_000
const day = 24 * 60 * minute

/** Kept pictures are looked after again when they are this old: the shop may have a new one. */
const freshFor = 7 * day

/** When to ask again: after no answer, after a picture that could not be used, and where the store says no or has none. */
const againAfter = { unheard: minute, unusable: 30 * minute, none: day }

/**
 * Pictures of the products on the desk. They are a help and nothing more: asked for one at a time, after everything else
 * that wants the store, kept as files, and left out wherever one is not there. What goes wrong is noted once a run.
 */
export function createPictures(parts: PictureParts) {
  const { ports, clock, pace, report } = parts
  const shelf = ports === null ? null : createPictureShelf(ports.files)
  const notBefore = new Map<string, number>()
  let wanted: string[] = []
  let loaded: Promise<void> | null = null
  let working = false
  let noted = false
  let stopped = false

  const productOf = (key: string): string | null => /^(\d+):/.exec(key)?.[1] ?? null

  /** A name that says nothing and stays the same; another shop's product of that number has another. */
  const stemOf = (prodNo: string): string =>
    createHash('sha256').update(`${parts.unitCode()}\n${prodNo}`).digest('hex')

  function note(what: string): void {
    if (noted) return
    noted = true
    report('pictures', new Error(what))
  }

  function isDue(prodNo: string): boolean {
    const kept = shelf?.get(stemOf(prodNo)) ?? null
    // One of a time to come was kept under a clock that was wrong.
    const isFresh = kept !== null && Math.abs(clock() - kept.savedAt) <= freshFor
    return !isFresh && pace() >= (notBefore.get(prodNo) ?? 0)
  }

  async function fetchOne(prodNo: string): Promise<number> {
    if (ports === null || shelf === null) return againAfter.none
    const answer = await parts.addressOf(prodNo, parts.unitCode())
    if (answer.kind !== 'ok') {
      if (answer.kind !== 'refused') return againAfter.unheard
      note(`the store gives no products: ${answer.errorCode}`)
      return againAfter.none
    }
    if (answer.data === null) return againAfter.none
    const download = await ports.download(answer.data)
    if (!download.ok) {
      note(`a picture could not be fetched: ${download.why}`)
      return againAfter.unusable
    }
    const kind = pictureKind(download.bytes, download.contentType)
    if (kind === null) {
      note(`what came was no picture: ${download.contentType.slice(0, 60)}`)
      return againAfter.unusable
    }
    if (!stopped) await shelf.put(stemOf(prodNo), kind, download.bytes, clock())
    return freshFor
  }

  async function work(): Promise<void> {
    loaded ??= shelf?.load().then(parts.onPicture) ?? Promise.resolve()
    await loaded
    for (;;) {
      const next = stopped || !parts.isOnline() ? undefined : wanted.find(isDue)
      if (next === undefined) return
      const wait = await fetchOne(next)
      notBefore.set(next, pace() + wait)
      if (wait === freshFor && !stopped) parts.onPicture()
    }
  }

  function start(): void {
    if (working || stopped) return
    working = true
    parts.schedule(0, () => {
      work()
        .catch((error: unknown) => {
          note(error instanceof Error ? error.message : String(error))
          // A disk that takes no pictures will not take the next one either.
          for (const prodNo of wanted) notBefore.set(prodNo, pace() + againAfter.unusable)
        })
        .finally(() => {
          working = false
        })
        .catch((error: unknown) => {
          report('pictures', error)
        })
    })
  }

  return {
    /** Sees to the pictures of what is on the desk now; returns at once. */
    follow(packing: Packing | null): void {
      if (ports === null) return
      wanted = [...new Set(packing?.lines.map(({ product }) => productOf(product.key)) ?? [])].filter(
        (prodNo) => prodNo !== null,
      )
      if (loaded === null || (parts.isOnline() && wanted.some(isDue))) start()
    },

    /** Where the app serves the picture of a product (by its key), if it is here. */
    pathOf: (key: string): string | null => {
      const prodNo = productOf(key)
      const kept = prodNo === null ? null : (shelf?.get(stemOf(prodNo)) ?? null)
      return kept === null ? null : `/pictures/${kept.name}?v=${String(Math.trunc(kept.savedAt))}`
    },

    stop(): void {
      stopped = true
    },
  }
}
