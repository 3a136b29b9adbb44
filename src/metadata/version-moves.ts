import type { Knex } from 'knex'
import { trashChanges } from './trash-repository.ts'
import type { NewContent } from '../core/objects/object-write.ts'
import type { ObjectPart, ObjectVersion } from '../core/objects/object-version.ts'

interface Moved {
  readonly storageClass: string
  /** The same bytes in another place; undefined when they stay where they are. */
  readonly content: NewContent | undefined
}

interface PartRow {
  sequence: number
  part_number: number
  blob_id: string
}

/** Moves versions to other storage classes within a transaction; what they are otherwise stays as it is. */
export function versionMoves(db: Knex) {
  const trash = trashChanges(db)

  const moveParts = async (sequence: number, parts: readonly ObjectPart[], trashAfter: number) => {
    const old = await db<PartRow>('object_parts').where({ sequence }).select('blob_id')
    for (const { partNumber, blobId } of parts)
      await db<PartRow>('object_parts')
        .where({ sequence, part_number: partNumber })
        .update({ blob_id: blobId })
    await trash.add(
      old.map(({ blob_id: id }) => id),
      trashAfter,
    )
  }
  return {
    move: async (
      { bucketId, key, sequence, content: old }: ObjectVersion,
      { storageClass, content }: Moved,
      trashAfter: number,
    ): Promise<boolean> => {
      const oldBlob = old.kind === 'blob' ? old.blobId : null
      const changed = {
        storage_class: storageClass,
        ...(content?.kind === 'blob' && { blob_id: content.blobId }),
      }
      let count = 0
      for (const table of ['objects', 'versions'])
        count += await db(table)
          .where({ bucket_id: bucketId, key, sequence, blob_id: oldBlob })
          .update(changed)
      if (count === 0) return false
      if (content && oldBlob !== null) await trash.add([oldBlob], trashAfter)
      if (content?.kind === 'parts') await moveParts(sequence, content.parts, trashAfter)
      return true
    },
  }
}
