import type { AgingRest, AgingVersion, Standing } from './aging-version.ts'

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
  let marker: AgingRest | undefined
  for await (const rows of pages) {
    const versions: AgingVersion[] = []
    for (const row of rows) {
      // Whether a current delete marker is alone, the next row tells.
      if (marker) versions.push(currentMarker(marker, { isOnly: marker.key !== row.key }))
      const before: Newer | undefined = newer?.key === row.key ? newer : liveOf(row)
      marker = before ? undefined : row
      if (before) versions.push({ ...row, standing: standingBehind(before) })
      newer = nextOf(row, before)
    }
    yield versions
  }
  if (marker) yield [currentMarker(marker, { isOnly: true })]
}

const currentMarker = (marker: AgingRest, { isOnly }: { readonly isOnly: boolean }): AgingVersion => ({
  ...marker,
  standing: { kind: 'current', isOnly },
})

const standingBehind = ({ since, versions }: Newer): Standing => ({
  kind: 'noncurrent',
  since,
  newerVersions: versions,
})

const liveOf = ({ key, liveSince }: AgingRest): Newer | undefined =>
  liveSince === undefined ? undefined : { key, since: liveSince, versions: 0 }

const nextOf = ({ key, lastModified, isDeleteMarker }: AgingRest, before: Newer | undefined): Newer => ({
  key,
  since: lastModified,
  versions: before ? before.versions + (isDeleteMarker ? 0 : 1) : 0,
})
