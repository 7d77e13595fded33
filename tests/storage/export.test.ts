import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { localDay } from '../../electron/station/database/local-day.ts'
import { exportLog, type ExportRequest } from '../../electron/station/log/log-export.ts'
import { orderReport, replayLogFile, type OrderReport } from '../../electron/station/log/log-replay.ts'
import type { DeskView } from '../../shared/contract/snapshot.ts'
import { commandBarcode } from '../../shared/domain/codes/command-barcode.ts'
import { createWorld, type World } from '../station/world.ts'
import { newFolder } from './folder.ts'
import { pack, packedWorld } from './history.ts'
import { runScript } from './script.ts'

const guide = '202410104747676'
const third = '202410104747862'
const parts = (world: World) => ({
  db: world.db,
  pause: () => Promise.resolve(),
  now: world.now(),
  app: '1.2.3',
})

async function exported(world: World, what: ExportRequest): Promise<string> {
  const found = await exportLog(what, parts(world))
  if (found === null) throw new Error('nothing to export')
  return found.text
}

/** What the desk shows and what a replay says, in the same words. */
const fromDesk = (desk: DeskView | null) => ({
  lines: desk?.lines.map(({ sectionCode, itemNo, needed, done }) => ({ sectionCode, itemNo, needed, done })),
  boxes: desk?.boxes.map(({ number, state, contents, invoice }) => ({
    number,
    state,
    contents: contents.map(({ itemNo, qty }) => ({ itemNo, qty })),
    invoiceNo: invoice?.invoiceNo ?? null,
  })),
  current: desk?.currentBoxId ?? null,
})

const fromReport = (report: OrderReport | undefined) => ({
  lines: report?.lines.map(({ sectionCode, itemNo, needed, done }) => ({
    sectionCode,
    itemNo,
    needed,
    done,
  })),
  boxes: report?.boxes.map(({ number, state, contents, invoice }) => ({
    number,
    state,
    contents: contents.map(({ itemNo, qty }) => ({ itemNo, qty })),
    invoiceNo: invoice?.invoiceNo ?? null,
  })),
  current: report?.boxes.find((box) => box.current)?.id ?? null,
})

describe('an order’s log as a file', () => {
  it('replays to what the desk shows, after everything a packer can do', async () => {
    const world = await createWorld()
    const [close, next, undo] = [
      commandBarcode('closeBox'),
      commandBarcode('nextBox'),
      commandBarcode('undo'),
    ]
    await pack(world, [
      guide,
      'A-CITRUS-500',
      'B-NURUNGJI-200',
      close,
      'waybill',
      'B-NURUNGJI-200',
      'nonsense',
      next,
    ])
    await pack(world, ['B-NURUNGJI-200', undo, 'A-CITRUS-500', commandBarcode('emptyBox'), 'B-NURUNGJI-200'])
    const { desk } = await world.snapshot()
    expect(desk?.boxes.length).toBeGreaterThan(2)
    const { orders, problems, header } = replayLogFile(
      await exported(world, { kind: 'order', orderNo: guide }),
    )
    expect(problems).toEqual([])
    expect(header).toMatchObject({ app: '1.2.3', what: { kind: 'order', orderNo: guide }, chain: null })
    expect(orders).toHaveLength(1)
    expect(fromReport(orders.map(orderReport)[0])).toEqual(fromDesk(desk))
  })

  it('names a line that was changed, one that is out of place, and one that is none', async () => {
    const world = await packedWorld()
    const lines = (await exported(world, { kind: 'order', orderNo: guide })).trimEnd().split('\n')
    const replayed = (changed: string[]) => replayLogFile(changed.join('\n')).problems
    expect(replayed(lines)).toEqual([])
    expect(replayed(lines.with(3, (lines[3] ?? '').replace('A-CITRUS', 'A-CIDER')))).toContainEqual({
      line: 4,
      what: 'changed',
    })
    expect(replayed(lines.with(3, '{}'))).toContainEqual({ line: 4, what: 'unreadable' })
    expect(replayed([...lines, lines[2] ?? ''])).toContainEqual({
      line: lines.length + 1,
      what: 'outOfOrder',
    })
    expect(replayed(lines.slice(0, -1))).toEqual([{ line: lines.length, what: 'missing' }])
    expect(() => replayLogFile('{}')).toThrow('not an excerpt')
  })

  it('there is no file where the desk has not had the order', async () => {
    expect(await exportLog({ kind: 'order', orderNo: '1' }, parts(await packedWorld()))).toBeNull()
  })
})

