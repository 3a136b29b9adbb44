import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import { Problem } from '../../api/problem.ts'
import type { ObjectPlace } from './object-place.ts'

/**
 * Deletes an object, or a version of it. Resolves to the id of the marker that hides it now, where versions are kept. Throws Problem, also for what
 * could not be deleted.
 */
export function useDeleteVersion() {
  const client = useQueryClient()
  return async ({ project, bucket, key, versionId }: ObjectPlace): Promise<string | undefined> => {
    const object = { key, ...(versionId !== undefined && { versionId }) }
    const { deleted, errors } = await call('deleteObjects', { project, name: bucket, objects: [object] })
    const [error] = errors
    if (error) throw new Problem({ status: 409, ...error })
    const changed = ['listVersions', 'describeObject', 'listObjects', 'describeBucket']
    await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })))
    return versionId === undefined ? (deleted[0]?.deleteMarkerVersionId ?? undefined) : undefined
  }
}
