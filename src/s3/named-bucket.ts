import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { WireRequest } from './wire-request.ts'

/**
 * The bucket that a request means, as far as can be told without believing its signature: in the namespace of the access
 * key that it names, which browsers put into a preflight's query too, else in the shared one.
 */
export async function findNamedBucket(
  { catalog }: Pick<Core, 'catalog'>,
  wire: WireRequest,
): Promise<Bucket | undefined> {
  const { bucket } = wire.address
  if (bucket === undefined) return undefined
  const accessKeyId = namedAccessKey(wire)
  const accessKey = accessKeyId === undefined ? undefined : await catalog.findAccessKey(accessKeyId)
  const project = accessKey && (await catalog.findProject(accessKey.projectId))
  return catalog.findBucket(project?.namespace ?? '', bucket)
}

const namedAccessKey = ({ query, headers }: WireRequest): string | undefined =>
  query.get('X-Amz-Credential')?.split('/', 1)[0] ??
  query.get('AWSAccessKeyId') ??
  /Credential=([^/,\s]+)/.exec(headers.authorization ?? '')?.[1]
