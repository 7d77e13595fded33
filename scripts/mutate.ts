import { parseArgs } from 'node:util'
import { main, say } from './lib/run.ts'
import { mutatedRooms, type MutatedRoom } from './mutation/rooms.ts'
import { percent, scoreOf } from './mutation/scores.ts'
import { runSlice } from './mutation/slice.ts'
import { filesIn, stampOfSources } from './mutation/sources.ts'

const wanted = 85

const help = `Usage: npm run mutate [-- FOLDER] [--scores]

Changes the sources in small ways, one at a time, and has the tests close to each folder notice. Goes file by file; what
has been gone through is kept in out/mutation, so that a run can be stopped and taken up again, and a later one tries
only what has changed. Ends with the score of each folder; fails below ${String(wanted)} % in one.
  FOLDER    only this folder (or file): shared/domain/codes, say
  --scores  only says how things stood at the last runs
`

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { scores: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (values.help) {
    say(help)
    return 0
  }
  const within = (positionals[0] ?? '').replace(/\/$/, '')
  const rooms = mutatedRooms.filter(({ folder }) => folder.startsWith(within) || within.startsWith(folder))
  if (rooms.length === 0)
    throw new Error(`${within} is none of these:\n${mutatedRooms.map(({ folder }) => folder).join('\n')}`)
  if (!values.scores) for (const room of rooms) await mutate(room, within)
  return rooms.map(sayScore).every((score) => score >= wanted) ? 0 : 1
})

async function mutate({ folder, tests }: MutatedRoom, within: string): Promise<void> {
  for (const file of filesIn(folder).filter((name) => name.startsWith(within))) {
    const startedAt = performance.now()
    const came = await runSlice({ file, tests, stamp: stampOfSources() })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
    say(`${file}: ${came === 'ran' ? `${percent(scoreOf([file])).toFixed(0)} %, ${seconds} s` : came}`)
  }
}

function sayScore({ folder }: MutatedRoom): number {
  const { killed, alive, missing } = scoreOf(filesIn(folder))
  const score = percent({ killed, alive })
  const rest = missing === 0 ? '' : `, ${String(missing)} files not gone through`
  say(
    `${folder.padEnd(32)} ${score.toFixed(1).padStart(5)} %  ${String(killed)} killed, ${String(alive)} not${rest}`,
  )
  return score
}
