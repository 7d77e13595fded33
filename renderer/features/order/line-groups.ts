import type { LineView } from '../../../shared/contract/snapshot.ts'

export type LineGroup = { sectionCode: string; sectionNo: string; lines: LineView[] }

export const lineKey = (line: LineView): string => `${line.sectionCode} ${line.itemNo}`

/** Lines by the section they belong to, in the order they come in: a box holds one section's goods only. */
export function groupBySection(lines: readonly LineView[]): LineGroup[] {
  const groups: LineGroup[] = []
  for (const line of lines) {
    const group = groups.find(({ sectionCode }) => sectionCode === line.sectionCode)
    if (group === undefined) {
      groups.push({ sectionCode: line.sectionCode, sectionNo: line.sectionNo, lines: [line] })
    } else {
      group.lines.push(line)
    }
  }
  return groups
}

/** The key of the line whose count has changed, if one has. */
export function lastChanged(before: readonly LineView[], now: readonly LineView[]): string | null {
  const counts = new Map(before.map((line) => [lineKey(line), line.done]))
  const changed = now.find((line) => {
    const done = counts.get(lineKey(line))
    return done !== undefined && done !== line.done
  })
  return changed === undefined ? null : lineKey(changed)
}
