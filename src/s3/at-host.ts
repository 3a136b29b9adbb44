import { S3Error } from '../core/errors.ts'
import { findNamespace } from '../core/buckets/find-bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { WireRequest } from './wire-request.ts'

/** The caller, to whom plain names mean the buckets of the project that the host names. Throws NoSuchBucket for no such project. */
export async function atHost(
  { catalog }: Pick<Core, 'catalog'>,
  { address: { project, bucket = '' } }: WireRequest,
  caller: Caller,
): Promise<Caller> {
  if (project === undefined) return caller
  const namespace = await findNamespace(catalog, project)
  if (namespace === undefined) throw new S3Error('NoSuchBucket', { detail: { BucketName: bucket } })
  return { ...caller, namespace }
}
