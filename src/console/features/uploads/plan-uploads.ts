import { findTakenKeys, freeKey } from './taken-keys.ts'
import type { ChosenFile } from './dropped-files.ts'
import type { PlannedUpload, UploadPlace } from './upload.ts'

export type Collision = 'replace' | 'keepBoth' | 'skip'

interface PlanOptions {
  readonly place: UploadPlace
  /** Before the path of each file: empty, or with a slash at the end. */
  readonly prefix: string
  /** Asked once, when names are taken; undefined gives all up. */
  readonly onCollision: (taken: readonly string[]) => Promise<Collision | undefined>
}

/** The keys that files are to have, once it is clear what becomes of those that are there already. */
export async function planUploads(
  files: readonly ChosenFile[],
  { place, prefix, onCollision }: PlanOptions,
): Promise<readonly PlannedUpload[]> {
  const planned = files.map(({ file, path }) => ({ file, key: `${prefix}${path}` }))
  const taken = await findTakenKeys(
    place,
    planned.map(({ key }) => key),
  )
  if (taken.size === 0) return planned
  const choice = await onCollision([...taken])
  if (choice === undefined) return []
  if (choice === 'replace') return planned
  const isFree = ({ key }: PlannedUpload) => !taken.has(key)
  if (choice === 'skip') return planned.filter(isFree)
  return Promise.all(
    planned.map(async (upload) =>
      isFree(upload) ? upload : { ...upload, key: await freeKey(place, upload.key) },
    ),
  )
}