describe('a day’s log as a file', () => {
  /** Packs a box today and another one tomorrow, by the desk's own calendar. */
  async function twoDays(): Promise<{ world: World; first: string; second: string }> {
    const world = await packedWorld()
    const first = localDay(world.now())
    world.sleep(24 * 3_600_000)
    const second = localDay(world.now())
    await world.scanAll(commandBarcode('closeBox'), '689200000095', commandBarcode('putDown'))
    await world.scan('nonsense')
    return { world, first, second }
  }

  it('shows each order of the day as the desk had it that night, whenever it was begun', async () => {
    const { world, first, second } = await twoDays()
    const dayOne = replayLogFile(await exported(world, { kind: 'day', day: first }))
    const dayTwo = replayLogFile(await exported(world, { kind: 'day', day: second }))
    expect([dayOne.problems, dayTwo.problems]).toEqual([[], []])
    expect(dayOne.orders.map(({ orderNo }) => orderNo)).toEqual([guide, '202410104747702', third])
    expect(dayTwo.orders.map(({ orderNo }) => orderNo)).toEqual([third])
    expect(dayOne.orders[2]?.boxes[0]).toMatchObject({ state: 'open' })
    expect(dayTwo.orders[0]?.boxes[0]).toMatchObject({
      state: 'sealed',
      invoice: { invoiceNo: '689200000095' },
    })
    expect(dayTwo.header.chain?.toSeq).toBe(
      world.db.prepare('SELECT max(seq) FROM packing_log').pluck().get(),
    )
  })

  it('nothing can be left out of the day without being missed', async () => {
    const { world, second } = await twoDays()
    const lines = (await exported(world, { kind: 'day', day: second })).trimEnd().split('\n')
    const { chain } = replayLogFile(lines.join('\n')).header
    const ofDay = lines.flatMap((line, index) =>
      index > 0 && inChain(line, chain?.fromSeq ?? 0) ? [index] : [],
    )
    expect(ofDay.length).toBeGreaterThan(3)
    for (const index of ofDay) {
      expect(replayLogFile(lines.toSpliced(index, 1).join('\n')).problems).not.toEqual([])
    }
  })

  it('ends and begins at the desk’s own midnight', async () => {
    const world = await packedWorld()
    const midnight = new Date(2026, 10, 26).getTime()
    world.sleep(midnight - 1 - world.now())
    await world.scan('the last of the day')
    world.sleep(1)
    await world.scan('the first of the next')
    const codes = async (day: string) =>
      [...(await exported(world, { kind: 'day', day })).matchAll(/the (last|first) of/g)].map(
        ([, which]) => which,
      )
    expect(await codes('2026-11-25')).toEqual(['last'])
    // The order on the desk was scanned at on both days: its whole story is in the later file.
    expect(await codes('2026-11-26')).toEqual(['last', 'first'])
    expect(await exportLog({ kind: 'day', day: '2026-02-30' }, parts(world))).toBeNull()
  })
})

describe('npm run replay', () => {
  it('prints the same state as the desk had, for people and as JSON', async () => {
    const world = await packedWorld()
    const file = path.join(newFolder(), 'day.jsonl')
    writeFileSync(file, await exported(world, { kind: 'day', day: localDay(world.now()) }))
    const text = await runScript('replay', file)
    expect(text).toMatchObject({ code: 0, errors: '' })
    expect(text.output).toMatch(/box 1: sealed, waybill 689200000014 \(courier \d+\)/)
    expect(text.output).toContain('Every line is as the desk wrote it.')
    const json = await runScript('replay', file, '--json')
    const reports = replayLogFile(readFileSync(file, 'utf8')).orders.map(orderReport)
    expect(JSON.parse(json.output)).toMatchObject({ problems: [], orders: reports })
    expect(fromReport(reports.find(({ orderNo }) => orderNo === third))).toEqual(
      fromDesk((await world.snapshot()).desk),
    )
  })

  it('says what is wrong with a file, and fails', async () => {
    const world = await packedWorld()
    const file = path.join(newFolder(), 'order.jsonl')
    writeFileSync(
      file,
      (await exported(world, { kind: 'order', orderNo: guide })).replace('689200000014', '689200000073'),
    )
    const ran = await runScript('replay', file)
    expect(ran.code).toBe(1)
    expect(ran.output).toContain('is not what the desk wrote')
    const none = await runScript('replay')
    expect(none.code).toBe(1)
    expect(none.errors).toContain('Usage')
  })
})

const inChain = (line: string, from: number): boolean => Number(/"seq":(\d+)/.exec(line)?.[1]) >= from
