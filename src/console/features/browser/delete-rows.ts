import { call } from '../../api/admin.ts'
import { inChunks } from './in-chunks.ts'
import { addressOf, type Place } from './place.ts'
import type { Row } from './row.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Deletion = OutputOf<'deleteObjects'>
export type NamedVersion = Pick<Row, 'key' | 'versionId'>

/** Deletes objects, or the versions that are named, a thousand at a time. */
export async function deleteRows(place: Place, rows: readonly NamedVersion[]): Promise<Deletion> {
  const answers: Deletion[] = []
  for (const some of inChunks(rows)) {
    const objects = some.map(({ key, versionId }) => ({ key, ...(versionId !== undefined && { versionId }) }))
    answers.push(await call('deleteObjects', { ...addressOf(place), objects }))
  }
  return {
    deleted: answers.flatMap(({ deleted }) => deleted),
    errors: answers.flatMap(({ errors }) => errors),
  }
}

/** The markers that a deletion has made; without them the objects are back. */
export const markersOf = ({ deleted }: Deletion): readonly NamedVersion[] =>
  deleted.flatMap(({ key, versionId, deleteMarkerVersionId }) =>
    versionId === null && deleteMarkerVersionId !== null ? [{ key, versionId: deleteMarkerVersionId }] : [],
  )
