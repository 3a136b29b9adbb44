import { S3Error } from '../errors.ts'
import { getProject } from './get-project.ts'
import type { Parts } from '../parts.ts'

/** Removes a project without buckets, and its keys. Throws NoSuchEntity, or DeleteConflict while it holds buckets or is the default one. */
export const deleteProject =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (name: string): Promise<void> =>
    metadata.transaction(async (tx) => {
      const project = await getProject(tx, name)
      if (name === 'default')
        throw new S3Error('DeleteConflict', {
          message: 'The project of the root credentials cannot be deleted.',
        })
      const buckets = await tx.countBuckets(project.id)
      if (buckets > 0)
        throw new S3Error('DeleteConflict', { message: `The project still has ${String(buckets)} buckets.` })
      await tx.deleteProject(project.id)
    })
