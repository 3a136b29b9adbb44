import { keysPage } from '../keys-page.ts'
import { lazySignal } from '../lazy-signal.ts'
import { listedOutput } from '../object-output.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { parsePlaceCursor, placeCursor } from '../place-cursor.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { ListedVersion, VersionPage } from '../../core/objects/list-query.ts'

export const objectVersionCalls = (
  { objects, catalog }: Pick<Core, 'objects' | 'catalog'>,
  stopped: AbortSignal,
) => ({
  listVersions: async ({ name, project, after, ...query }: InputOf<'listVersions'>) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    const { prefix, delimiter, limit } = keysPage(query)
    const { key, id } = after === undefined ? { key: '', id: undefined } : parsePlaceCursor(after)
    const page = await objects.listVersions(owner, name, {
      prefix,
      delimiter,
      keyMarker: key,
      versionIdMarker: id,
      limit,
    })
    return {
      prefixes: page.entries.flatMap((entry) => ('commonPrefix' in entry ? [entry.commonPrefix] : [])),
      versions: page.entries.flatMap((entry) => ('key' in entry ? [versionOutput(entry)] : [])),
      next: nextOf(page),
    }
  },
  restoreVersion: async ({ name, project, key, versionId }: InputOf<'restoreVersion'>) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    const restored = await objects.rewrite(
      owner,
      { bucket: name, key, versionId },
      { signal: lazySignal(stopped) },
    )
    return { key, versionId: restored.versionId ?? null }
  },
})

const versionOutput = (version: ListedVersion) => ({
  ...listedOutput(version),
  versionId: version.versionId,
  isLatest: version.isLatest,
  isDeleteMarker: version.isDeleteMarker,
})

function nextOf({ entries, isTruncated }: VersionPage): string | null {
  const last = isTruncated ? entries.at(-1) : undefined
  if (!last) return null
  return 'key' in last
    ? placeCursor({ key: last.key, id: last.versionId })
    : placeCursor({ key: last.commonPrefix, id: undefined })
}
