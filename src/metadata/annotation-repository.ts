import type { Knex } from 'knex'
import { behindKey, behindPrefix } from '../lib/key-order.ts'
import {
  annotationColumns,
  annotationFrom,
  annotationRow,
  storedAnnotationFrom,
  type AnnotationRow,
} from './annotation-row.ts'
import { trashChanges } from './trash-repository.ts'
import type { Annotation, AnnotationQuery, StoredAnnotation } from '../core/annotations/annotation.ts'
import type { ObjectVersion } from '../core/objects/object-version.ts'

export function annotationRepository(db: Knex) {
  const annotations = () => db<AnnotationRow>('annotations')
  return {
    find: async (sequence: number, name: string): Promise<StoredAnnotation | undefined> => {
      const row = await annotations()
        .where({ sequence, name })
        .first<AnnotationRow | undefined>([...annotationColumns, 'data'])
      return row && storedAnnotationFrom(row)
    },
    list: async ({
      sequence,
      prefix = '',
      after,
      limit,
    }: AnnotationQuery): Promise<readonly Annotation[]> => {
      const query = annotations()
        .where({ sequence })
        .where('name', '>=', prefix)
        .where('name', '<', behindPrefix(prefix))
      if (after !== undefined) query.where('name', '>=', behindKey(after))
      const rows = await query.orderBy('name').limit(limit).select<AnnotationRow[]>(annotationColumns)
      return rows.map(annotationFrom)
    },
  }
}

export function annotationChanges(db: Knex) {
  const trash = trashChanges(db)
  const annotations = () => db<AnnotationRow>('annotations')

  const remove = async (sequence: number, name: string, trashAfter: number): Promise<boolean> => {
    const found = await annotations().where({ sequence, name }).first('blob_id')
    if (!found) return false
    await annotations().where({ sequence, name }).delete()
    if (found.blob_id !== null) await trash.add([found.blob_id], trashAfter)
    return true
  }
  return {
    countOthers: async (sequence: number, name: string): Promise<number> => {
      const [row] = await annotations().where({ sequence }).whereNot({ name }).count({ count: '*' })
      return Number(row?.count ?? 0)
    },
    put: async (version: ObjectVersion, annotation: StoredAnnotation, trashAfter: number): Promise<void> => {
      await remove(version.sequence, annotation.name, trashAfter)
      await annotations().insert(annotationRow(version, annotation))
    },
    remove,
  }
}
