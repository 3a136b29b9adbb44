import { S3Error } from '../errors.ts'
import { refuseDefault } from './change-project.ts'
import { getProject } from './get-project.ts'
import type { Parts } from '../parts.ts'
import type { Project } from './project.ts'

/** Removes a project without buckets, and its keys. Throws NoSuchEntity, or DeleteConflict while it holds buckets or is the default one. */
export const deleteProject =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (name: string): Promise<void> => {
    refuseDefault(name, 'DeleteConflict')
    await metadata.transaction(async (tx) => {
      const project = await getProject(tx, name)
      const buckets = await tx.countBuckets(project.id)
      if (buckets > 0)
        throw new S3Error('DeleteConflict', {
          message: `The project still has ${String(buckets)} ${buckets === 1 ? 'bucket' : 'buckets'}.`,
        })
      await tx.deletions.end(project.id)
      await tx.deleteProject(project.id)
    })
  }

/**
 * Closes a project at once and has `runDeletions` remove all it holds; `confirm` must repeat its name. Repeating it changes nothing.
 * Throws NoSuchEntity, InvalidArgument, DeleteConflict for the default one.
 */
export const beginDeletion =
  ({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) =>
  async (name: string, { confirm }: { readonly confirm: string }): Promise<Project> => {
    refuseDefault(name, 'DeleteConflict')
    if (confirm !== name)
      throw new S3Error('InvalidArgument', {
        message: 'To delete a project with everything in it, repeat its name.',
        detail: { ArgumentName: 'confirm', ArgumentValue: confirm },
      })
    return metadata.transaction(async (tx) => {
      const project: Project = { ...(await getProject(tx, name)), state: 'deleting' }
      await tx.putProject(project)
      await tx.deletions.begin(project.id, clock.now())
      return project
    })
  }
