import { findBucket, findNamespace } from '../core/buckets/find-bucket.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { WireRequest } from './wire-request.ts'

/**
 * The bucket that a request means, as far as can be told without believing its signature: in the namespace of the project that
 * its host names, or of the access key that it names, which browsers put into a preflight's query too; else in the shared one.
 */
export async function findNamedBucket(
  core: Pick<Core, 'catalog' | 'credentials'>,
  wire: WireRequest,
): Promise<Bucket | undefined> {
  const { bucket, project } = wire.address
  if (bucket === undefined) return undefined
  const namespace = await (project === undefined
    ? signersNamespace(core, wire)
    : findNamespace(core.catalog, project))
  return namespace === undefined ? undefined : findBucket(core.catalog, namespace, bucket)
}

async function signersNamespace(
  { credentials }: Pick<Core, 'credentials'>,
  wire: WireRequest,
): Promise<string> {
  const accessKeyId = namedAccessKey(wire)
  const project =
    accessKeyId === undefined ? undefined : await credentials.findProject(accessKeyId, namedToken(wire))
  return project?.namespace ?? ''
}

const namedAccessKey = ({ query, headers }: WireRequest): string | undefined =>
  query.get('X-Amz-Credential')?.split('/', 1)[0] ??
  query.get('AWSAccessKeyId') ??
  /Credential=([^/,\s]+)/.exec(headers.authorization ?? '')?.[1]

function namedToken({ query, headers }: WireRequest): string | undefined {
  const header = headers['x-amz-security-token']
  return query.get('X-Amz-Security-Token') ?? (typeof header === 'string' ? header : undefined)
}
