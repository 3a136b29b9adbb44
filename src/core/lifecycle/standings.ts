import type { AgingRest, AgingVersion } from './aging-version.ts'

/** What is known of the versions of a key that were looked at already: the newest come first. */
interface Newer {
  readonly key: string
  /** When the last of them was written. */
  readonly since: number
  readonly versions: number
}

/** Tells of versions in the order of their keys, the newest of a key first, how they stand to each other. */
export async function* standings(
  pages: AsyncIterable<readonly AgingRest[]>,
): AsyncGenerator<readonly AgingVersion[]> {
  let newer: Newer | undefined
  let marker: AgingVersion | undefined
  for await (const rows of pages) {
    const versions: AgingVersion[] = []
    for (const row of rows) {
      // Whether a current delete marker is alone, the next row tells.
      if (marker) versions.push({ ...marker, standing: { kind: 'current', isOnly: marker.key !== row.key } })
      marker = undefined
      const behind: Newer | undefined = newer?.key === row.key ? newer : liveOf(row)
      if (!behind) marker = { ...row, standing: { kind: 'current' } }
      else
        versions.push({
          ...row,
          standing: { kind: 'noncurrent', since: behind.since, newerVersions: behind.versions },
        })
      const isCounted = behind !== undefined && !row.isDeleteMarker
      newer = {
        key: row.key,
        since: row.lastModified,
        versions: (behind?.versions ?? 0) + (isCounted ? 1 : 0),
      }
    }
    yield versions
  }
  if (marker) yield [{ ...marker, standing: { kind: 'current', isOnly: true } }]
}

const liveOf = ({ key, liveSince }: AgingRest): Newer | undefined =>
  liveSince === undefined ? undefined : { key, since: liveSince, versions: 0 }
