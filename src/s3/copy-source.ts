import { S3Error } from '../core/errors.ts'
import { checkObjectKey } from '../core/objects/object-key.ts'
import type { ObjectRef } from '../core/objects/object-ref.ts'

/** Reads x-amz-copy-source: `bucket/key`, percent-encoded, with or without a slash in front and `?versionId=…` behind. */
export function parseCopySource(header: string): ObjectRef {
  const [, path = '', versionId] = /^\/?(.*?)(?:\?versionId=([^&]*))?$/s.exec(header) ?? []
  const slash = path.search(/\/|%2f/i)
  const bucket = decoded(path.slice(0, Math.max(slash, 0)))
  const key = slash < 0 ? '' : decoded(path.slice(slash).replace(/^(?:\/|%2f)/i, ''))
  if (bucket === '' || key === '') {
    throw new S3Error('InvalidArgument', {
      message: 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      detail: { ArgumentName: 'x-amz-copy-source', ArgumentValue: 'x-amz-copy-source' },
    })
  }
  checkObjectKey(key)
  return { bucket, key, versionId }
}

/** S3 reads a plus as a space here, unlike in a path: s5cmd and others count on it (aws/aws-sdk-js#1821). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new S3Error('InvalidArgument', {
      message: 'Invalid copy source encoding.',
      detail: { ArgumentName: 'x-amz-copy-source', ArgumentValue: 'x-amz-copy-source' },
      cause,
    })
  }
}
